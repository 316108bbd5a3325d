/** Precache and update: the whole app is kept at the first visit, a newer one waits until it is asked in, and where it may go is renewed. */
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { fetchTogether } from './platform/fetch-together.ts';
import { renewPolicy } from './platform/renew-policy.ts';

/** What is used of a worker's global scope; the types of the page's scope, which the rest of src/ has, do not fit here. */
interface WorkerScope {
  /** The build puts the list of files here. */
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message', heard: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly data?: unknown;
  waitUntil(work: Promise<void>): void;
}
interface Asked {
  readonly event: WorkerEvent;
  readonly request: Request;
  readonly url: URL;
}
declare const self: WorkerScope;

const files = self.__WB_MANIFEST;
const kept = new PrecacheController();
kept.addToCacheList(files);
// Workbox fetches one file after the other. What was fetched together before it finds in its place, and it answers for all of them.
self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => void kept.activate(event));
// The page itself is answered below, also at `/`.
registerRoute(new PrecacheRoute(kept, { directoryIndex: '' }));
cleanupOutdatedCaches();

async function install(event: WorkerEvent): Promise<void> {
  const wanted = files.map(({ url, revision }) => ({
    url,
    key: kept.getCacheKeyForURL(url) ?? url,
    reload: revision !== null,
  }));
  await fetchTogether(kept.strategy.cacheName, wanted);
  await kept.install(event);
}

const page = '/index.html';
const keptPage = kept.createHandlerBoundToURL(page);
// A page that is kept is kept with its headers: else a list of endpoints that the operator changed would never come.
const renew = () => renewPolicy(kept.getCacheKeyForURL(page) ?? page);
registerRoute(
  new NavigationRoute(async ({ event, request, url }: Asked) => {
    const answer = await keptPage({ event, request, url });
    event.waitUntil(renew());
    return answer;
  }),
);
// Whoever asks for the list means to go to one of them: so that the app need be opened but once more.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/endpoints.json',
  async ({ request, event }: Asked) => {
    event.waitUntil(renew());
    return fetch(request);
  },
);

// The app asks for this when no form is open (src/app): a form must never change under somebody's hands.
self.addEventListener('message', (event) => {
  const { data } = event;
  const asked = typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
  if (asked) event.waitUntil(self.skipWaiting());
});

// Takes over the page that installed it, so that the first load is the last one that needs the network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
