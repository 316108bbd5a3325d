/** Pages of current versions by the list indexes: no record outside the question is ever read. */
import { Dexie, type Collection, type WhereClause } from 'dexie';
import type { ListQuery } from '../core/store.ts';
import type { RecordRow, VaultDatabase } from './database.ts';

interface PageOfRows {
  rows: RecordRow[];
  next: string | null;
}

/** Ordered by `occurredAt`, then id. Runs only database reads, so that it may be watched. */
export async function pageOfRows(db: VaultDatabase, query: ListQuery): Promise<PageOfRows> {
  const { limit } = query;
  const newestFirst = query.order !== 'oldest';
  const shown = (row: RecordRow) => query.withdrawn === true || row.removed !== 'withdrawn';

  const kinds = query.kinds ?? (await kindsOf(db, query.subject));
  const found = await Promise.all(
    rangesOf(db, query, kinds).map(async (range) => {
      // Without a limit the whole range is read at once, which is faster than walking it backwards.
      if (limit === undefined) return (await range.toArray()).filter(shown);
      // One more than asked tells whether there is a next page.
      return (newestFirst ? range.reverse() : range)
        .filter(shown)
        .limit(limit + 1)
        .toArray();
    }),
  );
  const ordered = found.flat().sort((a, b) => (placeInList(a) < placeInList(b) === newestFirst ? 1 : -1));
  if (limit === undefined || ordered.length <= limit) return { rows: ordered, next: null };
  const rows = ordered.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last ? placeInList(last) : null };
}

/** One index range for each kind. */
function rangesOf(
  db: VaultDatabase,
  { subject, after, order }: ListQuery,
  kinds: readonly string[],
): Collection<RecordRow, string>[] {
  return [...new Set(kinds)].map((kind) => {
    const prefix = subject === undefined ? [kind] : [subject, kind];
    const cursor = after === undefined ? null : [...prefix, ...after.split(' ')];
    const first = order === 'oldest' && cursor ? cursor : [...prefix, Dexie.minKey];
    const end = order !== 'oldest' && cursor ? cursor : [...prefix, Dexie.maxKey];
    return listIndex(db, subject).between(first, end, false, false);
  });
}

function listIndex(db: VaultDatabase, subject: string | undefined): WhereClause<RecordRow, string> {
  return db.records.where(subject === undefined ? '[kind+at+id]' : '[subject+kind+at+id]');
}

/** Where a row stands in the order; also the cursor of the page that ends with it. */
function placeInList({ at, id }: RecordRow): string {
  return `${at ?? ''} ${id}`;
}

/** Whom and what the listed records are about. */
export function subjectsOf(db: VaultDatabase): Promise<string[]> {
  return membersOf(db.records.where('[subject+kind+at+id]'), []);
}

/** The kinds of the listed records, of all or of those about one. */
function kindsOf(db: VaultDatabase, subject: string | undefined): Promise<string[]> {
  return membersOf(listIndex(db, subject), subject === undefined ? [] : [subject]);
}

/** What stands after `prefix` in an index, each once. From one to the next: a step each, however many records. */
async function membersOf(index: WhereClause<RecordRow, string>, prefix: string[]): Promise<string[]> {
  const members: string[] = [];
  for (;;) {
    const last = members.at(-1);
    const from = last === undefined ? [...prefix, Dexie.minKey] : [...prefix, last, Dexie.maxKey];
    const [key] = await index
      .between(from, [...prefix, Dexie.maxKey], false)
      .limit(1)
      .keys();
    if (!Array.isArray(key)) return members;
    members.push(String(key[prefix.length]));
  }
}
