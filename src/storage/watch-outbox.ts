/** How many records wait for the endpoint, always as it is now. */
import type { Store } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import { watchRows } from './live.ts';

export function createWatchOutbox(db: VaultDatabase, connection: Connection): Store['watchOutbox'] {
  const keys = () => db.outbox.toCollection().primaryKeys();
  return () => {
    let begun = false;
    const look = () => {
      // Only the first look goes through all at once: a later one would keep the save that caused it from being told.
      const found: Promise<number | [string, string][]> = begun ? db.outbox.count() : keys();
      begun = true;
      return found;
    };
    return watchRows(connection, look, async (found) => {
      if (found === 0) return 0;
      const all = typeof found === 'number' ? await connection.read(keys) : found;
      return new Set(all.map(([id]) => id)).size;
    });
  };
}
