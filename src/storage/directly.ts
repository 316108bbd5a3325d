/** Writing past Dexie, whose way to the disk takes longer than the disk: see decision 017. */
import { Dexie, RangeSet, type IndexableType, type Table } from 'dexie';

/** Which keys of which indexes changed, as Dexie's live queries are told. */
export type Changed = Record<string, RangeSet>;

/**
 * Runs `work`, which makes all its requests at once, in one durable transaction of the browser's own; resolves once it is on
 * the disk. Rejects with what made it fail, and then nothing of it is kept. False, and nothing done, where the database is not open.
 * Who watches hears nothing of it: `tell` is due afterwards.
 */
export async function directly(
  dexie: Dexie,
  tables: readonly Table[],
  work: (storeOf: (table: Table) => IDBObjectStore) => void,
): Promise<boolean> {
  const database = openIn(dexie);
  if (!database) return false;
  const names = tables.map(({ name }) => name);
  const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
  await new Promise<void>((kept, failed) => {
    transaction.addEventListener('complete', () => kept());
    transaction.addEventListener('abort', () => {
      failed(transaction.error ?? new DOMException('aborted', 'AbortError'));
    });
    try {
      work(({ name }) => transaction.objectStore(name));
    } catch (error) {
      transaction.abort();
      failed(error instanceof Error ? error : new Error(String(error)));
    }
  });
  return true;
}

/** Null while it is being opened, and after it was closed; Dexie's types know only the open one. */
function openIn(dexie: Dexie): IDBDatabase | null {
  return dexie.isOpen() ? dexie.backendDB() : null;
}

/** What a table's live queries are to be told of rows that were not there before. */
export function addedTo({ name, db, core }: Table, rows: readonly object[]): Changed {
  const changed: Changed = {};
  const { primaryKey, indexes } = core.schema;
  for (const index of [primaryKey, ...indexes]) {
    const keys = new RangeSet();
    for (const row of rows) {
      const key: unknown = index.extractKey?.(row);
      if (index.multiEntry && Array.isArray(key)) keys.addKeys(key.filter(isKey));
      else if (isKey(key)) keys.addKey(key);
    }
    changed[partOf(db, name, index.name ?? '')] = keys;
  }
  return changed;
}

/** What an index takes of a row is a key, or nothing. */
function isKey(value: unknown): value is IndexableType {
  return value !== undefined && value !== null;
}

/** The same where so many rows changed that naming them takes longer than looking again. */
export function anyOf({ name, db, core }: Table): Changed {
  const { primaryKey, indexes } = core.schema;
  const all = () => new RangeSet(Dexie.minKey, Dexie.maxKey);
  return Object.fromEntries(
    [primaryKey, ...indexes].map((index) => [partOf(db, name, index.name ?? ''), all()]),
  );
}

/** The same of one row that is no more. */
export function removedFrom({ name, db }: Table, key: string): Changed {
  return { [partOf(db, name, '')]: new RangeSet(key) };
}

/** Tells who watches, in every window, as Dexie does of what goes through it; once whoever saved has heard. */
export function tell(changed: Changed): void {
  setTimeout(() => void Dexie.on.storagemutated.fire(changed));
}

function partOf({ name }: Dexie, table: string, index: string): string {
  return `idb://${name}/${table}/${index}`;
}
