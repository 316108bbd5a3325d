/** Pages of current versions by the list indexes: no record outside the question is ever read. */
import { Dexie, type Collection } from 'dexie';
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

  const found = await Promise.all(
    rangesOf(db, query).map(async (range) => {
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

/** One index range, or one for each kind asked for. */
function rangesOf(db: VaultDatabase, query: ListQuery): Collection<RecordRow, string>[] {
  const { subject, kinds, after, order } = query;
  const subjectIndex = subject === undefined ? '' : 'subject+';
  const subjectKey = subject === undefined ? [] : [subject];
  const range = (index: string, prefix: string[]) => {
    const cursor = after === undefined ? null : [...prefix, ...after.split(' ')];
    const first = order === 'oldest' && cursor ? cursor : [...prefix, Dexie.minKey];
    const end = order !== 'oldest' && cursor ? cursor : [...prefix, Dexie.maxKey];
    return db.records.where(index).between(first, end, false, false);
  };
  if (!kinds) return [range(`[${subjectIndex}at+id]`, subjectKey)];
  return [...new Set(kinds)].map((kind) => range(`[${subjectIndex}kind+at+id]`, [...subjectKey, kind]));
}

/** Where a row stands in the order; also the cursor of the page that ends with it. */
function placeInList({ at, id }: RecordRow): string {
  return `${at ?? ''} ${id}`;
}

/** Whom and what the listed records are about. From one to the next by the index: a step each, however many records. */
export async function subjectsOf(db: VaultDatabase): Promise<string[]> {
  const subjects: string[] = [];
  for (;;) {
    const last = subjects.at(-1) ?? Dexie.minKey;
    const beyond = db.records.where('[subject+at+id]').between([last, Dexie.maxKey], [Dexie.maxKey], false);
    const [key] = await beyond.limit(1).keys();
    if (!Array.isArray(key)) return subjects;
    subjects.push(String(key[0]));
  }
}
