/** Takes in versions made elsewhere, and what came along with them, all in one transaction. */
import type { Clock } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import type { ApplyOutcome, Store } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase, VersionRow } from './database.ts';
import type { Definitions } from './definitions.ts';
import { placeVersions, tablesToPlace, type Placed } from './place.ts';
import { nameOf, rowsMatching, sortArrivals } from './sort-arrivals.ts';
import type { VersionRows } from './version-rows.ts';

interface Applying extends Pick<Definitions, 'sealMissing'> {
  db: VaultDatabase;
  connection: Connection;
  rows: VersionRows;
  clock: Clock;
  environment: Environment;
}

export function createApply({
  db,
  connection,
  rows,
  clock,
  environment,
  sealMissing,
}: Applying): Store['apply'] {
  return async (versions, along = []): Promise<ApplyOutcome> => {
    const ids = [...new Set(versions.map((version) => version.id))];
    const ran = await connection.run(() =>
      Promise.all([rowsMatching(db, versions, ids), along.length > 0 ? db.definitions.toArray() : []]),
    );
    if (ran.status !== 'done') return ran;
    const [matching, kept] = ran.value;
    const { fresh, known, doubles, clashes, giveWay } = await sortArrivals(rows, versions, matching.rows);
    const sealed = await Promise.all(fresh.map((version) => rows.seal(version)));
    const definitions = await sealMissing(along, kept);
    const addedAt = new Date(environment.now()).toISOString();
    const broken = (row: VersionRow) => giveWay.has(nameOf(row));

    // A transaction that has nothing to do would end before it has begun.
    const applied = await connection.run(async () =>
      sealed.length + definitions.length === 0
        ? new Map<string, Placed>()
        : db.dexie.transaction('rw', [...tablesToPlace(db), db.definitions], async () => {
            if (definitions.length > 0) await db.definitions.bulkPut(definitions);
            if (sealed.length === 0) return new Map<string, Placed>();
            return placeVersions(db, sealed, { same: () => true, broken, addedAt });
          }),
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
