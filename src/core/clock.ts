/** The hybrid logical clock that names versions: follows the wall clock, but never goes back and never repeats. */
import type { Environment } from './environment.ts';
import { numberToHex } from './hex.ts';

const LAST_COUNT = 0xffff;
/** The end of the year 9999. A stamp beyond it is nobody's clock; following it would leave no room to count on. */
const LAST_MS = 253_402_300_799_999;

export interface Clock {
  /** A rev greater than every one made or observed before: `<12 hex ms>-<4 hex counter>-<node>`. */
  tick(): string;
  /** Takes notice of a rev made elsewhere, so that the next tick is greater. */
  observe(rev: string): void;
}

interface ClockStart {
  now: Environment['now'];
  /** 8 to 40 of `0-9a-z`: which device, and which start of the app on it. Two clocks must never share one. */
  node: string;
  /** The greatest rev known from before, if there is one. */
  last?: string | undefined;
}

export function createClock({ now, node, last }: ClockStart): Clock {
  let ms = 0;
  let count = 0;

  function observe(rev: string): void {
    const seenMs = Number.parseInt(rev.slice(0, 12), 16);
    const seenCount = Number.parseInt(rev.slice(13, 17), 16);
    if (!(seenMs <= LAST_MS) || !(seenCount <= LAST_COUNT)) return;
    if (seenMs > ms) [ms, count] = [seenMs, seenCount];
    else if (seenMs === ms) count = Math.max(count, seenCount);
  }

  function tick(): string {
    const wall = Math.min(Math.floor(now()), LAST_MS);
    if (wall > ms) [ms, count] = [wall, 0];
    else if (count < LAST_COUNT) count += 1;
    else [ms, count] = [ms + 1, 0];
    return `${numberToHex(ms, 12)}-${numberToHex(count, 4)}-${node}`;
  }

  if (last !== undefined) observe(last);
  return { tick, observe };
}

/** The node of one start of the app: the device's lasting part, then a part no other tab or start has. */
export function createNode(devicePart: string, environment: Environment): string {
  const startPart = Array.from(environment.randomBytes(8), (byte) => (byte % 32).toString(32)).join('');
  return devicePart + startPart;
}
