/** Which versions of a record another endpoint is to have that may know nothing of it. Pure. */
import { parents } from '../core/merge-versions.ts';
import type { OutboxRow, VersionRow } from './database.ts';
import { isPrivate, isShared, waiting } from './place.ts';

/**
 * What was shared since the record last was private: words that were taken back are not told anew. And where it was ever sent
 * before, that this sharing ended: else those words would stand there again, alone or beside what was shared since.
 * `versions` are all that are here, in any order.
 */
export function queueFor(versions: readonly VersionRow[], addedAt: string): OutboxRow[] {
  const inOrder = [...versions].sort((a, b) => (a.rev < b.rev ? -1 : 1));
  const lastPrivate = inOrder.map(isPrivate).lastIndexOf(true);
  const shared = inOrder.slice(lastPrivate + 1).filter((row) => isShared(row) && !row.unsent);
  const ends = endsOfShares(inOrder);
  // Of what is shared again, whose words they are tells it.
  const told =
    shared.length === 0
      ? ends
      : withEndsBefore(
          shared,
          ends.filter(({ envelope }) => !envelope),
        );
  return told.map((row) => waiting(row, addedAt));
}

/** An end that nothing told answers would hide what is shared now: it is left out. Both in order. */
function withEndsBefore(shared: readonly VersionRow[], ends: readonly VersionRow[]): VersionRow[] {
  const told = [...shared];
  for (const end of [...ends].reverse()) {
    if (told.some((later) => parents(later).includes(end.rev))) told.unshift(end);
  }
  return told;
}

/** The private versions that ended the sharing of an earlier one, where any before them may have left. */
export function endsOfShares(versions: readonly VersionRow[]): VersionRow[] {
  const shared = versions.filter(isShared);
  const left = shared.filter(({ unsent }) => unsent !== 'never-left').map(({ rev }) => rev);
  const [first] = left.sort();
  if (first === undefined) return [];
  const revs = new Set(shared.map(({ rev }) => rev));
  return versions.filter(
    (row) => isPrivate(row) && row.rev > first && parents(row).some((rev) => revs.has(rev)),
  );
}
