/**
 * The service worker: `/sw.js`. Pages come from the network while it answers in time, else from the device, else the page
 * with all numbers to call stands in. Bundled by `integration.ts`, which puts `SETTINGS` in.
 */
import { setCacheNameDetails } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { heldAt, heldPack, heldPage, tidy } from './held.ts';
import { keepSeen, wholePage } from './keep.ts';
import { mended } from './mend.ts';
import { lastResort, withNotice } from './notice.ts';
import type { WorkerSettings } from './settings.ts';

declare const self: ServiceWorkerGlobalScope;
declare const SETTINGS: WorkerSettings;

/** How long the network may take where the device holds a copy: for all of the answer, not its beginning alone. */
const PATIENCE_WITH_COPY = 3000;
/** How long it may take to begin where there is none, before the numbers stand in. 2G with a fresh connection needs several seconds. */
const PATIENCE_WITHOUT_COPY = 10_000;
/** How long a script may take just after a page had to come from the device. */
const PATIENCE_WITH_SILENCE = 1000;
/** When the network last kept a page waiting in vain. */
let silentAt = -Infinity;

const { base, unkept, ignored, fallback, manifest } = SETTINGS;
const beginsWith = (path: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => path.startsWith(beginning));
/** Addresses of pages end in a slash; one without it is about to be led there. Files have a dot. */
const isPage = (path: string): boolean =>
  path.startsWith(base) && !beginsWith(path, ignored) && (path.endsWith('.html') || !/\.[^/]*$/.test(path));

const inTime = <T>(answer: Promise<T>, patience: number): Promise<T> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('The network is too slow.')), patience)),
  ]);

/** Set once the person has asked that nothing be kept: what is still under way then must leave nothing behind. */
let forgotten = false;

const forget = async (): Promise<void> => {
  forgotten = true;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await self.registration.unregister();
};

const isHtml = (response: Response): boolean => response.headers.get('content-type')?.startsWith('text/html') ?? false;

/** Whether a page may stay on the device: sound, and having read it tells nothing of its reader. */
const mayKeep = (path: string, response: Response): boolean =>
  !forgotten &&
  response.status === 200 &&
  !response.redirected &&
  isHtml(response) &&
  path.endsWith('/') &&
  !beginsWith(path, unkept);

/** Keeps a page that was read. Having no room for it is no fault. */
const keep = async (path: string, response: Response): Promise<void> => {
  if (!mayKeep(path, response)) return;
  try {
    await keepSeen(path, response);
    await tidy(manifest);
  } catch {
    // Broken off, or no room: the former copy stays.
  }
  // Asked for in the meantime: this copy came too late to be removed with the others.
  if (forgotten) await forget();
};

const fetchSound = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
  return response;
};

/** An answer whose every byte has come. */
const whole = async (response: Response): Promise<Response> => {
  if (response.type === 'opaqueredirect') return response;
  const { status, statusText, headers } = response;
  return new Response(isHtml(response) ? await wholePage(response) : await response.arrayBuffer(), {
    status,
    statusText,
    headers,
  });
};

/** An answer that is shown while it comes. */
const asItComes = (response: Response): Response =>
  isHtml(response) ? mended(response, PATIENCE_WITHOUT_COPY) : response;

const numbers = async (): Promise<Response> =>
  (await matchPrecache(fallback).catch(() => undefined)) ??
  new Response(lastResort, { headers: { 'content-type': 'text/html; charset=utf-8' } });

setCacheNameDetails({ prefix: 'canh-bao' });
cleanupOutdatedCaches();
precacheAndRoute([...SETTINGS.precache], { cleanURLs: false });

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isPage(url.pathname),
  async ({ request, url, event }) => {
    const path = url.pathname.replace(/\/?$/, '/');
    // A device without room for its own lists still opens pages.
    const held = await heldPage(path, manifest).catch(() => undefined);
    const fresh = fetchSound(request);
    event.waitUntil(fresh.then((response) => keep(url.pathname, response.clone())).catch(() => undefined));
    try {
      return await (held
        ? inTime(
            fresh.then((response) => whole(response.clone())),
            PATIENCE_WITH_COPY,
          )
        : inTime(fresh, PATIENCE_WITHOUT_COPY).then(asItComes));
    } catch {
      silentAt = Date.now();
      if (!held) return numbers();
      return new Response(withNotice(await held.text(), heldAt(held)), { headers: held.headers });
    }
  },
);

/** Scripts and pieces of the search index carry a hash in their name; what leads to the pieces does not. */
const isNamedByHash = (path: string): boolean =>
  path.startsWith(`${base}_astro/`) || /_[0-9a-f]{6,}\.pf_[a-z]+$/.test(path);

/**
 * Files that pages of the pack need. Outside the pack none is held: the name of a script tells which page was open, and pages are read without.
 * A pack being saved asks with `no-store`: it wants what the network has.
 */
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin &&
    request.cache !== 'no-store' &&
    [`${base}_astro/`, `${base}pagefind/`].some((folder) => url.pathname.startsWith(folder)),
  async ({ request, url }) => {
    const held = await heldPack(manifest)
      .then((pack) => pack?.cache.match(url.pathname))
      .catch(() => undefined);
    // A page from the device has opened when its scripts have been given up.
    if (!held)
      return Date.now() - silentAt < PATIENCE_WITHOUT_COPY
        ? inTime(fetch(request), PATIENCE_WITH_SILENCE).catch(() => Response.error())
        : fetch(request);
    if (isNamedByHash(url.pathname)) return held;
    return inTime(fetchSound(request).then(whole), PATIENCE_WITH_COPY).catch(() => held);
  },
);

self.addEventListener('install', () => void self.skipWaiting());

/** The page from which the worker came was read before there was a worker: it is kept from what the browser still has of it. */
const keepOpenPages = async (): Promise<void> => {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await Promise.all(
    windows.map(async ({ url }) => {
      const { pathname } = new URL(url);
      if (isPage(pathname)) await keep(pathname, await fetch(pathname, { cache: 'force-cache' }));
    }),
  );
};
self.addEventListener('activate', (event) => event.waitUntil(keepOpenPages().catch(() => undefined)));

self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(forget());
});
