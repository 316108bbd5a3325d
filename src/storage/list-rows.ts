/** Pages of current versions by the list indexes: no record outside the question is ever read. */
import { Dexie, type WhereClause } from 'dexie';
import type { ListQuery } from '../core/store.ts';
import type { RecordRow, VaultDatabase } from './database.ts';
import { startRun, type RowRun } from './row-run.ts';
import type { InZone } from './zone.ts';

interface PageOfRows {
  rows: RecordRow[];
  next: string | null;
}

/** Ordered by `occurredAt`, then id. Runs only database reads, so that it may be watched. */
export async function pageOfRows(db: VaultDatabase, query: ListQuery, inZone: InZone): Promise<PageOfRows> {
  const { limit } = query;
  const kinds = new Set(query.kinds ?? (await kindsOf(db, query.subject, inZone)));
  const ranges = [...kinds].map((kind) => rangeOf(query, kind));
  const index = () => listIndex(db, query.subject);
  if (limit === undefined) {
    const found = await inZone(() =>
      Promise.all(ranges.map(({ lower, upper }) => index().between(lower, upper, false, false).toArray())),
    );
    return { rows: inOrder(found.flat(), query), next: null };
  }
  const runs = ranges.map((range) => startRun(index, range, inZone));
  // One more than asked tells whether there is a next page.
  const ordered = await firstOf(runs, limit + 1, query);
  if (ordered.length <= limit) return { rows: ordered, next: null };
  const rows = ordered.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last ? placeInList(last) : null };
}

/** The first `wanted` of all runs together, or all where there are fewer; of each run little more than belongs to them. */
async function firstOf(runs: readonly RowRun[], wanted: number, query: ListQuery): Promise<RecordRow[]> {
  let count = Math.ceil(wanted / Math.max(1, runs.length)) + 1;
  let behind = runs;
  for (;;) {
    await Promise.all(behind.map((run) => run.readOn(count)));
    const ordered = inOrder(
      runs.flatMap(({ rows }) => rows),
      query,
    );
    const last = ordered[wanted - 1];
    // What a run has not read yet may stand before the last one wanted.
    behind = runs.filter(({ rows, more }) => more && (!last || comesBefore(query, rows.at(-1), last)));
    if (behind.length === 0) return ordered.slice(0, wanted);
    count *= 2;
  }
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

function listIndex(db: VaultDatabase, subject: string | undefined): WhereClause<RecordRow, string> {
  return db.records.where(subject === undefined ? '[kind+at+id]' : '[subject+kind+at+id]');
}

/** Where a row stands in the order; also the cursor of the page that ends with it. */
function placeInList({ at, id }: RecordRow): string {
  return `${at ?? ''} ${id}`;
}

/** Whom and what the listed records are about. */
export function subjectsOf(db: VaultDatabase, inZone: InZone): Promise<string[]> {
  return membersOf(db.records.where('[subject+kind+at+id]'), [], ({ subject }) => subject, inZone);
}

/** The kinds of the listed records, of all or of those about one. */
function kindsOf(db: VaultDatabase, subject: string | undefined, inZone: InZone): Promise<string[]> {
  const prefix = subject === undefined ? [] : [subject];
  return membersOf(listIndex(db, subject), prefix, ({ kind }) => kind, inZone);
}

/**
 * What stands after `prefix` in an index, each once. From one to the next: a step each, however many records. A step reads
 * a row: to open a cursor for its key alone takes the browser several times as long.
 */
async function membersOf(
  index: WhereClause<RecordRow, string>,
  prefix: string[],
  memberOf: (row: RecordRow) => string,
  inZone: InZone,
): Promise<string[]> {
  const members: string[] = [];
  for (;;) {
    const last = members.at(-1);
    const from = last === undefined ? [...prefix, Dexie.minKey] : [...prefix, last, Dexie.maxKey];
    const row = await inZone(() => index.between(from, [...prefix, Dexie.maxKey], false).first());
    if (!row) return members;
    members.push(memberOf(row));
  }
}
