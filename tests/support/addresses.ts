/** Where each screen of the app is, for the records that are on the phone: read past the app, where id and kind are in the clear. */
import type { Page } from 'playwright';
import { routes } from '../../src/app/routes.tsx';

/** One address for each route. Throws where a route needs a record that is not on the phone. */
export async function everyAddress(page: Page): Promise<string[]> {
  const ids = await recordIds(page);
  return routes.map(({ path }) => {
    const kind = /^\/([\w-]+)\/:id/.exec(path)?.[1] ?? '';
    const id = ids[kind === 'record' ? 'reflection' : kind];
    if (path.includes(':id') && id === undefined) throw new Error(`no ${kind} to open ${path} with`);
    return path.replace(':id', id ?? '').replace(':statement', 'voice');
  });
}

/** The id of one record of each kind. */
async function recordIds(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => fail(request.error ?? new Error('no database')));
      });
    const ids: Record<string, string> = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('plotline-')) continue;
      const database = await ask(indexedDB.open(name));
      const rows: { id: string; kind: string }[] = await ask(
        database.transaction('records').objectStore('records').getAll(),
      );
      database.close();
      for (const { id, kind } of rows) ids[kind] = id;
    }
    return ids;
  });
}
