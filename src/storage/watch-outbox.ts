/** How many records wait for the endpoint, always as it is now. */
import type { Live } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import { watchMany } from './watch-many.ts';

type Key = [id: string, rev: string];

/** The keys of all that waits; `countRecords` tells how many records those are. */
export function outboxKeys(db: VaultDatabase): Promise<Key[]> {
  return db.outbox.toCollection().primaryKeys();
}

export function countRecords(keys: readonly Key[]): number {
  return new Set(keys.map(([id]) => id)).size;
}

export function watchOutbox(db: VaultDatabase, connection: Connection): Live<number> {
  return watchMany(
    connection,
    async () => db.outbox.limit(1).first(),
    async () => {
      const keys = await outboxKeys(db);
      return { value: countRecords(keys), rows: keys.length };
    },
    0,
  );
}
