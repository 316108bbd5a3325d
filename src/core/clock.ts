/** The hybrid logical clock that names versions: follows the wall clock, but never goes back and never repeats. */
import { offsetNow, type ClockOffset } from './clock-offset.ts';
import type { Environment } from './environment.ts';
import { numberToHex } from './hex.ts';

const LAST_COUNT = 0xffff;
/** The end of the year 9999. A stamp beyond it is nobody's clock; following it would leave no room to count on. */
const LAST_MS = 253_402_300_799_999;
/** Stamps further ahead than this were made by a clock that is wrong. */
const AHEAD_MS = 5 * 60 * 1000;

export interface Clock {
  /**
   * A rev greater than each of `after`, and than every one made or observed before that was not far ahead of the time:
   * `<12 hex ms>-<4 hex counter>-<node>`.
   */
  tick(after?: readonly string[]): string;
  /** Takes notice of a rev made elsewhere, so that the next tick is greater. One far ahead of the time is no reason to follow. */
  observe(rev: string): void;
  /**
   * What has to be added to the wall clock, in milliseconds, to be right; null where it is right, or nobody knows. `at`: what
   * the wall clock said when that was so; now, when left out.
   */
  correct(offMs: number | null, at?: number): void;
}

interface ClockStart {
  now: Environment['now'];
  /** 8 to 40 of `0-9a-z`: which device, and which start of the app on it. Two clocks must never share one. */
  node: string;
}

/** One moment, counted on within a millisecond. */
interface Stamp {
  ms: number;
  count: number;
}

const never: Stamp = { ms: 0, count: 0 };

export function createClock({ now, node }: ClockStart): Clock {
  let off: ClockOffset = { offMs: 0, at: 0 };
  /** The greatest stamp made or observed near the time. */
  let near = never;
  /** The greatest one made on top of a version from a clock far ahead: only such versions count on from it. */
  let far = never;

  const time = () => {
    const wall = now();
    off = { offMs: offsetNow(off, wall), at: wall };
    return Math.min(Math.max(0, Math.floor(wall + off.offMs)), LAST_MS);
  };
  const isWrong = ({ ms }: Stamp) => ms > time() + AHEAD_MS;
  const isAhead = (stamp: Stamp) => isWrong(stamp) && stamp.ms > near.ms;

  function observe(rev: string): void {
    const seen = stampOf(rev);
    if (seen && !isAhead(seen)) near = later(near, seen);
  }

  function tick(after: readonly string[] = []): string {
    // Its time has come.
    if (!isAhead(far)) near = later(near, far);
    const ahead = after.flatMap((rev) => stampOf(rev) ?? []).filter(isAhead);
    for (const rev of after) observe(rev);
    const wall = { ms: time(), count: -1 };
    if (ahead.length === 0) {
      near = next(later(near, wall));
      return name(near);
    }
    far = next(ahead.reduce(later, far));
    return name(far);
  }

  function name({ ms, count }: Stamp): string {
    return `${numberToHex(ms, 12)}-${numberToHex(count, 4)}-${node}`;
  }

  return {
    tick,
    observe,
    correct(offMs, at = now()) {
      off = { offMs: offMs ?? 0, at };
      // What was named by the wrong time is not followed any further.
      if (isWrong(near)) [near, far] = [never, later(near, far)];
    },
  };
}

/** Null where it is no rev, or one that nobody can count on from. */
function stampOf(rev: string): Stamp | null {
  const ms = Number.parseInt(rev.slice(0, 12), 16);
  const count = Number.parseInt(rev.slice(13, 17), 16);
  return ms <= LAST_MS && count <= LAST_COUNT ? { ms, count } : null;
}

function later(a: Stamp, b: Stamp): Stamp {
  return b.ms > a.ms || (b.ms === a.ms && b.count > a.count) ? b : a;
}

function next({ ms, count }: Stamp): Stamp {
  return count < LAST_COUNT ? { ms, count: count + 1 } : { ms: ms + 1, count: 0 };
}

/** The node of one start of the app: the device's lasting part, then a part no other tab or start has. */
export function createNode(devicePart: string, environment: Environment): string {
  const startPart = Array.from(environment.randomBytes(8), (byte) => (byte % 32).toString(32)).join('');
  return devicePart + startPart;
}
