/** How often something may happen: a bucket that fills slowly and is drawn from, for each address or device. */
import type { Environment } from '../core/environment.ts';

export interface Rate {
  /** How many at once. */
  burst: number;
  /** How many come back each second. */
  perSecond: number;
}

export interface AttemptLimit {
  /** Draws one: 0 where it may happen, else for how many seconds it should be left. */
  draw(who: string): number;
  /** As `draw`, without drawing. */
  look(who: string): number;
}

/** So many are kept in mind; then those that are full again are forgotten. */
const MOST_KEPT = 10_000;

/** Kept in this process alone: several processes allow that many times as much. */
export function attemptLimit({ burst, perSecond }: Rate, { now }: Pick<Environment, 'now'>): AttemptLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const current = (who: string): { left: number; at: number } => {
    const at = now();
    const bucket = buckets.get(who);
    if (!bucket) return { left: burst, at };
    const gained = (Math.max(0, at - bucket.at) / 1000) * perSecond;
    return { left: Math.min(burst, bucket.left + gained), at };
  };
  const wait = (left: number): number => (left >= 1 ? 0 : Math.ceil((1 - left) / perSecond));
  const forget = (): void => {
    for (const who of buckets.keys()) if (current(who).left >= burst) buckets.delete(who);
    // All of them busy: the oldest go, rather than the memory.
    for (const who of buckets.keys()) {
      if (buckets.size <= MOST_KEPT) return;
      buckets.delete(who);
    }
  };
  return {
    draw(who) {
      const { left, at } = current(who);
      const seconds = wait(left);
      buckets.set(who, { left: seconds === 0 ? left - 1 : left, at });
      if (buckets.size > MOST_KEPT) forget();
      return seconds;
    },
    look: (who) => wait(current(who).left),
  };
}
