/** Starts keeping a vault in sync with every endpoint it is connected to, in one window at a time. */
import type { Environment } from '../../core/environment.ts';
import type { OneAtATime } from '../../core/one-at-a-time.ts';
import type { Live } from '../../core/store.ts';
import type { Connection, SyncStore } from '../../core/sync-store.ts';
import type { Endpoint } from '../protocol/endpoint.ts';
import { fraction } from './back-off.ts';
import { createBell, type Bell, type Reason } from './bell.ts';
import { createClockCheck } from './clock-check.ts';
import type { ConnectionStatus, Sync, SyncStatus } from './sync-status.ts';
import { tendConnection } from './tend-connection.ts';
import type { Timers } from './timers.ts';
import { createWatched, type Watched } from './watched.ts';

/** `cut` ends every request that is under way. */
export type Connect = (
  settings: unknown,
  cut: AbortSignal,
) => { status: 'ready'; name: string; endpoint: Endpoint } | { status: 'unreadable'; why: string };

export interface SyncParts {
  store: SyncStore;
  /** How many records wait: after each save, and after whatever else is done to what waits. */
  outbox: Live<number>;
  connect: Connect;
  environment: Environment;
  timers: Timers;
  oneAtATime: OneAtATime;
  /** The network came back, or the app came to the front; gives a way to stop listening. */
  wakes: (wake: (reason: 'online' | 'front') => void) => () => void;
  online: () => boolean;
  /** Hears of what nobody expected. */
  unexpected: (error: unknown) => void;
}

interface Tended {
  settings: string;
  bell: Bell;
  cut: AbortController;
  status: Watched<ConnectionStatus>;
  over: Promise<void>;
}

export function startSync(parts: SyncParts): Sync {
  const { store, environment, oneAtATime } = parts;
  const status = createWatched<ConnectionStatus[]>([]);
  const tended = new Map<string, Tended>();
  /** Ends with the sync. */
  const endings: (() => void)[] = [];
  /** How far the phone's clock is from that of each connection that told: what one agrees with is right. */
  const clocks = new Map<string, number | null>();
  let holds = false;
  let waiting = 0;

  function show(): void {
    status.set([...tended.values()].map((one) => one.status.get()));
  }

  function ring(reason: Reason): void {
    for (const { bell } of tended.values()) bell.ring(reason);
  }

  function tend(connection: Connection, after: Promise<void>): Tended {
    const cut = new AbortController();
    const bell = createBell(parts.timers);
    const connected = parts.connect(connection.settings, cut.signal);
    const own = createWatched<ConnectionStatus>({
      connection: connection.id,
      name: connected.status === 'ready' ? connected.name : '',
      status:
        connected.status === 'ready' ? { at: 'idle', lastAt: null } : { at: 'paused', why: connected.why },
      clockOffMs: null,
      takesAttachments: connected.status === 'ready' && connected.endpoint.attachments !== null,
    });
    const change = (changed: Partial<ConnectionStatus>) => {
      if (cut.signal.aborted) return;
      own.set({ ...own.get(), ...changed });
      show();
    };
    const begin = async (): Promise<void> => {
      // Never two at one connection: what its earlier settings began ends first.
      await after;
      if (connected.status !== 'ready' || cut.signal.aborted) return;
      await tendConnection({
        store,
        connection: connection.id,
        endpoint: connected.endpoint,
        bell,
        now: () => environment.now(),
        random: () => fraction(environment.randomBytes(6)),
        online: parts.online,
        waiting: () => waiting,
        cut: cut.signal,
        clock: createClockCheck(
          () => environment.now(),
          (clockOffMs) => {
            clocks.set(connection.id, clockOffMs);
            store.noteClock([...clocks.values()].includes(null) ? null : clockOffMs);
            change({ clockOffMs });
          },
        ),
        show: (next: SyncStatus) => change({ status: next }),
        unexpected: parts.unexpected,
      });
    };
    return { settings: settingsText(connection), bell, cut, status: own, over: begin() };
  }

  function end(one: Tended): Promise<void> {
    clocks.delete(one.status.get().connection);
    one.cut.abort();
    one.bell.ring('stop');
    return one.over;
  }

  function follow(connections: readonly Connection[]): void {
    const before = new Map(tended);
    tended.clear();
    for (const connection of connections) {
      const known = before.get(connection.id);
      before.delete(connection.id);
      if (known?.settings === settingsText(connection)) tended.set(connection.id, known);
      else tended.set(connection.id, tend(connection, known ? end(known) : Promise.resolve()));
    }
    for (const one of before.values()) void end(one);
    show();
  }

  /** Until `stop`: what only one window does. */
  function work(): Promise<void> {
    holds = true;
    endings.push(
      store.watchConnections().subscribe(follow, parts.unexpected),
      parts.outbox.subscribe((count) => {
        const more = count > waiting;
        waiting = count;
        ring(more ? 'saved' : 'changed');
      }, parts.unexpected),
      parts.wakes(ring),
      oneAtATime.onNudge(() => ring('asked')),
    );
    return new Promise((resolve) => {
      endings.push(() => {
        void Promise.all([...tended.values()].map(end)).then(() => resolve());
      });
    });
  }

  /** Another window is at it: this one says so, and how each of its connections is called. */
  function elsewhere(): void {
    const stopWatching = store.watchConnections().subscribe((connections) => {
      if (holds) return;
      status.set(
        connections.map(({ id, settings }) => {
          const connected = parts.connect(settings, new AbortController().signal);
          const ready = connected.status === 'ready';
          return {
            connection: id,
            name: ready ? connected.name : '',
            status: { at: 'elsewhere' },
            clockOffMs: null,
            takesAttachments: ready && connected.endpoint.attachments !== null,
          };
        }),
      );
    }, parts.unexpected);
    endings.push(stopWatching);
  }

  const letGo = oneAtATime.run(work, elsewhere);

  return {
    status,
    now() {
      if (holds) ring('asked');
      else oneAtATime.nudge();
    },
    stop() {
      letGo();
      for (const ending of endings.splice(0)) ending();
    },
  };
}

function settingsText({ settings, carries }: Connection): string {
  return JSON.stringify([settings, carries]);
}
