/** Precache and update, nothing else: the whole app is kept at the first visit, and a newer one waits until it is asked in. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')));

// The app asks for this when no form is open (src/app): a form must never change under somebody's hands.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});

// Takes over the page that installed it, so that the first load is the last one that needs the network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
