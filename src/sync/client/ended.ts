/** How a piece of syncing ended, and with it the whole round. */
import type { Answer } from '../protocol/endpoint.ts';

export type Ended =
  | { end: 'done' }
  /** It passes: tried again after a while. `heard` is false where no answer came at all. */
  | { end: 'later'; why: string; heard: boolean; retryAfterMs?: number }
  /** The login does not do. */
  | { end: 'auth'; why: string }
  /** The phone could not keep it. What the endpoint asks for holds all the same. */
  | { end: 'store'; why: string; retryAfterMs?: number }
  /** The sync was ended meanwhile. */
  | { end: 'stopped' };

export const done: Ended = { end: 'done' };
export const stopped: Ended = { end: 'stopped' };

/** What an answer that was no success means for the round. */
export function endedBy(answer: Answer): Ended {
  if (answer.outcome === 'auth') return { end: 'auth', why: said(answer) };
  return {
    end: 'later',
    why: said(answer),
    heard: answer.status !== undefined,
    ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
  };
}

/** What the endpoint said; where it said nothing, its status. */
export function said({ why, status }: Answer): string {
  if (why) return why;
  return status === undefined ? '' : `HTTP ${status}`;
}

/** The one that matters more: a stop, then the login, the phone, and what passes; not before the longer wait asked for is over. */
export function worse(a: Ended, b: Ended): Ended {
  const order: Ended['end'][] = ['done', 'later', 'store', 'auth', 'stopped'];
  const one = order.indexOf(b.end) > order.indexOf(a.end) ? b : a;
  const retryAfterMs = Math.max(askedFor(a) ?? -1, askedFor(b) ?? -1);
  return retryAfterMs >= 0 && (one.end === 'later' || one.end === 'store') ? { ...one, retryAfterMs } : one;
}

/** How long the endpoint asked to be left alone; undefined where it did not. */
export function askedFor(ended: Ended): number | undefined {
  return ended.end === 'later' || ended.end === 'store' ? ended.retryAfterMs : undefined;
}

/** The phone has no room, or its database could not be reached. */
export function storeFailed(kept: { status: 'full' } | { status: 'unavailable'; why: string }): Ended {
  return { end: 'store', why: kept.status === 'full' ? 'full' : kept.why };
}
