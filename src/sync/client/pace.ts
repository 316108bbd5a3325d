/** How much goes into one request: as much as is allowed on a good line, less and less on a slow or failing one. */
import { MOST_VERSIONS } from '../protocol/wire.ts';

/** The most bytes of one request, whatever an endpoint allows. */
const MOST_BYTES = 256 * 1024;
/** A batch that takes longer is too large for the line; one that takes less lets it grow again. */
const SLOW_MS = 8000;
const FAST_MS = 2000;

export interface Pace {
  readonly versions: number;
  readonly bytes: number;
  /** A request went through in so many milliseconds. */
  took(ms: number): void;
  /** A request failed or was cut. */
  failed(): void;
  /** So many bytes were too much for the endpoint: never so many again. */
  tooLarge(bytes: number): void;
}

export function createPace(allowed: { versions: number; bytes: number }): Pace {
  const most = {
    versions: Math.max(1, Math.min(MOST_VERSIONS, allowed.versions)),
    bytes: Math.max(1, Math.min(MOST_BYTES, allowed.bytes)),
  };
  let { versions, bytes } = most;

  function shrink(): void {
    versions = Math.max(1, Math.floor(versions / 2));
    bytes = Math.max(1024, Math.floor(bytes / 2));
  }

  return {
    get versions() {
      return versions;
    },
    get bytes() {
      return bytes;
    },
    took(ms) {
      if (ms > SLOW_MS) shrink();
      if (ms >= FAST_MS) return;
      versions = Math.min(most.versions, versions * 2);
      bytes = Math.min(most.bytes, bytes * 2);
    },
    failed: shrink,
    tooLarge(refused) {
      most.bytes = Math.max(1, Math.min(most.bytes, Math.floor(refused / 2)));
      bytes = Math.min(bytes, most.bytes);
    },
  };
}
