/** How much goes into one request: more than is usual on a very good line, less and less on a slow or failing one. */
import { MOST_VERSIONS } from '../protocol/wire.ts';

/** With so much any line is tried: what is cut is sent again. */
const USUAL = { versions: 250, bytes: 256 * 1024 };
/** The most bytes of one request, whatever an endpoint allows. */
const MOST_BYTES = 1024 * 1024;
/** A batch that takes longer is too large for the line; one that takes less lets it grow again. */
const SLOW_MS = 8000;
const FAST_MS = 2000;
/** After one that was more than half full and took no longer than this, the next may hold more than is usual (decision 021). */
const AT_ONCE_MS = 300;

export interface Amount {
  versions: number;
  bytes: number;
}

export interface Pace {
  readonly versions: number;
  readonly bytes: number;
  /** Sending begins, perhaps on another line than the last time: no more than is usual. */
  begin(): void;
  /** A request with so much in it went through in so many milliseconds. */
  took(ms: number, sent: Amount): void;
  /** A request failed or was cut. */
  failed(): void;
  /** So much was too much for the endpoint: never so much again. */
  tooLarge(refused: Amount): void;
}

export function createPace(allowed: Amount): Pace {
  const most = {
    versions: Math.max(1, Math.min(MOST_VERSIONS, allowed.versions)),
    bytes: Math.max(1, Math.min(MOST_BYTES, allowed.bytes)),
  };
  let versions = Math.min(most.versions, USUAL.versions);
  let bytes = Math.min(most.bytes, USUAL.bytes);

  function keepWithin(line: Amount): void {
    versions = Math.min(versions, most.versions, line.versions);
    bytes = Math.min(bytes, most.bytes, line.bytes);
  }

  function shrink(): void {
    keepWithin(USUAL);
    versions = Math.max(1, Math.floor(versions / 2));
    bytes = Math.min(most.bytes, Math.max(1024, Math.floor(bytes / 2)));
  }

  return {
    get versions() {
      return versions;
    },
    get bytes() {
      return bytes;
    },
    begin: () => keepWithin(USUAL),
    took(ms, sent) {
      if (ms > SLOW_MS) shrink();
      // A few small ones are through at once on any line, and many small ones say nothing of large ones.
      const carriesMore = sent.bytes > bytes / 2;
      const more = {
        versions:
          carriesMore || sent.versions > versions / 2 ? most.versions : Math.max(versions, USUAL.versions),
        bytes: carriesMore ? most.bytes : Math.max(bytes, USUAL.bytes),
      };
      if (ms < FAST_MS) {
        versions *= 2;
        bytes *= 2;
      }
      // A clock that was set back says nothing of the line.
      const atOnce = ms >= 0 && ms <= AT_ONCE_MS;
      keepWithin(atOnce ? more : USUAL);
    },
    failed: shrink,
    tooLarge(refused) {
      const usual = refused.versions <= USUAL.versions && refused.bytes <= USUAL.bytes;
      // More than is usual may be too many, and not too large, as for a hub of an older release.
      most.versions = usual ? most.versions : Math.min(most.versions, USUAL.versions);
      most.bytes = Math.min(most.bytes, usual ? Math.max(1, Math.floor(refused.bytes / 2)) : USUAL.bytes);
      keepWithin(most);
    },
  };
}
