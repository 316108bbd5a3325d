/** The line to a real server: a proxy that can lose an answer, deliver twice, cut a request, or no longer know the login. */
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** `lost`: done by the server, the answer never comes. `twice`: the server gets it twice. The others: cut after so many bytes. */
export type Mishap = 'lost' | 'twice' | { cutAfter: number } | { answerCutAfter: number };

export interface Gate {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly address: string;
  /** Everything that was asked so far, in order. */
  readonly asked: Asked[];
  /** What befalls the next request that fits; each once. */
  befall(mishap: Mishap, fits: (asked: Asked) => boolean): void;
  /** How many of those are still to come. A test that caused one must find none left. */
  toCome(): number;
  /** Delivers a request once more that came long ago, as a network may. Gives the status. */
  deliverLate(asked: Asked): Promise<number>;
  /** With a token, whoever comes without it is told 401; null lets everybody in. */
  guard(token: string | null): void;
  close(): Promise<void>;
}

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Opens it before the server at `target` (`http://127.0.0.1:<port>`). */
export async function openGate(target: string): Promise<Gate> {
  const asked: Asked[] = [];
  const mishaps: { mishap: Mishap; fits: (asked: Asked) => boolean }[] = [];
  let token: string | null = null;

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const one = await take(incoming);
      asked.push(one);
      // What a browser asks beforehand bears no login, and an app can only read a refusal that lets it.
      const guarded = token !== null && one.method !== 'OPTIONS';
      if (guarded && one.headers.authorization !== `Bearer ${token}`) {
        const headers = { 'content-type': 'text/plain', 'access-control-allow-origin': '*' };
        outgoing.writeHead(401, headers).end('login expired');
        return;
      }
      const at = mishaps.findIndex(({ fits }) => fits(one));
      const mishap = at === -1 ? undefined : mishaps.splice(at, 1)[0]?.mishap;
      if (typeof mishap === 'object' && 'cutAfter' in mishap) {
        await cut(target, one, mishap.cutAfter);
        incoming.socket.destroy();
        return;
      }
      if (mishap === 'twice') await forward(target, one);
      const answer = await forward(target, one);
      if (mishap === 'lost') incoming.socket.destroy();
      else if (typeof mishap === 'object') {
        outgoing.writeHead(answer.status, answer.headers);
        outgoing.write(answer.body.subarray(0, mishap.answerCutAfter), () => incoming.socket.destroy());
      } else outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    befall: (mishap, fits) => void mishaps.push({ mishap, fits }),
    toCome: () => mishaps.length,
    deliverLate: async (late) => (await forward(target, late)).status,
    guard: (wanted) => {
      token = wanted;
    },
    close: async () => {
      const closed = new Promise((done) => server.once('close', done));
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function take(incoming: IncomingMessage): Promise<Asked> {
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body: await whole(incoming),
  };
}

async function whole(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** As it came; only its length is said anew, because the body is sent in one go. */
function headersFor({ headers, body }: Asked): IncomingHttpHeaders {
  const { connection: _, 'transfer-encoding': __, ...rest } = headers;
  return body.length > 0 || headers['content-length']
    ? { ...rest, 'content-length': `${body.length}` }
    : rest;
}

function forward(target: string, one: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const onward = request(
      `${target}${one.path}`,
      { method: one.method, headers: headersFor(one), agent: false },
      (answer) => {
        whole(answer).then((body) => {
          const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers;
          // An answer to HEAD says the length of what it does not bring.
          const length = one.method === 'HEAD' ? headers['content-length'] : `${body.length}`;
          const status = answer.statusCode ?? 502;
          const bodiless = status === 204 || status === 304;
          resolve({
            status,
            headers: bodiless || length === undefined ? headers : { ...headers, 'content-length': length },
            body,
          });
        }, reject);
      },
    );
    onward.once('error', reject);
    onward.end(one.body);
  });
}

/** The server gets the beginning of the request, and then the line is dead. */
function cut(target: string, one: Asked, after: number): Promise<void> {
  return new Promise((done) => {
    const onward = request(`${target}${one.path}`, {
      method: one.method,
      headers: headersFor(one),
      agent: false,
    });
    onward.once('error', () => done());
    onward.once('close', () => done());
    onward.flushHeaders();
    onward.write(one.body.subarray(0, after), () => onward.destroy());
  });
}
