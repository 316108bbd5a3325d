/** A line to a server that counts what passes: every byte of TCP payload, requests and answers with all of their headers. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createWay, type Way } from './slow-way.ts';

export interface CountedLine {
  /** To be used in place of the server's own. */
  origin: string;
  /** Bytes since the last call: up is to the server. */
  take(): { up: number; down: number };
  close(): Promise<void>;
}

/** How fast a line is: both ways have their own bits, all connections share them. */
export interface Speed {
  /** From one end to the other and back, in milliseconds. */
  thereAndBackMs: number;
  /** Kilobits a second (1,000 bits). */
  up: number;
  down: number;
}

/** As fast as the machine where no `speed` is said. */
export async function openLine(to: string, speed?: Speed): Promise<CountedLine> {
  const { hostname, port } = new URL(to);
  const bytes = { up: 0, down: 0 };
  const open = new Set<Socket>();
  const ways = speed && {
    up: createWay(speed.up, speed.thereAndBackMs / 2),
    down: createWay(speed.down, speed.thereAndBackMs / 2),
  };
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
      lead(from, into, ways?.[way]);
      // A line that breaks ends both of its halves.
      from.on('error', () => into.destroy());
      from.on('close', () => {
        open.delete(from);
        if (!ways) into.destroy();
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

function lead(from: Socket, into: Socket, way: Way | undefined): void {
  if (way) way.lead(from, into);
  else from.pipe(into);
}
