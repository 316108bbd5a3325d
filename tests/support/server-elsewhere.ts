/** The small server of `plain-server.ts` at an address of its own, which lets an app from another origin in or does not. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plainServer } from './plain-server.ts';

export interface ServerElsewhere {
  readonly origin: string;
  /** What lies there, by path. */
  readonly kept: ReadonlyMap<string, Record<string, unknown>>;
  /** The headers by which it lets apps of other origins ask (CORS); none of them: it lets nobody in. */
  lets(headers: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** What a server that is set up for apps from anywhere answers with. */
export const everybody = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type',
} as const;

export async function startServerElsewhere(): Promise<ServerElsewhere> {
  const plain = plainServer();
  let headers: Readonly<Record<string, string>> = {};
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => {
      const { method = '', url = '' } = asked;
      if (method === 'OPTIONS') return void answer.writeHead(204, headers).end();
      const body = Buffer.concat(parts);
      const said = plain.answer({
        method,
        path: url,
        headers: new Headers(),
        body: body.toString('utf8'),
        bytes: body.byteLength,
      });
      void said.text().then((text) => {
        answer.writeHead(said.status, { 'content-type': 'application/json', ...headers }).end(text);
      });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    kept: plain.kept,
    lets: (wanted) => {
      headers = wanted;
    },
    close: async () => {
      const closed = new Promise((done) => server.once('close', done));
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
