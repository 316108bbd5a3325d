/** How many records wait for the endpoint, always as it is now. */
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import { watchRows } from './live.ts';

type Key = [id: string, rev: string];

/** The keys of all that waits; `countRecords` tells how many records those are. */
export function outboxKeys(db: VaultDatabase): Promise<Key[]> {
  return db.outbox.toCollection().primaryKeys();
}

export function countRecords(keys: readonly Key[]): number {
  return new Set(keys.map(([id]) => id)).size;
}

export function watchOutbox(db: VaultDatabase, connection: Connection): Live<number> {
  let begun = false;
  const look = () => {
    // Only the first look goes through all at once: a later one would keep the save that caused it from being told.
    const found: Promise<number | Key[]> = begun ? db.outbox.count() : outboxKeys(db);
    begun = true;
    return found;
  };
  return watchRows(connection, look, async (found) => {
    if (found === 0) return 0;
    return countRecords(typeof found === 'number' ? await connection.read(() => outboxKeys(db)) : found);
  });
}
