/**
 * What a new version has to answer besides what it is made from. Some versions never leave a phone: private ones, those taken
 * back in time, those refused. For everybody else a version made from one of them would hang in the air, and what came before
 * would stand beside it. So it names what others have, across the gap (docs/decisions/002-settles.md). Pure.
 */
import { lineOf, parents, type Links } from './merge-versions.ts';
import type { Version } from './version.ts';

/**
 * How far a version comes: with everybody who is to have it; on its way there; with somebody perhaps, and going nowhere any
 * more; or with nobody else, now and later.
 */
export type Reach = 'there' | 'going' | 'perhaps' | 'nowhere';

type Known = Links & Pick<Version, 'rev'>;

/** Of the revs handed on with a change of `base`, those that it does not go back to already. */
export function stillOpen(base: string, handedOn: readonly string[], known: readonly Known[]): string[] {
  const behind = lineOf(byRev(known), [base]);
  return [...new Set(handedOn)].filter((rev) => !behind.has(rev));
}

/**
 * The revs that a version made from `answered` has to name besides, oldest first: all it goes back to that others may have, but
 * for what is answered by a version that is with them as surely. `known` are all versions of the record.
 */
export function gapsBehind(
  answered: readonly string[],
  known: readonly Known[],
  reachOf: (rev: string) => Reach,
): string[] {
  const behind = lineOf(byRev(known), answered);
  const answeredBy = new Map<string, number>();
  for (const version of known) {
    const holds = answers[reachOf(version.rev)];
    for (const rev of parents(version)) answeredBy.set(rev, Math.max(holds, answeredBy.get(rev) ?? 0));
  }
  const isOpen = (rev: string) => (answeredBy.get(rev) ?? 0) < needs[reachOf(rev)];
  return known
    .map(({ rev }) => rev)
    .filter((rev) => behind.has(rev) && !answered.includes(rev) && isOpen(rev))
    .sort();
}

/** How much it counts that a version which comes so far answers another one. What is going may still be refused. */
const answers: Record<Reach, number> = { there: 2, going: 1, perhaps: 0, nowhere: 0 };
/** How much of that it takes for a version which comes so far to be answered for everybody. */
const needs: Record<Reach, number> = { there: 2, going: 1, perhaps: 1, nowhere: 0 };

function byRev(known: readonly Known[]): Map<string, Links> {
  return new Map(known.map((version) => [version.rev, version]));
}
