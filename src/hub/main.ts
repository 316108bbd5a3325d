/** Composition root of the hub: reads its settings, opens the address, and stops in an orderly way. */
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createHub } from './app.ts';

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a whole number from 0 to 65535; it is "${process.env.PORT}".`);
  process.exit(1);
}
const hostname = process.env.HOST ?? '127.0.0.1';
// The build puts this file in dist/hub and the app beside it, in dist/app.
const appFolder = fileURLToPath(new URL('../app', import.meta.url));

const server = serve({ fetch: createHub({ appFolder }).fetch, port, hostname }, (address) => {
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  console.log(`Plotline is at http://${host}:${address.port}/ (Ctrl+C ends it)`);
});

server.on('error', (error: Error) => {
  console.error(`Plotline could not open ${hostname}:${port}: ${error.message}`);
  process.exitCode = 1;
});

function stop(): void {
  // Answers under way are finished; connections that only wait are cut, else a browser would hold the process open.
  server.close();
  if ('closeIdleConnections' in server) server.closeIdleConnections();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
