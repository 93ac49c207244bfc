/**
 * The rules of the service worker: which pages it caches, how long it waits for the network, what it answers instead.
 * Free of Workbox and of the worker's own globals but `caches` and `fetch`, so that unit tests run it in Node.
 */
import { cachedAt, cachePage, evictExpired, getCachedPage, getOfflineBundle } from './page-cache.ts';
import { emergencyPage, withStaleBanner } from './offline-markup.ts';
import { completeTruncated, readCompleteHtml } from './truncated-response.ts';

/** How long the worker waits for the network, in milliseconds. */
export interface Timeouts {
  /** For the whole of a page or file that the device has a copy of. */
  whole: number;
  /** For the headers of a page without a copy; then the fallback page is shown. */
  headers: number;
  /** Between two chunks of a page without a copy; then it is ended with the numbers to call. */
  idle: number;
  /** For a script without a copy, for `headers` milliseconds after a page timed out or failed. */
  scriptAfterFailure: number;
}

/** 2G with a fresh connection needs several seconds for the headers. */
export const defaultTimeouts: Timeouts = { whole: 3000, headers: 10_000, idle: 10_000, scriptAfterFailure: 1000 };

/** What the build defines for the worker. */
export interface WorkerSettings {
  /** Base path of the site: `/` or `/name/`. */
  base: string;
  /** Prefixes of paths whose pages are never cached for having been read. */
  neverCache: readonly string[];
  /** Prefixes of paths that the worker leaves to the network. */
  passThrough: readonly string[];
  /** Path of the page that stands in for one that can neither be fetched nor was cached. */
  fallback: string;
  /** Path of the bundle manifest. */
  manifest: string;
  /** What every device stores: the fallback page and its scripts. Null as revision: the name carries a hash. */
  precache: readonly { url: string; revision: string | null }[];
  timeouts: Timeouts;
}

/** What only a service worker can do. */
interface WorkerScope {
  precachedFallback: () => Promise<Response | undefined>;
  unregister: () => Promise<unknown>;
}

const hasPrefix = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));

const isHtml = (response: Response): boolean => response.headers.get('content-type')?.startsWith('text/html') ?? false;

/** Rejects if `answer` has not settled after `milliseconds`. */
const withTimeout = async <T>(answer: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The network is too slow.')), milliseconds);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

/** Rejects for a server error too: a copy serves the reader better. */
const fetchFromNetwork = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
  return response;
};

/** The same response once its whole body has arrived. Rejects for a truncated page. */
const readCompletely = async (response: Response): Promise<Response> => {
  if (response.type === 'opaqueredirect') return response;
  const { status, statusText, headers } = response;
  const body = isHtml(response) ? await readCompleteHtml(response) : await response.arrayBuffer();
  return new Response(body, { status, statusText, headers });
};

/** Full disk, blocked storage, truncated page: the reader still gets an answer, only no copy is stored. */
const withoutStorage = (): undefined => undefined;

export const createWorker = (settings: WorkerSettings, { precachedFallback, unregister }: WorkerScope) => {
  const { base, neverCache, passThrough, manifest, timeouts } = settings;
  /** Whether the user cleared the device: requests still in flight must not write to a cache again. */
  let cleared = false;
  /** When a page last timed out or failed. */
  let lastTimeoutAt = -Infinity;

  const deleteCaches = async (): Promise<void> => {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  };

  /** Page addresses end in a slash; one without it is about to be redirected. Files have a dot. */
  const isPage = (path: string): boolean =>
    path.startsWith(base) && !hasPrefix(path, passThrough) && (path.endsWith('.html') || !/\.[^/]*$/.test(path));

  const isCacheable = (path: string, response: Response): boolean =>
    response.status === 200 &&
    !response.redirected &&
    isHtml(response) &&
    path.endsWith('/') &&
    !hasPrefix(path, neverCache);

  const evict = (): Promise<void> => evictExpired(manifest).catch(withoutStorage);

  const store = async (path: string, response: Response): Promise<void> => {
    if (isCacheable(path, response)) await cachePage(path, response, () => !cleared).catch(withoutStorage);
    await evict();
    // Cleared while the copy was being written.
    if (cleared) await deleteCaches();
  };

  const streamWithFallback = (response: Response): Response =>
    isHtml(response) ? completeTruncated(response, timeouts.idle) : response;

  const fallbackPage = async (): Promise<Response> =>
    (await precachedFallback().catch(withoutStorage)) ??
    new Response(emergencyPage, { headers: { 'content-type': 'text/html; charset=utf-8' } });

  /** Files named by a hash of their bytes never change; `pagefind-entry.json` and the like do. */
  const isImmutable = (path: string): boolean =>
    path.startsWith(`${base}_astro/`) || /_[0-9a-f]{6,}\.pf_[a-z]+$/.test(path);

  return {
    /** Whether `respondWithPage` answers. */
    handlesPage: (request: Request, url: URL): boolean => request.mode === 'navigate' && isPage(url.pathname),

    /** A page from the network if it arrives in time, else the copy with the stale banner, else the fallback page. */
    respondWithPage: async (
      request: Request,
      { pathname }: URL,
      waitUntil: (work: Promise<unknown>) => void,
    ): Promise<Response> => {
      const copy = await getCachedPage(pathname.replace(/\/?$/, '/'), manifest).catch(withoutStorage);
      const network = fetchFromNetwork(request);
      waitUntil(network.then((response) => store(pathname, response.clone())).catch(withoutStorage));
      try {
        if (!copy) return streamWithFallback(await withTimeout(network, timeouts.headers));
        const whole = network.then((response) => readCompletely(response.clone()));
        return await withTimeout(whole, timeouts.whole);
      } catch {
        lastTimeoutAt = Date.now();
        waitUntil(evict());
        if (!copy) return fallbackPage();
        return new Response(withStaleBanner(await copy.text(), cachedAt(copy)), { headers: copy.headers });
      }
    },

    /**
     * Whether `respondWithAsset` answers: for scripts, styles and the search index. A bundle download asks with `no-store`
     * and needs what the network has.
     */
    handlesAsset: (request: Request, { pathname }: URL): boolean =>
      request.cache !== 'no-store' && hasPrefix(pathname, [`${base}_astro/`, `${base}pagefind/`]),

    /** A file of the bundle, else from the network. Other files are not cached: the name of a script would tell which page was open. */
    respondWithAsset: async (request: Request, { pathname }: URL): Promise<Response> => {
      const copy = await getOfflineBundle(manifest)
        .then((bundle) => bundle?.cache.match(pathname))
        .catch(withoutStorage);
      if (copy) {
        if (isImmutable(pathname)) return copy;
        return withTimeout(fetchFromNetwork(request).then(readCompletely), timeouts.whole).catch(() => copy);
      }
      // A page from the device is not complete for the browser until its scripts have arrived or failed.
      if (Date.now() - lastTimeoutAt < timeouts.headers)
        return withTimeout(fetch(request), timeouts.scriptAfterFailure).catch(() => Response.error());
      return fetch(request);
    },

    /** Caches the pages that were open before there was a worker, from the browser's own HTTP cache. */
    cacheOpenPages: async (addresses: readonly string[]): Promise<void> => {
      await Promise.all(
        addresses.map(async (address) => {
          const { pathname } = new URL(address);
          if (isPage(pathname)) await store(pathname, await fetch(pathname, { cache: 'force-cache' }));
        }),
      );
    },

    /** Deletes every cache and the worker; nothing is written from then on. */
    clear: async (): Promise<void> => {
      cleared = true;
      await deleteCaches();
      await unregister();
    },
  };
};
