/** Keeps one connection in sync: a round, then waiting for a reason to do another, longer each time it fails. */
import type { Outgoing, SyncStore } from '../../core/sync-store.ts';
import type { Endpoint } from '../protocol/endpoint.ts';
import { createBackOff } from './back-off.ts';
import type { Bell, Reason } from './bell.ts';
import { askedFor, storeFailed, type Ended } from './ended.ts';
import { createMemory, round } from './round.ts';
import type { SyncStatus } from './sync-status.ts';

/** Without any other reason, what is new is asked for about so often: by chance within it, so that phones do not come all at once. */
const IDLE_MS = 5 * 60 * 1000;
/** So long that only a reason ends it. */
const LONG_MS = 24 * 60 * 60 * 1000;

export interface Tending {
  store: SyncStore;
  connection: string;
  endpoint: Endpoint;
  bell: Bell;
  now: () => number;
  random: () => number;
  /** Whether the phone believes that it has a network. */
  online: () => boolean;
  /** How many records wait as far as is known, for "3 of 10". */
  waiting: () => number;
  cut: AbortSignal;
  clock: (clockMs: number | undefined) => void;
  show: (status: SyncStatus) => void;
  /** Hears of what nobody expected; it is tried again later. */
  unexpected: (error: unknown) => void;
}

/** Ends when `cut` is, after the bell rang 'stop'. */
export async function tendConnection(parts: Tending): Promise<void> {
  const { store, connection, endpoint, bell, cut, now, show } = parts;
  const backOff = createBackOff(parts.random);
  const memory = createMemory(endpoint);

  /** Whether something may be left half said: by an earlier end of the app, or of a round. */
  let halfSaid = true;

  async function once(): Promise<Ended> {
    let sent = 0;
    let came = 0;
    const toSend = parts.waiting();
    const tell = () => show({ at: 'working', sent, toSend: Math.max(sent, toSend), came });
    tell();
    const settled = (count: number) => {
      sent += count;
      if (count > 0) memory.progress.made();
      tell();
    };
    const arrived = (count: number) => {
      came += count;
      if (count > 0) memory.progress.made();
      tell();
    };
    try {
      if (halfSaid) {
        const kept = await store.endSending(connection);
        if (kept.status !== 'kept') return storeFailed(kept);
      }
      const ended = await round({ ...parts, memory, settled, came: arrived });
      halfSaid = ended.end !== 'done';
      return ended;
    } catch (error) {
      halfSaid = true;
      if (!cut.aborted) parts.unexpected(error);
      return { end: 'store', why: String(error) };
    }
  }

  /** Whether something waits that is to be sent now; photos that wait alone do not count. */
  async function somethingWaits(): Promise<boolean> {
    const none = { items: [] as Outgoing[] };
    const { items } = await store.outgoing(connection, { limit: 1 }).catch(() => none);
    return items.length > 0;
  }

  while (!cut.aborted) {
    const ended = await once();
    if (cut.aborted) return;
    memory.paused = ended.end === 'auth';
    // That it answers is nothing yet: each round begins with a list that answers, and may fail at the same thing each time.
    if (memory.progress.taken() || ended.end === 'done') backOff.succeed();
    let reason: Reason;
    switch (ended.end) {
      case 'stopped':
        return;
      case 'done': {
        show({ at: 'idle', lastAt: now() });
        const until = now() + IDLE_MS * (0.8 + 0.4 * parts.random());
        do {
          reason = await bell.wait(
            ['asked', 'front', 'online', 'saved', 'changed'],
            Math.max(0, until - now()),
          );
        } while ((reason === 'changed' || reason === 'saved') && !cut.aborted && !(await somethingWaits()));
        break;
      }
      case 'auth':
        show({ at: 'paused', why: ended.why });
        // Coming back asks once more, with a question that sends nothing: it may have been a hotspot's answer.
        reason = await bell.wait(['asked', 'front', 'online'], LONG_MS);
        break;
      case 'later':
      case 'store': {
        const asked = askedFor(ended);
        const ms = backOff.fail(asked);
        const noLine = ended.end === 'later' && !ended.heard && !parts.online();
        show(noLine ? { at: 'offline' } : { at: 'waiting', until: now() + ms, why: ended.why });
        // What a server asked for is obeyed, whoever asks otherwise.
        const reasons: Reason[] = asked === undefined ? ['asked', 'front', 'online', 'saved'] : [];
        reason = await bell.wait(reasons, ms);
        break;
      }
    }
    // Also where they asked while it had to be left alone: the round that comes is the one they hear of.
    if (bell.hush().has('asked') || reason === 'asked') memory.personAskedAt = now();
  }
}
