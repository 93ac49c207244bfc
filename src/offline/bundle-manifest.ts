/** The manifest of the offline bundle: what the site offers, and what of it the device lacks. */
import type { BundleFile, BundleManifest } from './page-cache.ts';

/** For one file with its whole body, in milliseconds. */
const FILE_TIMEOUT = 60_000;
/**
 * Why a bundle was not saved; the one saved before still counts. `network`: no sound answer in time. `changed`: other bytes than
 * published. `full`: no room. `refused`: by the browser. `cleared`: the user cleared the device meanwhile, with any bundle before.
 */
export type BundleFailure = 'network' | 'changed' | 'full' | 'refused' | 'cleared';

export class BundleError extends Error {
  // Declared only: a class field would be compiled to a helper function for older browsers.
  declare readonly failure: BundleFailure;
  constructor(failure: BundleFailure, cause?: unknown) {
    super(`The bundle was not saved: ${failure}.`, { cause });
    this.failure = failure;
  }
}

/** Fetches past the caches of worker and browser. Throws `BundleError` unless a whole answer with status 200 arrives in time. */
export const fetchFresh = async <T>(path: string, read: (response: Response) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), FILE_TIMEOUT);
  try {
    const response = await fetch(path, { cache: 'no-store', signal: controller.signal });
    if (response.status !== 200) throw new Error(`The server answered ${response.status}.`);
    return await read(response);
  } catch (error) {
    throw new BundleError('network', error);
  } finally {
    clearTimeout(timer);
  }
};

/** The bundle that the site offers now. Throws `BundleError` where it cannot be had. */
export const fetchManifest = (manifestPath: string): Promise<BundleManifest> =>
  fetchFresh(manifestPath, async (response) => (await response.json()) as BundleManifest);

/** Files that the saved bundle does not hold with the same bytes. */
export const changedFiles = (offered: BundleManifest, saved: BundleManifest | undefined): BundleFile[] => {
  const hashes = new Map(saved?.files.map(({ path, hash }) => [path, hash]));
  return offered.files.filter(({ path, hash }) => hashes.get(path) !== hash);
};

/** What a download would transfer, in bytes. */
export const downloadSize = (offered: BundleManifest, saved: BundleManifest | undefined): number =>
  changedFiles(offered, saved).reduce((sum, { bytes }) => sum + bytes, 0);
