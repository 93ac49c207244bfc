/** Saves the warning pack from a page: every file or none. Fetched at the tap that asks for it. */
import { heldPack, PACK, packNames, SEEN, type PackManifest } from './held.ts';
import { stamped } from './keep.ts';
import { missing, PATIENCE } from './pack.ts';

/** Why a pack was not saved. What was held before is still held then. */
export type PackFault = 'network' | 'changed' | 'full' | 'refused';

class PackError extends Error {
  // Declared only: a field would cost a helper of its own in older browsers' language.
  declare readonly fault: PackFault;
  constructor(fault: PackFault, cause?: unknown) {
    super(`The pack was not saved: ${fault}.`, { cause });
    this.fault = fault;
  }
}

/** Fetches past every cache, the worker's and the browser's. Throws `PackError` where no sound answer came in time. */
const fetchFresh = async (path: string): Promise<{ response: Response; bytes: ArrayBuffer }> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await fetch(path, { cache: 'no-store', signal: controller.signal });
    if (response.status !== 200) throw new Error(`The server answered ${response.status}.`);
    return { response, bytes: await response.arrayBuffer() };
  } catch (error) {
    throw new PackError('network', error);
  } finally {
    clearTimeout(timer);
  }
};

/** Files at a time. More would only wait for each other on a slow network. */
const AT_A_TIME = 4;

/** How long the worker may take to be set up: it fetches the page with the numbers first. */
const WORKER_WITHIN = 30_000;

/** Without the worker nothing would ever be read from the pack. Throws where it cannot be had. */
const needWorker = async (): Promise<void> => {
  await navigator.serviceWorker.register(document.body.dataset.worker ?? '', { updateViaCache: 'none' });
  if (!(await navigator.serviceWorker.getRegistration())) throw new PackError('refused');
  const late = new Promise((_, reject) => setTimeout(() => reject(new PackError('network')), WORKER_WITHIN));
  await Promise.race([navigator.serviceWorker.ready, late]);
};

/** A place for a new pack, which counts for nothing until `commitPack`. */
const newPack = async (): Promise<{ name: string; cache: Cache }> => {
  const name = `${PACK}${Date.now()}`;
  return { name, cache: await caches.open(name) };
};

/** Makes a filled place the pack that counts, by the one write of its manifest; then drops the former and the pages it is newer than. */
const commitPack = async (
  { name, cache }: { name: string; cache: Cache },
  manifestPath: string,
  manifest: Response,
): Promise<void> => {
  await cache.put(manifestPath, manifest);
  const seen = await caches.open(SEEN);
  for (const request of await cache.keys()) await seen.delete(request);
  for (const other of await packNames()) if (other < name) await caches.delete(other);
};

const digest = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .slice(0, 12)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const faultOf = (error: unknown): PackFault => {
  if (error instanceof PackError) return error.fault;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
};

/**
 * Saves an offer. Files that the device holds unchanged are not fetched again; every other must have the bytes that were published,
 * so that an update of the site in the middle mixes nothing. `report` is told how much of the work is done, from 0 to 1.
 *
 * @returns why it was not saved, in which case what was held before is still held; null where it was.
 */
export const savePack = async (
  manifestPath: string,
  offer: PackManifest,
  report: (done: number) => void,
): Promise<PackFault | null> => {
  let place: Awaited<ReturnType<typeof newPack>> | undefined;
  try {
    await needWorker();
    const former = await heldPack(manifestPath);
    const wanted = new Set(missing(offer, former?.manifest));
    const created = (place = await newPack());
    const waiting = [...offer.files];
    const broken = { is: false };
    const take = async (): Promise<void> => {
      for (let file = waiting.shift(); file && !broken.is; file = waiting.shift()) {
        const copy = wanted.has(file) ? undefined : await former?.cache.match(file.path);
        const { response, bytes } = copy
          ? { response: copy, bytes: await copy.arrayBuffer() }
          : await fetchFresh(file.path);
        if ((await digest(bytes)) !== file.hash) throw new PackError('changed');
        await created.cache.put(file.path, stamped(bytes, response));
        report(1 - waiting.length / offer.files.length);
      }
    };
    await Promise.all(
      Array.from({ length: AT_A_TIME }, () =>
        take().catch((error: unknown) => {
          broken.is = true;
          throw error;
        }),
      ),
    );
    await commitPack(
      created,
      manifestPath,
      stamped(JSON.stringify(offer), new Response(null, { headers: { 'content-type': 'application/json' } })),
    );
    return null;
  } catch (error) {
    if (place) await caches.delete(place.name).catch(() => false);
    return faultOf(error);
  }
};
