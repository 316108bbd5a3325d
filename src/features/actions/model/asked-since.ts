/** Since when the project owes its answer: since it can see that it is asked. Pure. */
import type { Version } from '../../../core/version.ts';
import { owesAnswer, type ActionBody } from './action.ts';

/** One version of an action, as far as it says whether the project was asked by then. */
export type Asking = Pick<
  Version<ActionBody>,
  'rev' | 'base' | 'settles' | 'occurredAt' | 'recordedAt' | 'audience' | 'removed' | 'body'
>;

/**
 * The day or moment: of the oldest version from which on, until now, the project could see that it is asked. Never before
 * the day that was said: then it was decided. `history` are the versions that are here; what lies further back is not known,
 * and no reproach is made of it. Null where nobody is asked now.
 */
export function askedSince(now: Asking, history: readonly Asking[]): string | null {
  if (!isAsked(now)) return null;
  const before = new Map(history.map((version) => [version.rev, version]));
  // What is shared again names what was shared before it was taken back (docs/decisions/002-settles.md): that counts no more.
  const ended = history.reduce(
    (last, { rev, audience }) => (audience === 'me' && rev > last ? rev : last),
    '',
  );
  let seen = now.recordedAt;
  const looking = [now];
  for (let version = looking.pop(); version; version = looking.pop()) {
    if (version.recordedAt < seen) seen = version.recordedAt;
    for (const rev of [version.base, ...(version.settles ?? [])]) {
      const earlier = rev === null ? undefined : before.get(rev);
      if (!earlier || earlier.rev < ended || !isAsked(earlier)) continue;
      // Two that were put together have the same one before them.
      before.delete(earlier.rev);
      looking.push(earlier);
    }
  }
  const { occurredAt } = now;
  return occurredAt > seen.slice(0, occurredAt.length) ? occurredAt : seen;
}

function isAsked({ audience, removed, body }: Asking): boolean {
  return audience === 'team' && removed === undefined && owesAnswer(body);
}
