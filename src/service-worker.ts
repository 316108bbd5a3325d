/** Precache and update, nothing else: the whole app is kept at the first visit, and a newer one waits until it is asked in. */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { renewPolicy } from './platform/renew-policy.ts';

/** What is used of a worker's global scope; the types of the page's scope, which the rest of src/ has, do not fit here. */
interface WorkerScope {
  /** The build puts the list of files here. */
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'activate' | 'message', heard: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly data?: unknown;
  waitUntil(work: Promise<void>): void;
}
declare const self: WorkerScope;

// The page itself is answered below, also at `/`.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '' });
cleanupOutdatedCaches();

const page = '/index.html';
const keptPage = createHandlerBoundToURL(page);
registerRoute(
  new NavigationRoute(async (asked) => {
    const answer = await keptPage(asked);
    // A page that is kept is kept with its headers: else a list of endpoints that the operator changed would never come.
    asked.event.waitUntil(renewPolicy(getCacheKeyForURL(page) ?? page));
    return answer;
  }),
);

// The app asks for this when no form is open (src/app): a form must never change under somebody's hands.
self.addEventListener('message', (event) => {
  const { data } = event;
  const asked = typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
  if (asked) event.waitUntil(self.skipWaiting());
});

// Takes over the page that installed it, so that the first load is the last one that needs the network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
