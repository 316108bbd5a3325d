/** What an endpoint must still have, if it has not forgotten: the newest that it took and the newest that it listed. */
import type { SyncStore, VersionKey } from '../core/sync-store.ts';
import { findRecord, tablesOfRecords } from './find-records.ts';
import { historyOf, isPrivate } from './place.ts';
import { nameOf } from './sort-arrivals.ts';
import type { SyncParts } from './sync-tables.ts';

export function createWitnesses({ db, connection: database }: SyncParts): Pick<SyncStore, 'witnesses'> {
  /** Whether others may have it still: erased and taken back, a version is no longer given out, and yet not lost. */
  async function isOut({ id, rev }: VersionKey): Promise<boolean> {
    const current = await findRecord(db, id);
    if (!current || current.removed === 'erased' || isPrivate(current)) return false;
    const earlier = await historyOf(db, id);
    return !earlier.some((row) => row.rev >= rev && isPrivate(row));
  }

  async function newestOut(keys: readonly VersionKey[]): Promise<VersionKey[]> {
    for (const key of keys) if (await isOut(key)) return [key];
    return [];
  }

  return {
    witnesses: (connection, listed) =>
      database.read(() =>
        db.dexie.transaction('r', [db.sending, ...tablesOfRecords(db), db.history], async () => {
          const noted = await db.sending.get(connection);
          const found = [...(await newestOut(noted?.proven ?? [])), ...(await newestOut(listed))];
          return [...new Map(found.map((key) => [nameOf(key), key])).values()];
        }),
      ),
  };
}
