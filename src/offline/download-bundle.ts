/** Downloads the offline bundle from a page: every file, verified by its hash, or none. */
import { BundleError, changedFiles, fetchFresh, type BundleFailure } from './bundle-manifest.ts';
import {
  BUNDLE_CACHE_PREFIX,
  bundleCacheNames,
  getOfflineBundle,
  PAGE_CACHE,
  withTimestamp,
  type BundleFile,
  type BundleManifest,
} from './page-cache.ts';

/** Files at a time. More would only share a slow network. */
const CONCURRENCY = 4;

/** The first 96 bits of SHA-256 in hex, as in the manifest. */
const hashOf = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .slice(0, 12)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Commit: writing the manifest makes the bundle complete. Then the old bundles and the superseded copies of pages are deleted. */
const commit = async (name: string, cache: Cache, manifestPath: string, manifest: BundleManifest): Promise<void> => {
  // Clearing deletes the cache by its name while this page can still write to it, unseen.
  if (!(await caches.has(name))) throw new BundleError('cleared');
  const json = new Response(null, { headers: { 'content-type': 'application/json' } });
  await cache.put(manifestPath, withTimestamp(JSON.stringify(manifest), json));
  if (await caches.has(PAGE_CACHE)) {
    const pages = await caches.open(PAGE_CACHE);
    for (const request of await cache.keys()) await pages.delete(request);
  }
  for (const other of await bundleCacheNames()) if (other < name) await caches.delete(other);
};

const failureOf = (error: unknown): BundleFailure => {
  if (error instanceof BundleError) return error.failure;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
};

/**
 * Saves the offered bundle. Unchanged files are copied from the saved one. Every file must have the published bytes, so that an
 * update of the site during the download mixes nothing. `onProgress` is told the share that is done, from 0 to 1.
 *
 * @returns null once it is saved, else why it was not.
 */
export const downloadBundle = async (
  manifestPath: string,
  offered: BundleManifest,
  onProgress: (done: number) => void,
): Promise<BundleFailure | null> => {
  const name = `${BUNDLE_CACHE_PREFIX}${Date.now()}`;
  try {
    const saved = await getOfflineBundle(manifestPath);
    const changed = new Set(changedFiles(offered, saved?.manifest));
    const cache = await caches.open(name);
    const queue = [...offered.files];
    let done = 0;
    const copy = async (file: BundleFile): Promise<void> => {
      const kept = changed.has(file) ? undefined : await saved?.cache.match(file.path);
      const { response, bytes } = kept
        ? { response: kept, bytes: await kept.arrayBuffer() }
        : await fetchFresh(file.path, async (fresh) => ({ response: fresh, bytes: await fresh.arrayBuffer() }));
      if ((await hashOf(bytes)) !== file.hash) throw new BundleError('changed');
      await cache.put(file.path, withTimestamp(bytes, response));
      onProgress(++done / offered.files.length);
    };
    const work = async (): Promise<void> => {
      try {
        for (let file = queue.shift(); file; file = queue.shift()) await copy(file);
      } catch (error) {
        // The other workers stop after their file.
        queue.length = 0;
        throw error;
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    await commit(name, cache, manifestPath, offered);
    return null;
  } catch (error) {
    await caches.delete(name).catch(() => false);
    return failureOf(error);
  }
};
