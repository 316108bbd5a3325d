import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchOfflineCopy, type OfflineCopy, type Workers } from '../../../src/platform/offline-ready.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A worker that is being installed, as the browser shows it. */
class Installing extends EventTarget {
  state: ServiceWorkerState = 'installing';
  becomes(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

interface Registered {
  active?: object;
  installing?: EventTarget;
}

/** A browser in which the worker is registered as given; `activate` makes it active. */
function browser(registered: Registered | undefined) {
  let activate = () => {};
  const registration = registered as unknown as ServiceWorkerRegistration | undefined;
  const ready = new Promise<ServiceWorkerRegistration>((resolve) => {
    activate = () => resolve(registered as unknown as ServiceWorkerRegistration);
  });
  const getRegistration = vi.fn<Workers['getRegistration']>(() => Promise.resolve(registration));
  return { workers: { getRegistration, ready }, getRegistration, activate: () => activate() };
}

function watch(workers: Workers | null): { seen: OfflineCopy[]; stop: () => void } {
  const seen: OfflineCopy[] = [];
  return { seen, stop: watchOfflineCopy((copy) => seen.push(copy), workers) };
}

const soon = () => vi.advanceTimersByTimeAsync(0);

test('a phone that has all of it says so at once', async () => {
  const { seen } = watch(browser({ active: {} }).workers);
  await soon();
  expect(seen).toEqual(['ready']);
});

test('while files are still coming that is said, and then that it is ready', async () => {
  const { workers, activate } = browser({ installing: new Installing() });
  const { seen } = watch(workers);
  await soon();
  expect(seen).toEqual(['coming']);
  activate();
  await soon();
  expect(seen).toEqual(['coming', 'ready']);
});

test('cut off while they were coming: it is not there, and no longer said to come', async () => {
  const installing = new Installing();
  const { workers, getRegistration } = browser({ installing });
  const { seen } = watch(workers);
  await soon();
  getRegistration.mockResolvedValue(undefined);
  installing.becomes('redundant');
  await soon();
  expect(seen).toEqual(['coming', 'missing']);
});

test('a newer one that takes the place of the one that was coming is coming too', async () => {
  const [first, second] = [new Installing(), new Installing()];
  const { workers, getRegistration, activate } = browser({ installing: first });
  const { seen } = watch(workers);
  await soon();
  getRegistration.mockResolvedValue({ installing: second } as unknown as ServiceWorkerRegistration);
  first.becomes('redundant');
  await soon();
  expect(seen).toEqual(['coming']);
  activate();
  await soon();
  // Replaced by an update later on: it starts without a network all the same.
  second.becomes('redundant');
  await soon();
  expect(seen).toEqual(['coming', 'ready']);
});

test('registered late, on a slow line: what was said to be missing is coming, and then ready', async () => {
  const { workers, getRegistration, activate } = browser(undefined);
  const { seen } = watch(workers);
  await vi.advanceTimersByTimeAsync(8000);
  expect(seen).toEqual(['missing']);
  getRegistration.mockResolvedValue({ installing: new Installing() } as unknown as ServiceWorkerRegistration);
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['missing', 'coming']);
  activate();
  await soon();
  expect(seen).toEqual(['missing', 'coming', 'ready']);
});

test('opened before the worker is registered, nothing is said until it is known', async () => {
  const { workers, getRegistration } = browser(undefined);
  const { seen } = watch(workers);
  await vi.advanceTimersByTimeAsync(4000);
  expect(seen).toEqual([]);
  getRegistration.mockResolvedValue({ installing: new Installing() } as unknown as ServiceWorkerRegistration);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen).toEqual(['coming']);
});

test.each([
  ['without service workers', null],
  [
    'that refuses them',
    { ...browser(undefined).workers, getRegistration: () => Promise.reject(new Error()) },
  ],
  ['in which none is ever registered', browser(undefined).workers],
])('a browser %s does not have it', async (_, workers) => {
  const { seen } = watch(workers);
  await vi.advanceTimersByTimeAsync(6000);
  expect(seen).toEqual(['missing']);
});

test('whoever has left is told nothing any more', async () => {
  const installing = new Installing();
  const { workers, activate } = browser({ installing });
  const { seen, stop } = watch(workers);
  await soon();
  stop();
  activate();
  installing.becomes('redundant');
  await soon();
  expect(seen).toEqual(['coming']);
  const before = watch(browser(undefined).workers);
  before.stop();
  await vi.advanceTimersByTimeAsync(6000);
  expect(before.seen).toEqual([]);
});
