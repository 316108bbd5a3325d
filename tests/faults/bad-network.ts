/** A network on which so many of a hundred requests go wrong, each in one of the ways that were seen in the field. */
import type { Timers } from '../../src/sync/client/timers.ts';

export type Serve = (request: Request) => Promise<Response>;

export const faults = [
  'dropped on the way there',
  'done, and the answer lost',
  'done, and the answer cut with an error',
  'done, and the answer cut short',
  'late by up to two minutes',
  'delivered twice',
  'delivered again much later',
  "200 with a hotspot's page",
  '200 with nothing done',
  '401',
  '413',
  '429 with Retry-After',
  '500 instead of doing it',
  '500 after doing it',
  '502',
  '503',
] as const;
export type Fault = (typeof faults)[number];

export interface BadNetwork {
  /** For `connectEndpoint`: each phone has its own line, with its own chance. */
  line(seed: number): { fetch: typeof globalThis.fetch; sleeping: () => number };
  counts: Map<Fault | 'went well', number>;
}

interface Options {
  serve: Serve;
  timers: Timers & { now(): number };
  /** 0 to 1. */
  share: number;
}

const page = '<!doctype html><title>Welcome</title><p>Please accept the terms of this hotspot.';

export function createBadNetwork({ serve, timers, share }: Options): BadNetwork {
  const counts: BadNetwork['counts'] = new Map();

  return {
    counts,
    line(seed) {
      const random = chance(seed);
      let sleeping = 0;

      const sleep = (ms: number) =>
        new Promise<void>((resolve) => {
          sleeping += 1;
          timers.after(ms, () => {
            sleeping -= 1;
            resolve();
          });
        });

      async function through(request: Request): Promise<Response> {
        const body = request.body ? await request.arrayBuffer() : undefined;
        /** Each delivery is a request of its own. */
        const deliver = async () => {
          const { method, url } = request;
          const headers = new Headers(request.headers);
          if (body) headers.set('Content-Length', String(body.byteLength));
          const response = await serve(new Request(url, { method, headers, ...(body && { body }) }));
          const dated = new Headers(response.headers);
          dated.set('Date', new Date(timers.now()).toUTCString());
          const { status } = response;
          const content = [204, 304].includes(status) ? null : await response.arrayBuffer();
          return { status, headers: dated, content };
        };
        const answer = ({ status, headers, content }: Awaited<ReturnType<typeof deliver>>) =>
          new Response(method(request) === 'HEAD' ? null : content, { status, headers });

        const fault = random() < share ? faults[Math.floor(random() * faults.length)] : undefined;
        counts.set(fault ?? 'went well', (counts.get(fault ?? 'went well') ?? 0) + 1);
        switch (fault) {
          case undefined:
            return answer(await deliver());
          case 'dropped on the way there':
            throw new TypeError('fetch failed');
          case 'done, and the answer lost':
            await deliver();
            throw new TypeError('fetch failed');
          case 'done, and the answer cut with an error': {
            const { content, status, headers } = await deliver();
            const half = new Uint8Array(content?.slice(0, content.byteLength / 2) ?? []);
            return new Response(cutStream(half), { status: status === 204 ? 200 : status, headers });
          }
          case 'done, and the answer cut short': {
            const done = await deliver();
            const content = done.content?.slice(0, done.content.byteLength * random()) ?? null;
            return answer({ ...done, content });
          }
          case 'late by up to two minutes':
            await sleep(random() * 120_000);
            return answer(await deliver());
          case 'delivered twice':
            await deliver();
            return answer(await deliver());
          case 'delivered again much later':
            timers.after(10_000 + random() * 900_000, () => void deliver());
            return answer(await deliver());
          case "200 with a hotspot's page":
            return new Response(page, { status: 200, headers: { 'Content-Type': 'text/html' } });
          case '200 with nothing done':
            return new Response('{}', { status: 200, headers: { 'Content-Type': 'application/json' } });
          case '401':
            return problem(401);
          case '413':
            return problem(413);
          case '429 with Retry-After':
            return problem(429, { 'Retry-After': String(1 + Math.floor(random() * 60)) });
          case '500 instead of doing it':
            return problem(500);
          case '500 after doing it':
            await deliver();
            return problem(500);
          case '502':
            return new Response('<h1>Bad gateway</h1>', { status: 502 });
          case '503':
            return problem(503);
        }
      }

      return {
        sleeping: () => sleeping,
        fetch: (input, init) => through(new Request(input, init)),
      };
    },
  };
}

function method(request: Request): string {
  return request.method.toUpperCase();
}

function problem(status: number, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', title: `fault ${status}`, status });
  return new Response(body, { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

/** Gives the bytes, and then breaks. */
function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let given = false;
  return new ReadableStream({
    pull(controller) {
      if (given) controller.error(new TypeError('terminated'));
      else controller.enqueue(bytes);
      given = true;
    },
  });
}

/** Numbers from 0 to 1 that look like chance and are the same for each seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
