/** One request to an endpoint and its answer, read to the end. Never rejects. */
import { classify, type Heard } from '../protocol/classify.ts';
import type { Answer } from '../protocol/endpoint.ts';
import type { Asked } from '../protocol/profile.ts';
import type { ProfileRequest } from '../protocol/profile-request.ts';
import { fillBody, fillHeader, fillPath, type Values } from '../protocol/template.ts';
import { addressOf, contentOf, gzipped, logIn, type Content } from './build-request.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { readAnswer } from './read-answer.ts';

export interface Tools {
  fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Cuts what is under way. */
  signal?: AbortSignal;
  /** How long nothing may come before it is given up; sending much may take longer. */
  timeoutMs?: number;
}

export interface Asking {
  values?: Values;
  /** Sent as it is, instead of the body of the template. */
  content?: Content;
  headers?: Record<string, string>;
}

/** What an answer means, and the answer. `heard` and `bytes` are missing where none came; `cut`: it ended too early. */
export interface Told {
  answer: Answer;
  heard?: Heard;
  bytes?: Uint8Array<ArrayBuffer>;
  cut: boolean;
}

export type Ask = (asked: Asked, request: ProfileRequest, asking: Asking) => Promise<Told>;

const TIMEOUT_MS = 30_000;
/** The slowest line that is waited for when sending: 2 KB a second. */
const MS_A_KILOBYTE = 500;
const GZIP_FROM = 1024;

export function createAsk(settings: ConnectionSettings, tools: Tools): Ask {
  const { profile, login } = settings;
  // Called by itself: a browser's own fetch refuses to be called as a member of something else.
  const { fetch } = tools;
  const base = settings.address.replace(/\/+$/, '');
  let gzip = profile.gzip === true && typeof CompressionStream === 'function';

  async function send(
    request: ProfileRequest,
    { values, content, headers: more }: Asking,
  ): Promise<Omit<Told, 'answer'>> {
    const filled = { ...profile.names, ...values };
    const url = addressOf(base, fillPath(request.path, filled));
    if (url === null) throw new Error('this address is not within the endpoint');
    const body = content ?? contentOf(fillBody(request.body, filled));
    const headers = new Headers({ accept: 'application/json', ...(body && { 'content-type': body.type }) });
    for (const [name, value] of Object.entries({ ...profile.headers, ...request.headers })) {
      headers.set(name, fillHeader(value, filled));
    }
    for (const [name, value] of Object.entries(more ?? {})) headers.set(name, value);
    logIn(profile.auth, login, headers);
    const packs = gzip && body && !content && body.bytes.byteLength >= GZIP_FROM;
    if (packs) headers.set('content-encoding', 'gzip');
    try {
      return await exchange(url, {
        method: request.method,
        headers,
        ...(body && { body: packs ? await gzipped(body.bytes) : body.bytes }),
      });
    } finally {
      body?.over?.();
    }
  }

  async function exchange(
    url: string,
    init: RequestInit & { body?: Uint8Array<ArrayBuffer> },
  ): Promise<Omit<Told, 'answer'>> {
    const cut = new AbortController();
    const end = () => cut.abort();
    const patience = tools.timeoutMs ?? TIMEOUT_MS;
    let timer = setTimeout(end, patience + ((init.body?.byteLength ?? 0) / 1024) * MS_A_KILOBYTE);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(end, patience);
    };
    tools.signal?.addEventListener('abort', end);
    if (tools.signal?.aborted) end();
    try {
      const response = await fetch(url, {
        ...init,
        signal: cut.signal,
        // The login is in a header and must not go along to wherever an answer points.
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      return await readAnswer(response, alive);
    } finally {
      clearTimeout(timer);
      tools.signal?.removeEventListener('abort', end);
    }
  }

  return async (asked, request, asking) => {
    try {
      let told = await send(request, asking);
      if (gzip && told.heard?.status === 415) {
        // It does not take gzip after all; not tried again while the app is open.
        gzip = false;
        told = await send(request, asking);
      }
      const { heard } = told;
      if (!heard) return { answer: { outcome: 'retry' }, cut: true };
      const answer = classify(profile, asked, heard, tools.now());
      return { ...told, answer: told.cut ? lost(answer) : answer };
    } catch {
      // Offline, cut, timed out, turned away: the texts differ by browser and say nothing to a person.
      return { answer: { outcome: 'retry' }, cut: true };
    }
  };
}

/** Of an answer that was cut only the clock is of use: what it would have said is not known. */
function lost({ clockMs }: Answer): Answer {
  return { outcome: 'retry', ...(clockMs !== undefined && { clockMs }) };
}
