/** Wires what sends and fetches to this browser: its network, its clock, its windows. */
import type { Environment } from '../../core/environment.ts';
import type { SyncStore } from '../../core/sync-store.ts';
import { createOneAtATime } from '../../platform/one-at-a-time.ts';
import { whenBack } from '../../platform/when-back.ts';
import { connectEndpoint } from '../../sync/client/connect-endpoint.ts';
import { startSync } from '../../sync/client/start-sync.ts';
import type { Sync } from '../../sync/client/sync-status.ts';
import type { Store } from '../../core/store.ts';
import { settingsOf } from './settings-of.ts';

interface Syncing {
  store: Store;
  kept: SyncStore;
  /** Of the vault: windows of one vault take turns. */
  vault: string;
  environment: Environment;
  /** Hears of what nobody expected; sync itself tries again. */
  unexpected: (error: unknown) => void;
}

export function startSyncing({ store, kept, vault, environment, unexpected }: Syncing): Sync {
  return startSync({
    store: kept,
    outbox: store.watchOutbox(),
    connect(raw, cut) {
      const settings = settingsOf({ settings: raw });
      if (!settings) return { status: 'unreadable', why: '' };
      const endpoint = connectEndpoint(settings, {
        fetch: (input, init) => fetch(input, { ...init, signal: either(init?.signal, cut) }),
        now: () => environment.now(),
      });
      return { status: 'ready', name: settings.name, endpoint };
    },
    environment,
    timers: {
      after(ms, then) {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    },
    oneAtATime: createOneAtATime(`plotline-sync-${vault}`),
    wakes: whenBack,
    online: () => navigator.onLine,
    unexpected,
  });
}

/** Ends with the first of two; `AbortSignal.any` is younger than the oldest browsers the app runs in. */
function either(one: AbortSignal | null | undefined, other: AbortSignal): AbortSignal {
  if (!one) return other;
  const both = new AbortController();
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener('abort', () => both.abort(signal.reason), { once: true });
  }
  return both.signal;
}
