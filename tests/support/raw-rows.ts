/** What stands in the app's database, read past the app: only what is in the clear can be made sense of. */
import type { Page } from 'playwright';

export interface RawRow {
  id: string;
  kind: string;
  /** A list for a piece of what is being recorded, a text for a draft. */
  key: string | (string | number)[];
  savedAt: string;
}

/** The rows of a table of every vault on the phone; each has those of the fields that its table has. */
export async function rawRows(page: Page, table: 'records' | 'drafts'): Promise<Partial<RawRow>[]> {
  return page.evaluate(async (wanted) => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => fail(request.error ?? new Error('no database')));
      });
    const rows: Partial<RawRow>[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('plotline-')) continue;
      const database = await ask(indexedDB.open(name));
      const all = (table: string) => ask(database.transaction(table).objectStore(table).getAll());
      const found: Partial<RawRow>[] = await all(wanted);
      // Records of a big page stand many in a row.
      const packs: { rows: Partial<RawRow>[] }[] = wanted === 'records' ? await all('packs') : [];
      database.close();
      rows.push(...found, ...packs.flatMap((pack) => pack.rows));
    }
    return rows;
  }, table);
}
