/** Keeps the bare page for offline, as the app's worker keeps the app. */
import { precacheAndRoute } from 'workbox-precaching';

declare const self: {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'activate', heard: (event: { waitUntil(work: Promise<void>): void }) => void): void;
};

precacheAndRoute(self.__WB_MANIFEST);
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
