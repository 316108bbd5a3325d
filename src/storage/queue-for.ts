/** Which versions of a record another endpoint is to have that may know nothing of it. Pure. */
import type { OutboxRow, VersionRow } from './database.ts';
import { isPrivate, waiting } from './place.ts';

/**
 * Of a shared record what was shared since it last was private: words that were taken back are not told anew. Of one that
 * is private, only that its sharing ended, where it was ever sent. `versions` are all that are here, in any order.
 */
export function queueFor(versions: readonly VersionRow[], addedAt: string): OutboxRow[] {
  const inOrder = [...versions].sort((a, b) => (a.rev < b.rev ? -1 : 1));
  const lastPrivate = inOrder.reduce((last, row, at) => (isPrivate(row) ? at : last), -1);
  const shared = inOrder
    .slice(lastPrivate + 1)
    .filter(({ audience, unsent }) => audience === 'team' && !unsent);
  const ended = shared.length === 0 ? inOrder.filter((row) => isPrivate(row) && endsShare(row, inOrder)) : [];
  return [...shared, ...ended].map((row) => waiting(row, addedAt));
}

function endsShare(row: VersionRow, all: readonly VersionRow[]): boolean {
  return all.some(
    ({ rev, audience, unsent }) => rev === row.base && audience === 'team' && unsent !== 'never-left',
  );
}
