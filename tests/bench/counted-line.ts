/** A line to a server that counts what passes: every byte of TCP payload, requests and answers with all of their headers. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CountedLine {
  /** To be used in place of the server's own. */
  origin: string;
  /** Bytes since the last call: up is to the server. */
  take(): { up: number; down: number };
  close(): Promise<void>;
}

export async function openLine(to: string): Promise<CountedLine> {
  const { hostname, port } = new URL(to);
  const bytes = { up: 0, down: 0 };
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, into, way] of [
      [near, far, 'up'],
      [far, near, 'down'],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on('data', (chunk: Buffer) => {
        bytes[way] += chunk.length;
      });
      from.pipe(into);
      // A line that breaks ends both of its halves.
      from.on('error', () => into.destroy());
      from.on('close', () => {
        open.delete(from);
        into.destroy();
      });
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const own = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${own.port}`,
    take() {
      const taken = { ...bytes };
      bytes.up = 0;
      bytes.down = 0;
      return taken;
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
