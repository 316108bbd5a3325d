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
  return async (versions): Promise<ApplyOutcome> => {
    const ids = [...new Set(versions.map((version) => version.id))];
    const ran = await connection.run(() => versionsHere(db, ids));
    if (ran.status !== 'done') return ran;
    const { contents, broken } = await openMatching(rows, versions, ran.value);
    const sealed = await Promise.all(versions.map((version) => rows.seal(version)));
    const arrived = new Map(sealed.map((row, at) => [row, versions[at]]));
    const same = (kept: VersionRow, row: VersionRow) =>
      sameContents(arrived.get(kept) ?? contents.get(nameOf(kept)), arrived.get(row));
    const addedAt = new Date(environment.now()).toISOString();

    const applied = await connection.run(() =>
      db.dexie.transaction('rw', [db.records, db.history, db.outbox, db.attachments, db.drafts], () =>
        placeVersions(db, sealed, { same, broken: (row) => broken.has(nameOf(row)), addedAt }),
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

/** Opens the rows here that have the id and rev of an arriving version, for comparing. */
async function openMatching(
  rows: VersionRows,
  versions: readonly Version[],
  here: ReadonlyMap<string, VersionRow[]>,
): Promise<{ contents: Map<string, Version>; broken: Set<string> }> {
  const contents = new Map<string, Version>();
  const broken = new Set<string>();
  for (const { id, rev } of versions) {
    const row = here.get(id)?.find((candidate) => candidate.rev === rev);
    if (!row) continue;
    const opened = await rows.open(row);
    // A row that cannot be opened is of no use to anyone; its copy from a backup mends it.
    if ('damaged' in opened) broken.add(nameOf(row));
    else contents.set(nameOf(row), opened.written);
  }
  return { contents, broken };
}

function nameOf({ id, rev }: Pick<Version, 'id' | 'rev'>): string {
  return `${id} ${rev}`;
}
