/** Saves the warning pack from a page: every file or none. Fetched at the tap that asks for it. */
import { commitPack, heldPack, newPack, stamped, type PackManifest } from './held.ts';
import { fetchFresh, missing, PackError } from './pack.ts';

/** Files at a time. More would only wait for each other on a slow network. */
const AT_A_TIME = 4;

const digest = async (bytes: ArrayBuffer): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].slice(0, 12).map((byte) => byte.toString(16).padStart(2, '0')).join('');

const faultOf = (error: unknown): PackError => {
  if (error instanceof PackError) return error;
  return new PackError(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused', error);
};

/**
 * Saves an offer. Files that the device holds unchanged are not fetched again; every other must have the bytes that were published,
 * so that an update of the site in the middle mixes nothing. `report` is told how much of the work is done, from 0 to 1.
 * Throws `PackError` and leaves what was held before.
 */
export const savePack = async (manifestPath: string, offer: PackManifest, report: (done: number) => void): Promise<void> => {
  let place: Awaited<ReturnType<typeof newPack>> | undefined;
  try {
    const former = await heldPack(manifestPath);
    const wanted = new Set(missing(offer, former?.manifest));
    const created = (place = await newPack());
    const waiting = [...offer.files];
    const broken = { is: false };
    const take = async (): Promise<void> => {
      for (let file = waiting.shift(); file && !broken.is; file = waiting.shift()) {
        const copy = wanted.has(file) ? undefined : await former?.cache.match(file.path);
        const { response, bytes } = copy ? { response: copy, bytes: await copy.arrayBuffer() } : await fetchFresh(file.path);
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
    await commitPack(created, manifestPath, stamped(JSON.stringify(offer), new Response(null, { headers: { 'content-type': 'application/json' } })));
  } catch (error) {
    if (place) await caches.delete(place.name).catch(() => false);
    throw faultOf(error);
  }
};
