/** One phone, one endpoint and the engine between them, all in memory, with time that passes when the test says so. */
import type { AttachmentRef } from '../../src/core/define-record.ts';
import type { OneAtATime } from '../../src/core/one-at-a-time.ts';
import type { Version } from '../../src/core/version.ts';
import type { Ended } from '../../src/sync/client/ended.ts';
import { createMemory, round, type Memory } from '../../src/sync/client/round.ts';
import { startSync } from '../../src/sync/client/start-sync.ts';
import type { Sync, SyncStatus } from '../../src/sync/client/sync-status.ts';
import type { MemoryEndpoint } from './memory-endpoint.ts';
import { createMemorySyncStore, type MemorySyncStore } from './memory-sync-store.ts';
import { revOf, version } from './versions.ts';
import { createVirtualTimers, type VirtualTimers } from './virtual-timers.ts';

export const CONNECTION = 'garden';

/** The nth record, at its nth version where one is given. */
export function record(nth: number, at = nth, parts: Partial<Version> = {}): Version {
  const id = `01970000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`;
  return version(at, { id, ...parts });
}

export function keyAt(nth: number, at = nth): string {
  return `${record(nth, at).id}_${revOf(at)}`;
}

export function records(count: number): Version[] {
  return Array.from({ length: count }, (_, at) => record(at + 1));
}

export interface Phone {
  store: MemorySyncStore;
  memory: Memory;
  /** One round with the endpoint, as `startSync` does it. */
  round(): Promise<Ended>;
}

/** Photos are named in a body as `photo`. */
const photosOf = ({ body }: Version): AttachmentRef[] => {
  const photo: unknown = Reflect.get(Object(body), 'photo');
  return photo === undefined ? [] : [photo as AttachmentRef];
};

export async function openPhone(endpoint: MemoryEndpoint, timers = createVirtualTimers()): Promise<Phone> {
  const store = createMemorySyncStore(photosOf);
  await store.saveConnection({ id: CONNECTION, carries: 'everything', settings: {} });
  const memory = createMemory(endpoint);
  return {
    store,
    memory,
    async round() {
      await store.endSending(CONNECTION);
      return round({
        store,
        connection: CONNECTION,
        endpoint,
        memory,
        now: () => timers.now(),
        cut: new AbortController().signal,
        clock: () => {},
        settled: () => {},
        came: () => {},
      });
    },
  };
}

/** Windows of one app: the first that asks is at it until its work ends. */
export function createWindows(): OneAtATime {
  const waiting: (() => Promise<void>)[] = [];
  const nudged = new Set<() => void>();
  let busy = false;
  const next = () => {
    const work = waiting.shift();
    busy = work !== undefined;
    const over = work?.();
    // The next window's turn.
    void over?.finally(next);
  };
  return {
    run(work, elsewhere) {
      waiting.push(work);
      if (busy) elsewhere();
      else next();
      return () => {
        const at = waiting.indexOf(work);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
    nudge: () => nudged.forEach((one) => one()),
    onNudge(one) {
      nudged.add(one);
      return () => nudged.delete(one);
    },
  };
}

export interface RunningSync {
  sync: Sync;
  /** The status when nothing is under way. */
  quiet(): Promise<SyncStatus>;
  wake(reason: 'online' | 'front'): void;
  phone: { online: boolean };
  unexpected: unknown[];
}

export interface Started {
  store: MemorySyncStore;
  endpoint: MemoryEndpoint;
  /** Where connections lead to different ones. */
  endpointOf?: (settings: unknown) => MemoryEndpoint;
  timers: VirtualTimers;
  windows?: OneAtATime;
}

/** Starts the engine as the app does. */
export function startOn(started: Started): RunningSync {
  const { store, endpoint, endpointOf = () => endpoint, timers, windows = createWindows() } = started;
  const wakes = new Set<(reason: 'online' | 'front') => void>();
  const phone = { online: true };
  const unexpected: unknown[] = [];
  const sync = startSync({
    store,
    outbox: store.outbox,
    connect: (settings) => ({ status: 'ready', name: 'Garden', endpoint: endpointOf(settings) }),
    environment: { now: () => timers.now(), randomBytes: (length) => new Uint8Array(length).fill(128) },
    timers,
    oneAtATime: windows,
    wakes(wake) {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    online: () => phone.online,
    unexpected: (error) => unexpected.push(error),
  });
  return {
    sync,
    phone,
    unexpected,
    wake: (reason) => wakes.forEach((one) => one(reason)),
    async quiet() {
      let status: SyncStatus | undefined;
      const stop = sync.status.subscribe((all) => {
        status = all[0]?.status;
      });
      // What is under way here ends by itself: nothing in it waits for time.
      let before: SyncStatus | undefined;
      for (let same = 0; same < 5; same = status === before && status?.at !== 'working' ? same + 1 : 0) {
        before = status;
        await new Promise((resolve) => setImmediate(resolve));
      }
      stop();
      if (!status) throw new Error('no connection');
      return status;
    },
  };
}
