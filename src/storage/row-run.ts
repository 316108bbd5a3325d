/** One range of a list index, read on in its order, some rows at a time. */
import type { WhereClause } from 'dexie';
import type { RecordRow } from './database.ts';
import type { InZone } from './zone.ts';

type Key = readonly unknown[];

export interface RowRun {
  /** What was read so far, in order. */
  readonly rows: readonly RecordRow[];
  /** Whether there may be more. */
  readonly more: boolean;
  readOn(count: number): Promise<void>;
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

export function startRun(
  index: () => WhereClause<RecordRow, string>,
  { lower, upper, backwards, keyOf }: Range,
  inZone: InZone,
): RowRun {
  const rows: RecordRow[] = [];
  let [from, to] = [lower, upper];
  let more = true;
  const rest = () => index().between(from, to, false, false);

  /**
   * Backwards, a browser gives one row at a time, each a way there and back. So the last of them is looked for first, in
   * one leap over keys, and all from there on are taken at once.
   */
  async function lastOf(count: number): Promise<RecordRow[]> {
    if (count <= FEW) return inZone(() => rest().reverse().limit(count).toArray());
    const [mark] = await inZone(() =>
      rest()
        .reverse()
        .offset(count - 1)
        .limit(1)
        .keys(),
    );
    const found = await inZone(() =>
      (mark === undefined ? rest() : index().between(mark, to, true, false)).toArray(),
    );
    return found.reverse();
  }

  return {
    rows,
    get more() {
      return more;
    },
    async readOn(count) {
      const found = await (backwards ? lastOf(count) : inZone(() => rest().limit(count).toArray()));
      rows.push(...found);
      more = found.length === count;
      const last = found.at(-1);
      if (last && backwards) to = keyOf(last);
      else if (last) from = keyOf(last);
    },
  };
}
