/** How many versions are asked for at a time: many on a good line, few on one that is slow or cuts its answers. */

const FIRST = 100;
const MOST = 500;
/** A few kilobytes: fewer would only make more requests. */
const LEAST = 20;
const SLOW_MS = 8000;
const FAST_MS = 2000;
/** After so many quick pages of a size, twice as many are tried again: what failed once may have been chance. */
const TRUST = 10;

export interface PagePace {
  readonly versions: number;
  /** A page came in so many milliseconds. */
  took(ms: number): void;
  /** No page came, or a part of one: the next is smaller, so that it gets through in the end. */
  failed(): void;
}

export function createPagePace(): PagePace {
  let versions = FIRST;
  let most = MOST;
  let quick = 0;
  const shrink = () => {
    versions = Math.max(LEAST, Math.floor(versions / 2));
    most = versions;
    quick = 0;
  };
  return {
    get versions() {
      return versions;
    },
    took(ms) {
      if (ms > SLOW_MS) shrink();
      if (ms >= FAST_MS) return;
      quick += 1;
      if (quick === TRUST) {
        most = Math.min(MOST, most * 2);
        quick = 0;
      }
      versions = Math.min(most, versions * 2);
    },
    failed: shrink,
  };
}
