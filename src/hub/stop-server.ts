/** Ending in an orderly way: nothing new is begun, what is under way is finished, within bounds. */
import type { Server } from 'node:http';

/** Resolves when the last request is answered, or after `graceMs` when what is left is cut. True where nothing was. */
export async function stopServer(server: Server, graceMs: number): Promise<boolean> {
  let cut = false;
  const closed = new Promise<void>((done) => server.close(() => done()));
  // Connections that only wait for a next request; those that are busy now come to wait when they are answered.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  server.closeIdleConnections();
  const late = setTimeout(() => {
    cut = true;
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  return !cut;
}
