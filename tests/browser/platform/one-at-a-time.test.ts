/** Windows of one app, each with its own lock and channel, as the browser really gives them. */
import { expect, test } from 'vitest';
import { createOneAtATime } from '../../../src/platform/one-at-a-time.ts';

/** Work that goes on until it is ended, and can be waited for. */
function work() {
  const { promise: over, resolve: end } = later();
  const begun = later();
  return {
    begun: begun.promise,
    end,
    run: () => {
      begun.resolve();
      return over;
    },
  };
}

function later() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test('of two windows one is at it; the other hears so, and takes over', async () => {
  const name = crypto.randomUUID();
  const [first, second] = [work(), work()];
  createOneAtATime(name).run(first.run, () => {
    throw new Error('nobody else is at it');
  });
  await first.begun;
  const elsewhere = later();
  createOneAtATime(name).run(second.run, elsewhere.resolve);
  await elsewhere.promise;
  let took = false;
  void second.begun.then(() => {
    took = true;
  });
  await Promise.resolve();
  expect(took).toBe(false);
  first.end();
  await second.begun;
  second.end();
});

test('who no longer waits does not take over', async () => {
  const name = crypto.randomUUID();
  const [first, second, third] = [work(), work(), work()];
  createOneAtATime(name).run(first.run, () => {});
  await first.begun;
  const elsewhere = later();
  let took = false;
  const letGo = createOneAtATime(name).run(() => {
    took = true;
    return second.run();
  }, elsewhere.resolve);
  await elsewhere.promise;
  letGo();
  createOneAtATime(name).run(third.run, () => {});
  first.end();
  await third.begun;
  expect(took).toBe(false);
  third.end();
});

test('the window that is at it is asked by another, until it stops listening', async () => {
  const name = crypto.randomUUID();
  const [here, there] = [createOneAtATime(name), createOneAtATime(name)];
  const asked = later();
  const stop = here.onNudge(asked.resolve);
  there.nudge();
  await asked.promise;
  stop();
  let again = false;
  here.onNudge(() => {})();
  const last = later();
  here.onNudge(last.resolve);
  const stopFirst = here.onNudge(() => {
    again = true;
  });
  stopFirst();
  there.nudge();
  await last.promise;
  expect(again).toBe(false);
});
