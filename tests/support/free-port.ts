import { createServer } from 'node:net';

/**
 * A port of this machine that nobody listens at now. Of those that no system gives out by itself, so that nobody else is
 * given it before, or between two uses.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((found) => {
    server.once('error', () => found(false));
    server.listen(port, '127.0.0.1', () => server.close(() => found(true)));
  });
}
