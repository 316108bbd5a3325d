/** One range of a list index, read on in its order, some rows at a time. */
import { cmp, type Collection, type WhereClause } from 'dexie';
import type { IndexKey, RecordRow } from './database.ts';
import { compare } from './packs.ts';
import type { InZone } from './zone.ts';

type Key = readonly unknown[];

export interface RowRun {
  /** What was read so far, in order. */
  readonly rows: readonly RecordRow[];
  /** Whether there may be more. */
  readonly more: boolean;
  readOn(count: number): Promise<void>;
}

/** Where lists are kept: `records`, or the packs beside it. */
export interface ListIndex<Row, PrimaryKey> {
  entries(): WhereClause<Row, PrimaryKey>;
  /** How many some entries are, and their records; perhaps with others, of which only those that fit are handed over. */
  read(
    entries: Collection<Row, PrimaryKey>,
    fits: (key: IndexKey) => boolean,
  ): PromiseLike<{ count: number; rows: RecordRow[] }>;
}

interface Range {
  /** Both left out themselves. */
  lower: Key;
  upper: Key;
  backwards: boolean;
  /** Where a row stands in the index. */
  keyOf(row: RecordRow): Key;
}

/** So few are walked one by one. */
const FEW = 8;

export function startRun<Row, PrimaryKey>(
  { entries, read }: ListIndex<Row, PrimaryKey>,
  { lower, upper, backwards, keyOf }: Range,
  inZone: InZone,
): RowRun {
  const rows: RecordRow[] = [];
  let [from, to] = [lower, upper];
  let more = true;
  const rest = () => entries().between(from, to, false, false);
  const fits = (key: IndexKey) => cmp(from, key) < 0 && cmp(key, to) < 0;

  /**
   * Backwards, a browser gives one row at a time, each a way there and back. So the last of them is looked for first, in
   * one leap over keys, and all from there on are taken at once.
   */
  async function lastOf(count: number): Promise<Collection<Row, PrimaryKey>> {
    const [mark] = await inZone(() =>
      rest()
        .reverse()
        .offset(count - 1)
        .limit(1)
        .keys(),
    );
    return mark === undefined ? rest() : entries().between(mark, to, true, false);
  }

  return {
    rows,
    get more() {
      return more;
    },
    async readOn(count) {
      const walked = backwards ? rest().reverse() : rest();
      const next = backwards && count > FEW ? await lastOf(count) : walked.limit(count);
      const found = await inZone(() => read(next, fits));
      const inOrder = found.rows.sort(backwards ? (a, b) => -byPlace(a, b) : byPlace).slice(0, found.count);
      for (const row of inOrder) rows.push(row);
      more = found.count === count;
      const last = inOrder.at(-1);
      if (last && backwards) to = keyOf(last);
      else if (last) from = keyOf(last);
    },
  };
}

/** Within a range, which is of one kind. */
function byPlace(a: RecordRow, b: RecordRow): number {
  return compare(a.at ?? '', b.at ?? '') || compare(a.id, b.id);
}
