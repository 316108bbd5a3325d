/** What is different between two readings, one statement at a time. Up and down are told alike; neither is a result. */
import { scoreOn } from './answers.ts';
import type { ReadingBody } from './reading.ts';

export type ChangeKind = 'up' | 'down' | 'same' | 'newly-answered' | 'left-out';

export interface StatementChange {
  statement: string;
  /** The score in the earlier reading; null where there was none. */
  from: number | null;
  /** The score in the later reading; null where there is none. */
  to: number | null;
  /** `left-out` is a gap in the later reading, whether or not there was a score before. */
  change: ChangeKind;
}

/**
 * `earlier` and `later` must be of comparable instruments. The order is that of `later`; a statement that only
 * `earlier` has comes after.
 */
export function changeBetween(
  earlier: Pick<ReadingBody, 'answers'>,
  later: Pick<ReadingBody, 'answers'>,
): StatementChange[] {
  const ids = new Set([...later.answers, ...earlier.answers].map(({ statement }) => statement));
  return [...ids].map((statement) => {
    const from = scoreOn(earlier.answers, statement);
    const to = scoreOn(later.answers, statement);
    return { statement, from, to, change: nameChange(from, to) };
  });
}

function nameChange(from: number | null, to: number | null): ChangeKind {
  if (to === null) return 'left-out';
  if (from === null) return 'newly-answered';
  if (to === from) return 'same';
  return to > from ? 'up' : 'down';
}
