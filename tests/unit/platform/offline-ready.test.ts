import { expect, test } from 'vitest';
import { watchOfflineReady, type Worker } from '../../../src/platform/offline-ready.ts';

type Registration = Awaited<ReturnType<Worker['getRegistration']>>;

/** A browser whose worker is active now, or once `becomes` is called. */
function browser(active: boolean) {
  let becomes = () => {};
  const registration = { active: active ? {} : null } as unknown as ServiceWorkerRegistration;
  const ready = new Promise<ServiceWorkerRegistration>((resolve) => {
    becomes = () => resolve(registration);
  });
  const worker: Worker = { getRegistration: () => Promise.resolve<Registration>(registration), ready };
  return { worker, becomes: () => becomes() };
}

test('a phone that has all of it says so at once', async () => {
  const seen: boolean[] = [];
  watchOfflineReady((ready) => seen.push(ready), browser(true).worker);
  await expect.poll(() => seen).toEqual([true]);
});

test('while files are still coming it is not ready, and is told when it is', async () => {
  const { worker, becomes } = browser(false);
  const seen: boolean[] = [];
  watchOfflineReady((ready) => seen.push(ready), worker);
  await expect.poll(() => seen).toEqual([false]);
  becomes();
  await expect.poll(() => seen).toEqual([false, true]);
});

test('whoever has left is told nothing any more', async () => {
  const { worker, becomes } = browser(false);
  const seen: boolean[] = [];
  const stop = watchOfflineReady((ready) => seen.push(ready), worker);
  await expect.poll(() => seen).toEqual([false]);
  stop();
  becomes();
  await worker.ready;
  await Promise.resolve();
  expect(seen).toEqual([false]);
});

test.each([
  ['no service workers', null],
  [
    'none for this window',
    { getRegistration: () => Promise.reject(new Error('refused')), ready: new Promise<never>(() => {}) },
  ],
])('a browser with %s is never ready', async (_, worker) => {
  const seen: boolean[] = [];
  watchOfflineReady((ready) => seen.push(ready), worker);
  await expect.poll(() => seen).toEqual([false]);
});
