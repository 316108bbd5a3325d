/** The hub as one function from request to answer, so that a test can ask it without a network. */
import { Hono } from 'hono';
import { openAppFiles } from './app-files.ts';
import { apiRoutes, type ApiOptions } from './routes/api.ts';
import { appRoutes } from './routes/app.ts';
import { securityHeaders } from './security-headers.ts';

export interface HubOptions {
  /** Folder of the built app (dist/app); absent where only the API is wanted. */
  appFolder?: string;
  /** What the API needs; absent where only the app is served. */
  api?: ApiOptions;
  /** Other origins that the app served here may talk to. */
  endpoints?: readonly string[];
}

/** Puts the hub together. Throws when there is no app in `appFolder`. */
export function createHub({ appFolder, api, endpoints = [] }: HubOptions): Hono {
  const hub = new Hono();
  hub.use(securityHeaders(endpoints));
  hub.get('/healthz', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ status: 'ok' });
  });
  hub.get('/endpoints.json', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ hub: api !== undefined, endpoints });
  });
  if (api) hub.route('/', apiRoutes(api));
  if (appFolder !== undefined) hub.route('/', appRoutes(openAppFiles(appFolder)));
  hub.notFound((context) => context.text('There is nothing at this address.', 404));
  return hub;
}
