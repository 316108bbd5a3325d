/** Takes in versions made elsewhere, all in one transaction. */
import type { Clock } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import type { ApplyOutcome, Store } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase, VersionRow } from './database.ts';
import { placeVersions, tablesToPlace, type Placed } from './place.ts';
import { nameOf, rowsMatching, sortArrivals } from './sort-arrivals.ts';
import type { VersionRows } from './version-rows.ts';

export function createApply(
  db: VaultDatabase,
  connection: Connection,
  rows: VersionRows,
  clock: Clock,
  environment: Environment,
): Store['apply'] {
  return async (versions): Promise<ApplyOutcome> => {
    const ids = [...new Set(versions.map((version) => version.id))];
    const ran = await connection.run(() => rowsMatching(db, versions, ids));
    if (ran.status !== 'done') return ran;
    const { fresh, known, doubles, clashes, giveWay } = await sortArrivals(rows, versions, ran.value.rows);
    const sealed = await Promise.all(fresh.map((version) => rows.seal(version)));
    const addedAt = new Date(environment.now()).toISOString();
    const broken = (row: VersionRow) => giveWay.has(nameOf(row));

    // A transaction that has nothing to do would end before it has begun.
    const applied = await connection.run(async () =>
      sealed.length === 0
        ? new Map<string, Placed>()
        : db.dexie.transaction('rw', tablesToPlace(db), () =>
            placeVersions(db, sealed, { same: () => true, broken, addedAt }),
          ),
    );
    if (applied.status !== 'done') return applied;
    for (const { rev } of versions) clock.observe(rev);
    const results = [...applied.value.values()];
    const count = (rowsOf: (result: (typeof results)[number]) => unknown[]) =>
      results.reduce((sum, result) => sum + rowsOf(result).length, 0);
    return {
      status: 'applied',
      added: count((result) => result.added),
      known: known.length + doubles + count((result) => result.known),
      erased: count((result) => result.absorbed),
      clashes,
    };
  };
}
