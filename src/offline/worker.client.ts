/** Entry of the service worker, `/sw.js`: connects the rules of `worker.ts` with Workbox. The build defines `SETTINGS`. */
import { setCacheNameDetails } from 'workbox-core';
import { cleanupOutdatedCaches, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CLEAR_MESSAGE } from './clear-device-data.ts';
import { createWorker, type WorkerSettings } from './worker.ts';

// TypeScript's library `webworker` would change the type of `self` for every other file.
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface ServiceWorkerGlobalScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableEvent & { readonly data: unknown }) => void): void;
}
declare const self: ServiceWorkerGlobalScope;
declare const SETTINGS: WorkerSettings;

const worker = createWorker(SETTINGS, {
  // `matchPrecache` would create the cache again after everything was cleared.
  precachedFallback: () => caches.match(getCacheKeyForURL(SETTINGS.fallback) ?? SETTINGS.fallback),
  unregister: () => self.registration.unregister(),
});

setCacheNameDetails({ prefix: 'canh-bao' });
cleanupOutdatedCaches();
precacheAndRoute([...SETTINGS.precache], { cleanURLs: false });

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && worker.handlesPage(request, url),
  ({ request, url, event }: { request: Request; url: URL; event: ExtendableEvent }) =>
    worker.respondWithPage(request, url, (work) => event.waitUntil(work)),
);
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && worker.handlesAsset(request, url),
  ({ request, url }) => worker.respondWithAsset(request, url),
);

self.addEventListener('install', () => void self.skipWaiting());

const cacheOpenPages = async (): Promise<void> => {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await worker.cacheOpenPages(windows.map(({ url }) => url));
};
// Activation must not fail with the network.
self.addEventListener('activate', (event) => event.waitUntil(cacheOpenPages().catch(() => undefined)));

self.addEventListener('message', (event) => {
  if (event.data === CLEAR_MESSAGE) event.waitUntil(worker.clear());
});
