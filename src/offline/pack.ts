/** What the site offers for reading without a network, and what it would cost. Saving it is in `save.ts`. */
import type { PackFile, PackManifest } from './held.ts';

/** Why a pack was not saved. What was held before is still held then. */
export type PackFault = 'network' | 'changed' | 'full' | 'refused';

export class PackError extends Error {
  // Declared only: a field would cost a helper of its own in older browsers' language.
  declare readonly fault: PackFault;
  constructor(fault: PackFault, cause?: unknown) {
    super(`The pack was not saved: ${fault}.`, { cause });
    this.fault = fault;
  }
}

/** How long one file may take. */
const PATIENCE = 60_000;

/** Fetches past every cache, the worker's and the browser's. Throws `PackError` where no sound answer came in time. */
export const fetchFresh = async (path: string): Promise<{ response: Response; bytes: ArrayBuffer }> => {
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

/** What the site offers now. Throws `PackError`. */
export const offeredPack = async (manifestPath: string): Promise<PackManifest> => {
  const { bytes } = await fetchFresh(manifestPath);
  return JSON.parse(new TextDecoder().decode(bytes)) as PackManifest;
};

/** Files of an offer that the device does not hold as they are now. */
export const missing = (offer: PackManifest, held: PackManifest | undefined): PackFile[] => {
  const hashes = new Map(held?.files.map(({ path, hash }) => [path, hash]));
  return offer.files.filter(({ path, hash }) => hashes.get(path) !== hash);
};

/** What saving an offer costs, in bytes over the wire. */
export const cost = (offer: PackManifest, held: PackManifest | undefined): number => missing(offer, held).reduce((sum, { bytes }) => sum + bytes, 0);
