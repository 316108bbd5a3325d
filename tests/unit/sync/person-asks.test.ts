/** "Sync now": what an endpoint did not have is asked for once more, in the round that the person asked for. */
import { expect, test } from 'vitest';
import { createMemoryEndpoint, type MemoryEndpoint } from '../../support/memory-endpoint.ts';
import { openPhone, startOn } from '../../support/sync-stage.ts';
import { createVirtualTimers } from '../../support/virtual-timers.ts';

/** A phone in sync, and up to which moment each of its rounds left nothing out. */
async function watched(endpoint: MemoryEndpoint) {
  const timers = createVirtualTimers();
  const { store } = await openPhone(endpoint, timers);
  const rounds: unknown[] = [];
  const { wanted } = store;
  store.wanted = (limit, asked) => {
    if (asked) rounds.push(asked.since);
    return wanted(limit, asked);
  };
  const running = startOn({ store, endpoint, timers });
  expect(await running.quiet()).toMatchObject({ at: 'idle' });
  return { timers, rounds, running };
}

test('a tap has everything asked for that was not there before it; a round of its own accord has not', async () => {
  const { timers, rounds, running } = await watched(createMemoryEndpoint());
  timers.fire();
  await running.quiet();
  running.wake('front');
  await running.quiet();
  expect(rounds).toEqual([null, null, null]);
  const tapped = (timers.time += 1000);
  running.sync.now();
  await running.quiet();
  timers.fire();
  await running.quiet();
  // What was noted after the tap is left out again.
  expect(rounds.slice(3)).toEqual([tapped, tapped]);
  running.sync.stop();
});

test('a tap while the server is to be left alone counts for the round after that', async () => {
  const endpoint = createMemoryEndpoint();
  const { timers, rounds, running } = await watched(endpoint);
  endpoint.meddle = () => ({
    when: 'before',
    answer: { outcome: 'retry', status: 429, retryAfterMs: 60_000 },
  });
  running.wake('front');
  expect(await running.quiet()).toMatchObject({ at: 'waiting' });
  running.sync.now();
  expect(await running.quiet()).toMatchObject({ at: 'waiting' });
  endpoint.meddle = () => null;
  timers.fire();
  expect(await running.quiet()).toMatchObject({ at: 'idle' });
  expect(rounds).toEqual([null, timers.time]);
  running.sync.stop();
});
