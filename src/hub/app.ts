/** The hub as one function from request to answer, so that a test can ask it without a network. */
import { Hono } from 'hono';
import { openAppFiles } from './app-files.ts';
import { appRoutes } from './routes/app.ts';
import { securityHeaders } from './security-headers.ts';

export interface HubOptions {
  /** Folder of the built app (dist/app). */
  appFolder: string;
}

/** Puts the hub together. Throws when there is no app in `appFolder`. */
export function createHub({ appFolder }: HubOptions): Hono {
  const hub = new Hono();
  hub.use(securityHeaders());
  hub.get('/healthz', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ status: 'ok' });
  });
  hub.route('/', appRoutes(openAppFiles(appFolder)));
  hub.notFound((context) => context.text('There is nothing at this address.', 404));
  return hub;
}
