/** One round with one endpoint: what is new there comes, what waits here goes, then photos and recordings both ways. */
import type { SyncStore, VersionKey } from '../../core/sync-store.ts';
import type { Endpoint } from '../protocol/endpoint.ts';
import { readBookmark, writeBookmark } from './bookmark.ts';
import { done, endedBy, stopped, storeFailed, worse, type Ended } from './ended.ts';
import { fetchAttachments } from './fetch-attachments.ts';
import { hasForgotten } from './has-forgotten.ts';
import { lookAgain } from './look-again.ts';
import { createPace, type Pace } from './pace.ts';
import { createPagePace, type PagePace } from './page-pace.ts';
import { createProgress, type Progress } from './progress.ts';
import { pull, type Pulled } from './pull.ts';
import { push } from './push.ts';
import { sendAttachments } from './send-attachments.ts';
import { keyOf } from '../protocol/wire.ts';

/** What is remembered from round to round while the app is open. */
export interface Memory {
  pace: Pace;
  pages: PagePace;
  stumbled: Set<string>;
  progress: Progress;
  /** Which photo a version was left with, by the version's key. */
  stuck: Map<string, string>;
  /** When the endpoint was last asked if it still has what it had; null since the app was opened. */
  askedAt: number | null;
  /** When it was last found to have forgotten; null since the app was opened. */
  forgotAt: number | null;
  /** When the person last asked for a round; null since the app was opened. */
  personAskedAt: number | null;
  /** What was set aside was looked at again since the app was opened: an update opens it anew. */
  lookedAgain: boolean;
  /** The last round ended with the login: nothing is sent before a question was answered. */
  paused: boolean;
}

export function createMemory({ batch }: Pick<Endpoint, 'batch'>): Memory {
  return {
    pace: createPace(batch),
    pages: createPagePace(),
    stumbled: new Set(),
    progress: createProgress(),
    stuck: new Map(),
    askedAt: null,
    forgotAt: null,
    personAskedAt: null,
    lookedAgain: false,
    paused: false,
  };
}

/** Where nothing moves, an endpoint is asked so often whether it still has what it had. */
const ASK_EVERY_MS = 60 * 60 * 1000;
/** Everything is sent again so often at most: not for ever to one that loses all it takes, or refuses whatever cursor it gave. */
const FORGETS_EVERY_MS = 24 * 60 * 60 * 1000;

export interface Round {
  store: SyncStore;
  connection: string;
  endpoint: Endpoint;
  memory: Memory;
  now: () => number;
  cut: AbortSignal;
  clock: (clockMs: number | undefined) => void;
  settled: (count: number) => void;
  came: (count: number) => void;
}

export async function round(parts: Round): Promise<Ended> {
  const { store, connection, endpoint, memory, cut } = parts;
  const begun = readBookmark(await store.cursor(connection)) !== null;
  let ended: Ended = done;
  let noRoom = false;
  // A phone that comes back hears first what was erased meanwhile, so that it does not send that again. On a first
  // visit what waits here goes first: it is on this phone alone.
  const steps = begun || memory.paused ? [come, go] : [go, come];
  for (const step of steps) {
    const result = await step(parts);
    ended = worse(ended, result);
    // What waits on a phone that is too full for a page is on this phone alone: it goes all the same.
    if (step === come && result.end === 'store') noRoom = true;
    else if (isOver(result)) return ended;
  }
  if (!memory.lookedAgain && !noRoom) {
    const again = await lookAgain(parts);
    if (isOver(again)) return worse(ended, again);
    memory.lookedAgain = !cut.aborted;
  }
  const port = endpoint.attachments;
  if (!port) return ended;
  const { progress, stuck, personAskedAt } = memory;
  for (const step of noRoom ? [sendAttachments] : [sendAttachments, fetchAttachments]) {
    const result = await step({ ...parts, port, progress, stuck, personAskedAt });
    if (isOver(result)) return worse(ended, result);
    ended = worse(ended, result);
  }
  return cut.aborted ? stopped : ended;
}

function go({ memory, ...parts }: Round): Promise<Ended> {
  return push({ ...parts, pace: memory.pace, stumbled: memory.stumbled });
}

/** A list that goes on gets further, whatever is on it: one's own comes back after a big upload. */
function fetchNew({ memory, ...parts }: Round): Promise<Pulled> {
  return pull({ ...parts, pages: memory.pages, moved: () => memory.progress.made() });
}

async function come(parts: Round): Promise<Ended> {
  const { store, connection, endpoint, memory } = parts;
  const begun = readBookmark(await store.cursor(connection)) !== null;
  const pulled = await fetchNew(parts);
  if (pulled.end === 'done') {
    // Of what it has only just been given and listed nothing can be lost.
    if (!begun) memory.askedAt = parts.now();
    if (!begun || !(await lacksWhatItHad(parts))) return pulled;
  } else {
    if (pulled.end !== 'cursor-refused') return pulled;
    const refused = endedBy({ ...pulled.answer, outcome: 'retry' });
    // Once is a loss; an endpoint that refuses whatever it gave is broken, and so is one that refuses the beginning.
    if (forgotLately(parts)) return refused;
    const fromStart = await endpoint.list(null);
    if (fromStart.status === 'failed') return refused;
  }
  // It does not know any more where we stood, or what it had: all of it goes there again, and comes again.
  memory.forgotAt = parts.now();
  const queued = await store.queueAgain(connection);
  if (queued.status !== 'kept') return storeFailed(queued);
  const again = await fetchNew(parts);
  return again.end === 'cursor-refused' ? endedBy({ ...again.answer, outcome: 'retry' }) : again;
}

/**
 * Asks after the newest that it listed and the newest that it took, from time to time, and before either gives way to a newer
 * one: a restore lies between two of those, so what it lost is always asked after. What was erased has been heard of by now.
 */
async function lacksWhatItHad(parts: Round): Promise<boolean> {
  const { store, connection, endpoint, memory, now } = parts;
  const bookmark = readBookmark(await store.cursor(connection));
  if (bookmark === null || forgotLately(parts)) return false;
  const { unasked, ...asked } = bookmark;
  if (!isTimeToAsk(parts) && !unasked) {
    const { items } = await store.outgoing(connection, { limit: 1 });
    if (items.length === 0) return false;
  }
  memory.askedAt = now();
  const witnesses = await store.witnesses(connection, (unasked ?? asked.seen).map(versionKey));
  const told = await hasForgotten(endpoint, witnesses.map(keyOf));
  if (told === 'there' && unasked) {
    const page = { versions: [], setAside: [], cursor: writeBookmark(asked), continues: true };
    await store.takeIn(connection, page);
  }
  return told === 'forgotten';
}

function versionKey(key: string): VersionKey {
  const [id = '', rev = ''] = key.split('_');
  return { id, rev };
}

function isTimeToAsk({ memory, now }: Round): boolean {
  return memory.askedAt === null || Math.abs(now() - memory.askedAt) > ASK_EVERY_MS;
}

function forgotLately({ memory, now }: Round): boolean {
  return memory.forgotAt !== null && Math.abs(now() - memory.forgotAt) < FORGETS_EVERY_MS;
}

/** Whether there is no use in going on: no line, no login, no room, or the endpoint wants to be left alone. */
function isOver(result: Ended): boolean {
  if (result.end === 'later') return !result.heard || result.retryAfterMs !== undefined;
  return result.end !== 'done';
}
