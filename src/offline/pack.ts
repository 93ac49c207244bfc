/** What the site offers for reading without a network, and what it would cost. Saving it is in `save.ts`. */
import type { PackFile, PackManifest } from './held.ts';

/** How long one file may take, in milliseconds. */
export const PATIENCE = 60_000;

/** What the site offers now, past every cache. Throws where no sound answer has come to its end in time. */
export const offeredPack = (manifestPath: string): Promise<PackManifest> =>
  new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE);
    fetch(manifestPath, { cache: 'no-store' })
      .then((response) => (response.status === 200 ? response.json() : Promise.reject(new Error())))
      .then(resolve, reject);
  });

/** Files of an offer that the device does not hold as they are now. */
export const missing = (offer: PackManifest, held: PackManifest | undefined): PackFile[] => {
  const hashes = new Map(held?.files.map(({ path, hash }) => [path, hash]));
  return offer.files.filter(({ path, hash }) => hashes.get(path) !== hash);
};

/** What saving an offer costs, in bytes over the wire. */
export const cost = (offer: PackManifest, held: PackManifest | undefined): number =>
  missing(offer, held).reduce((sum, { bytes }) => sum + bytes, 0);
