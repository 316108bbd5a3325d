/** How long to leave an endpoint alone after it failed: longer each time, by chance within it, so that phones do not come all at once. */

export const FIRST_MS = 1000;
export const MOST_MS = 5 * 60 * 1000;
/** What a server asks for is obeyed up to here: a slip of its clock must not end the sync. */
const MOST_ASKED_MS = 60 * 60 * 1000;

export interface BackOff {
  /** Milliseconds until the next try: full jitter below the step, never before `askedMs` (`Retry-After`) is over. */
  fail(askedMs?: number): number;
  succeed(): void;
}

/** `random` gives 0 (included) to 1 (not included). */
export function createBackOff(random: () => number): BackOff {
  let failed = 0;
  return {
    fail(askedMs = 0) {
      const step = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failed, 20));
      failed += 1;
      // Also what was asked for gets its chance: else all who were sent away come back at the same moment.
      return Math.round(Math.min(askedMs, MOST_ASKED_MS) + random() * step);
    },
    succeed() {
      failed = 0;
    },
  };
}

/** A number from 0 to 1 made of random bytes. */
export function fraction(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte, at) => sum + byte / 256 ** (at + 1), 0) % 1;
}
