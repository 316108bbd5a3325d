/** Takes in versions made elsewhere, all in one transaction. */
import { sameContents } from '../core/canonical-json.ts';
import type { Clock } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import type { ApplyOutcome, Store } from '../core/store.ts';
import type { Version } from '../core/version.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase, VersionRow } from './database.ts';
import { placeVersions, versionsHere } from './place.ts';
import type { VersionRows } from './version-rows.ts';

export function createApply(
  db: VaultDatabase,
  connection: Connection,
  rows: VersionRows,
  clock: Clock,
  environment: Environment,
): Store['apply'] {
  /** Names of arriving versions that say something else than the one here under the same id and rev. */
  async function findClashes(
    versions: readonly Version[],
    here: ReadonlyMap<string, VersionRow[]>,
  ): Promise<Set<string>> {
    const clashing = new Set<string>();
    for (const version of versions) {
      const row = here.get(version.id)?.find((candidate) => candidate.rev === version.rev);
      if (!row) continue;
      const opened = await rows.open(row);
      // A damaged one here cannot be compared; it stays, as everything does that is here.
      if ('damaged' in opened || !sameContents(opened.written, version)) clashing.add(nameOf(version));
    }
    return clashing;
  }

  return async (versions): Promise<ApplyOutcome> => {
    const ids = [...new Set(versions.map((version) => version.id))];
    const ran = await connection.run(() => versionsHere(db, ids));
    if (ran.status !== 'done') return ran;
    const clashing = await findClashes(versions, ran.value);
    const sealed = await Promise.all(versions.map((version) => rows.seal(version)));
    const addedAt = new Date(environment.now()).toISOString();

    const applied = await connection.run(() =>
      db.dexie.transaction('rw', [db.records, db.history, db.outbox, db.attachments, db.drafts], () =>
        placeVersions(db, sealed, (_kept, arrived) => !clashing.has(nameOf(arrived)), addedAt),
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
      known: count((result) => result.known),
      erased: count((result) => result.absorbed),
      clashes: results.flatMap((result) => result.clashes.map(({ id, rev }) => ({ id, rev }))),
    };
  };
}

function nameOf({ id, rev }: Pick<Version, 'id' | 'rev'>): string {
  return `${id} ${rev}`;
}
