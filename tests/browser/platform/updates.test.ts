/** A newer version is offered, taken up only when asked, and the page is loaded anew exactly once. */
import { afterEach, expect, test, vi } from 'vitest';
import { watchForUpdate } from '../../../src/platform/updates.ts';

const url = '/service-worker.js';
const here = new URL(url, location.href).href;

/** A browser's service workers, played by hand. */
class FakeWorkers extends EventTarget {
  controller: EventTarget | null = null;
  registered: unknown[] = [];
  registration = Object.assign(new EventTarget(), {
    waiting: null as ReturnType<typeof worker> | null,
    installing: null,
    update: vi.fn(() => Promise.resolve()),
  });
  register = vi.fn((script: unknown) => {
    this.registered.push(script);
    return Promise.resolve(this.registration);
  });
  /** Resolves once the app listens for who is in charge: before that, a change would go unseen by any code. */
  watched = new Promise<void>((resolve) => {
    const add = this.addEventListener.bind(this);
    this.addEventListener = (type: string, see: EventListenerOrEventListenerObject | null) => {
      add(type, see);
      if (type === 'controllerchange') resolve();
    };
  });
  takeOver(): void {
    this.controller = this.registration.waiting ?? worker();
    this.dispatchEvent(new Event('controllerchange'));
  }
}

function worker() {
  return Object.assign(new EventTarget(), { scriptURL: here, state: 'installed', postMessage: vi.fn() });
}

function browserWith(workers: FakeWorkers): void {
  vi.spyOn(navigator, 'serviceWorker', 'get').mockReturnValue(workers as unknown as ServiceWorkerContainer);
}

function watch() {
  const onWaiting = vi.fn();
  const reload = vi.fn();
  return { onWaiting, reload, updates: watchForUpdate(url, { onWaiting, reload }) };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a version that waits is offered; asked for, it takes over and the page loads once', async () => {
  const workers = new FakeWorkers();
  workers.controller = worker();
  const waiting = worker();
  workers.registration.waiting = waiting;
  browserWith(workers);
  const { onWaiting, reload, updates } = watch();
  await expect.poll(() => onWaiting).toHaveBeenCalledOnce();
  expect(waiting.postMessage).not.toHaveBeenCalled();
  updates.apply();
  expect(waiting.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' }, expect.anything());
  expect(reload).not.toHaveBeenCalled();
  workers.takeOver();
  workers.takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

test('the first worker taking over is no update', async () => {
  const workers = new FakeWorkers();
  browserWith(workers);
  const { onWaiting, reload } = watch();
  await workers.watched;
  workers.takeOver();
  expect(onWaiting).not.toHaveBeenCalled();
  expect(reload).not.toHaveBeenCalled();
});

test('a change made in another window is offered here, never forced', async () => {
  const workers = new FakeWorkers();
  workers.controller = worker();
  browserWith(workers);
  const { onWaiting, reload, updates } = watch();
  await workers.watched;
  workers.takeOver();
  expect(onWaiting).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
  updates.apply();
  expect(reload).toHaveBeenCalledOnce();
});

test('the worker is named through the policy where the browser wants one', async () => {
  const workers = new FakeWorkers();
  browserWith(workers);
  const named = { toString: () => url };
  const createPolicy = vi.fn((_name: string, rules: { createScriptURL(asked: string): string }) => ({
    createScriptURL: (asked: string) => (rules.createScriptURL(asked), named),
  }));
  vi.stubGlobal('trustedTypes', { createPolicy });
  watch();
  await expect.poll(() => workers.registered).toEqual([named]);
  expect(createPolicy).toHaveBeenCalledWith('plotline', expect.anything());
  const rules = createPolicy.mock.calls[0]?.[1];
  expect(() => rules?.createScriptURL('https://elsewhere.example/worker.js')).toThrow(TypeError);
});

test('a browser that refuses the worker still runs the app', async () => {
  const workers = new FakeWorkers();
  workers.register.mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
  browserWith(workers);
  const reload = vi.fn();
  const onRefused = vi.fn();
  const updates = watchForUpdate(url, { onWaiting: vi.fn(), onRefused, reload });
  await expect.poll(() => onRefused).toHaveBeenCalledOnce();
  updates.apply();
  await updates.check();
  expect(reload).not.toHaveBeenCalled();
});
