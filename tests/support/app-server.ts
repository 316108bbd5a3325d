/** The built app, served by the hub in this process on a free port of this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createHub } from '../../src/hub/app.ts';
import { freePort } from './free-port.ts';

/** Where `npm run build` puts the app; PLOTLINE_APP names another build to test. */
export const builtApp = process.env['PLOTLINE_APP'] ?? join(import.meta.dirname, '../../dist/app');

export interface AppServer {
  /** `http://127.0.0.1:<port>`; the same after every start. */
  readonly origin: string;
  /** Takes the network away: open connections are cut and new ones refused, for the service worker too. */
  stop(): Promise<void>;
  /**
   * Brings it back at the same address; also with another build, as when an update comes out, and with a list of other
   * origins that the app may talk to (none where left out).
   */
  start(appFolder?: string, endpoints?: readonly string[]): Promise<void>;
}

/** Starts serving. Throws where the app is not built yet (`npm run build`). */
export async function startApp(appFolder: string = builtApp): Promise<AppServer> {
  if (!existsSync(join(appFolder, 'index.html'))) {
    throw new Error(`${appFolder} holds no built app: npm run build makes it`);
  }
  const port = await freePort();
  let server = await listen(appFolder, port);
  const stop = async () => {
    if (!server.listening) return;
    const closed = new Promise((done) => server.once('close', done));
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  };
  const start = async (folder = appFolder, endpoints: readonly string[] = []) => {
    await stop();
    server = await listen(folder, port, endpoints);
  };
  return { origin: `http://127.0.0.1:${port}`, stop, start };
}

type Serve = ReturnType<typeof createHub>['fetch'];
const kept = new Map<string, Serve>();

/** What answers: made once, because each has to compress all files of the app anew. */
function serving(appFolder: string, endpoints: readonly string[]): Serve {
  const which = [appFolder, ...endpoints].join(' ');
  const serve = kept.get(which) ?? createHub({ appFolder, endpoints }).fetch;
  kept.set(which, serve);
  return serve;
}

async function listen(
  appFolder: string,
  port: number,
  endpoints: readonly string[] = [],
): Promise<ReturnType<typeof createAdaptorServer>> {
  const server = createAdaptorServer({ fetch: serving(appFolder, endpoints) });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return server;
}
