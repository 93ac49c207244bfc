/**
 * The caches of the site on a device: pages that were read, and the offline bundle. Used by the service worker and by pages.
 * Devices in use hold these cache names and this header: renaming one needs a migration.
 */
import { readCompleteHtml } from './truncated-response.ts';

/** Cache of the pages that were read. The key is the path alone; a query string is never stored. */
export const PAGE_CACHE = 'canh-bao-seen';
/** Prefix of bundle caches; the time when the download began follows, in milliseconds. A bundle without its manifest is incomplete. */
export const BUNDLE_CACHE_PREFIX = 'canh-bao-pack-';
/** Response header with the time of storing, in milliseconds by the clock of the device. */
export const CACHED_AT = 'held-at';

const MAX_PAGES = 60;
const MAX_PAGE_AGE = 30 * 24 * 3600 * 1000;
/** An incomplete bundle older than this belongs to a download that was abandoned. */
export const MAX_DOWNLOAD_TIME = 3600 * 1000;

/** A file of the offline bundle, as the build lists it. */
export interface BundleFile {
  /** Path with the base. */
  path: string;
  /** First 96 bits of its SHA-256, in hex. */
  hash: string;
  /** Transfer size in bytes: compressed, where servers compress such files. */
  bytes: number;
}
export interface BundleManifest {
  files: BundleFile[];
}

/** A complete bundle on the device. */
export interface OfflineBundle {
  /** Name of its cache. */
  name: string;
  cache: Cache;
  manifest: BundleManifest;
  /** When it was saved, in milliseconds. */
  savedAt: number;
}

export interface CachedPage {
  path: string;
  /** In milliseconds; 0 for a copy without the header. */
  cachedAt: number;
}

/** When a copy was stored, in milliseconds; 0 for a copy without the header. */
export const cachedAt = (copy: Response): number => Number(copy.headers.get(CACHED_AT));

const isExpired = (at: number): boolean => Date.now() - at > MAX_PAGE_AGE;

/** Opens a cache only if it exists: looking must not create one, since after clearing there must be none. */
const openExisting = async (name: string): Promise<Cache | undefined> =>
  (await caches.has(name)) ? caches.open(name) : undefined;

const listCache = async (name: string): Promise<CachedPage[]> => {
  const cache = await openExisting(name);
  if (!cache) return [];
  return Promise.all(
    (await cache.keys()).map(async (request) => {
      const copy = await cache.match(request);
      return { path: new URL(request.url).pathname, cachedAt: copy ? cachedAt(copy) : 0 };
    }),
  );
};

/** Names of all bundle caches, complete or not, oldest first. */
export const bundleCacheNames = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(BUNDLE_CACHE_PREFIX)).sort();

/** The newest complete bundle, or null. */
export const getOfflineBundle = async (manifestPath: string): Promise<OfflineBundle | null> => {
  for (const name of (await bundleCacheNames()).reverse()) {
    const cache = await openExisting(name);
    const stored = await cache?.match(manifestPath);
    if (cache && stored)
      return { name, cache, manifest: (await stored.json()) as BundleManifest, savedAt: cachedAt(stored) };
  }
  return null;
};

/** The copy of a page that was read, else the one in the bundle. A newly saved bundle deletes older copies of its pages. */
export const getCachedPage = async (path: string, manifestPath: string): Promise<Response | undefined> => {
  const copy = await (await openExisting(PAGE_CACHE))?.match(path);
  return copy && !isExpired(cachedAt(copy)) ? copy : (await getOfflineBundle(manifestPath))?.cache.match(path);
};

/** Every page that opens without a network, once, newest first. */
export const listCachedPages = async (manifestPath: string): Promise<CachedPage[]> => {
  const bundle = await getOfflineBundle(manifestPath);
  const read = (await listCache(PAGE_CACHE)).filter((page) => !isExpired(page.cachedAt));
  const pages = [...read, ...(bundle ? await listCache(bundle.name) : [])];
  return pages
    .filter(({ path }, index) => path.endsWith('/') && pages.findIndex((other) => other.path === path) === index)
    .sort((a, b) => b.cachedAt - a.cachedAt);
};

/** A copy of `response` with another body and the time of storing. */
export const withTimestamp = (body: BodyInit, response: Response): Response => {
  const headers = new Headers(response.headers);
  // They describe the body as it was transferred.
  headers.delete('content-length');
  headers.delete('content-encoding');
  headers.set(CACHED_AT, String(Date.now()));
  return new Response(body, { headers });
};

/**
 * Stores a page that was read. `isAllowed` is asked once the whole page has arrived, immediately before writing.
 * Throws for a truncated page and where the device has no room.
 */
export const cachePage = async (path: string, response: Response, isAllowed: () => boolean): Promise<void> => {
  const html = await readCompleteHtml(response);
  if (isAllowed()) await (await caches.open(PAGE_CACHE)).put(path, withTimestamp(html, response));
};

/** Deletes pages that are too old or too many, and bundles whose download was abandoned. */
export const evictExpired = async (manifestPath: string): Promise<void> => {
  const newestFirst = (await listCache(PAGE_CACHE)).sort((a, b) => b.cachedAt - a.cachedAt);
  const evicted = newestFirst.filter((page, index) => index >= MAX_PAGES || isExpired(page.cachedAt));
  const pages = await openExisting(PAGE_CACHE);
  if (pages) await Promise.all(evicted.map(({ path }) => pages.delete(path)));
  for (const name of await bundleCacheNames()) {
    const isComplete = await (await openExisting(name))?.match(manifestPath);
    if (!isComplete && Date.now() - Number(name.slice(BUNDLE_CACHE_PREFIX.length)) > MAX_DOWNLOAD_TIME)
      await caches.delete(name);
  }
};
