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
  const connection = createConnection(dexie);
  const live = watchMany(
    connection,
    () => numbers.count(),
    look,
    0,
    () => time,
  );
  return { connection, dexie, numbers, live };
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

test('left while a look is still waited for, nobody is told of any trouble', async () => {
  const { connection, numbers, live } = watched('watch-many-left', { ms: 1 });
  const seen: number[] = [];
  const troubles: unknown[] = [];
  const stop = live.subscribe(
    (count) => seen.push(count),
    (error) => troubles.push(error),
  );
  await numbers.add({ id: 1 });
  await expect.poll(() => seen.at(-1)).toBe(1);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await numbers.add({ id: 2 });
  await expect.poll(() => timers.mock.calls.map(([, after]) => after)).toContain(300);
  vi.restoreAllMocks();
  const read = vi.spyOn(connection, 'read');
  connection.close();
  await expect.poll(() => read.mock.settledResults.at(-1)?.type).toBe('rejected');
  expect(troubles).toEqual([]);
  stop();
});
