/** Pages of current versions by the list indexes: no record outside the question is ever read. */
import { Dexie } from 'dexie';
import type { ListQuery } from '../core/store.ts';
import type { RecordRow, VaultDatabase } from './database.ts';
import { listsIn, membersOf } from './lists.ts';
import { startRun, type RowRun } from './row-run.ts';
import type { InZone } from './zone.ts';

interface PageOfRows {
  rows: RecordRow[];
  next: string | null;
}

/** Ordered by `occurredAt`, then id. Runs only database reads, so that it may be watched. */
export async function pageOfRows(db: VaultDatabase, query: ListQuery, inZone: InZone): Promise<PageOfRows> {
  const { limit, subject } = query;
  const ofAll = subject === undefined;
  const lists = listsIn(db, ofAll ? 'byKind' : 'bySubject', ofAll ? [] : [subject], inZone);
  const kinds = new Set(query.kinds ?? (await membersOf(lists, inZone)));
  // Without a limit all is read at once, for which the way forward is the quicker one.
  const runs = [...kinds].flatMap((kind) => {
    const range = { ...rangeOf(query, kind), ...(limit === undefined && { backwards: false }) };
    return [
      startRun(lists.records, range, inZone),
      onlyIf(lists.anyPacked, startRun(lists.packs, range, inZone)),
    ];
  });
  if (limit === undefined) {
    await Promise.all(runs.map((run) => run.readOn(Infinity)));
    return { rows: inOrder(rowsOf(runs), query), next: null };
  }
  // One more than asked tells whether there is a next page.
  const ordered = await firstOf(runs, limit + 1, query, kinds.size);
  if (ordered.length <= limit) return { rows: ordered, next: null };
  const rows = ordered.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last ? placeInList(last) : null };
}

/** The first `wanted` of all runs together, or all where there are fewer; of each run little more than belongs to them. */
async function firstOf(
  runs: readonly RowRun[],
  wanted: number,
  query: ListQuery,
  kinds: number,
): Promise<RecordRow[]> {
  let count = Math.ceil(wanted / Math.max(1, kinds)) + 1;
  let behind = runs;
  for (;;) {
    await Promise.all(behind.map((run) => run.readOn(count)));
    const ordered = inOrder(rowsOf(runs), query);
    const last = ordered[wanted - 1];
    // What a run has not read yet may stand before the last one wanted.
    behind = runs.filter(({ rows, more }) => more && (!last || comesBefore(query, rows.at(-1), last)));
    if (behind.length === 0) return ordered.slice(0, wanted);
    count *= 2;
  }
}

/** Over at once where there is nothing to run through. */
function onlyIf(any: () => PromiseLike<boolean>, run: RowRun): RowRun {
  let isAny = true;
  return {
    rows: run.rows,
    get more() {
      return isAny && run.more;
    },
    async readOn(count) {
      isAny = await any();
      if (isAny) await run.readOn(count);
    },
  };
}

function rowsOf(runs: readonly RowRun[]): RecordRow[] {
  return runs.flatMap(({ rows }) => rows);
}

/** Those that are shown. */
function inOrder(rows: readonly RecordRow[], query: ListQuery): RecordRow[] {
  return rows
    .filter(({ removed }) => query.withdrawn === true || removed !== 'withdrawn')
    .sort((a, b) => (comesBefore(query, a, b) ? -1 : 1));
}

function comesBefore({ order }: ListQuery, a: RecordRow | undefined, b: RecordRow): boolean {
  if (!a) return true;
  return order === 'oldest' ? placeInList(a) < placeInList(b) : placeInList(a) > placeInList(b);
}

/** One index range for each kind. */
function rangeOf({ subject, after, order }: ListQuery, kind: string) {
  const prefix = subject === undefined ? [kind] : [subject, kind];
  const cursor = after === undefined ? null : [...prefix, ...after.split(' ')];
  const backwards = order !== 'oldest';
  return {
    lower: !backwards && cursor ? cursor : [...prefix, Dexie.minKey],
    upper: backwards && cursor ? cursor : [...prefix, Dexie.maxKey],
    backwards,
    keyOf: ({ at, id }: RecordRow) => [...prefix, at, id],
  };
}

/** Where a row stands in the order; also the cursor of the page that ends with it. */
function placeInList({ at, id }: RecordRow): string {
  return `${at ?? ''} ${id}`;
}

/** Whom and what the listed records are about. */
export function subjectsOf(db: VaultDatabase, inZone: InZone): Promise<string[]> {
  return membersOf(listsIn(db, 'bySubject', [], inZone), inZone);
}
