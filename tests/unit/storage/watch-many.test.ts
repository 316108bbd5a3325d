import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { createConnection } from '../../../src/storage/connection.ts';
import { watchMany } from '../../../src/storage/watch-many.ts';

/** A table that is watched, and a clock on which each look takes `took` milliseconds. */
function watched(name: string, took: { ms: number }) {
  const dexie = new Dexie(name, { cache: 'disabled' });
  dexie.version(1).stores({ numbers: 'id' });
  const numbers = dexie.table<{ id: number }, number>('numbers');
  let time = 0;
  const look = async () => {
    time += took.ms;
    return numbers.count();
  };
  const live = watchMany(
    createConnection(dexie),
    () => numbers.count(),
    look,
    0,
    () => time,
  );
  return { dexie, numbers, live };
}

test.each([
  [1, 300],
  [500, 4500],
  [60_000, 10_000],
  // Set back in between.
  [-5000, 300],
])('after a look that took %i ms the next waits for %i', async (ms, pause) => {
  const took = { ms };
  const { dexie, numbers, live } = watched(`watch-many-${ms}`, took);
  const seen: number[] = [];
  const stop = live.subscribe((count) => seen.push(count));
  await numbers.add({ id: 1 });
  await expect.poll(() => seen.at(-1)).toBe(1);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await numbers.add({ id: 2 });
  await expect.poll(() => timers.mock.calls.map(([, after]) => after)).toContain(pause);
  vi.restoreAllMocks();
  stop();
  dexie.close();
});
