/** Copies on the device: where they lie, how old they are, which one counts. Runs in the worker and in pages. Putting them there is in `keep.ts`. */

/** Pages that were read. A copy is named by its path alone: what stood behind a `?` is never kept. */
export const SEEN = 'canh-bao-seen';
/** A warning pack; the moment it was begun follows. It counts only once its manifest is in it. */
export const PACK = 'canh-bao-pack-';
/** When a copy was put here, in milliseconds, by the clock of the device. */
export const HELD_AT = 'held-at';

const MOST_SEEN = 60;
const LONGEST_SEEN = 30 * 24 * 3600 * 1000;
/** A pack that was not finished by then never will be. */
const LONGEST_SAVING = 3600 * 1000;

/** A file of the warning pack as the build lists it. */
export interface PackFile {
  /** Path with the base. */
  path: string;
  /** First 96 bits of its SHA-256, in hex. */
  hash: string;
  /** What it costs to fetch, in bytes: compressed, where servers compress such files. */
  bytes: number;
}
export interface PackManifest {
  files: PackFile[];
}

/** When a copy was put on the device, in milliseconds; 0 for a copy that does not say. */
export const heldAt = (copy: Response): number => Number(copy.headers.get(HELD_AT));

export interface Held {
  path: string;
  at: number;
}

/** Looking must not make a cache: after everything was removed there is none. */
const listOf = async (name: string): Promise<Held[]> => {
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  return Promise.all(
    (await cache.keys()).map(async (request) => {
      const copy = await cache.match(request);
      return { path: new URL(request.url).pathname, at: copy ? heldAt(copy) : 0 };
    }),
  );
};

/** Packs on the device, finished or not, oldest first. */
export const packNames = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PACK)).sort();

/** Lets go of pages that are too old or too many, and of packs that were never finished. */
export const tidy = async (manifestPath: string, now = Date.now()): Promise<void> => {
  const newestFirst = (await listOf(SEEN)).sort((a, b) => b.at - a.at);
  const old = newestFirst.filter(({ at }, index) => index >= MOST_SEEN || now - at > LONGEST_SEEN);
  const seen = await caches.open(SEEN);
  await Promise.all(old.map(({ path }) => seen.delete(path)));
  for (const name of await packNames()) {
    const finished = await (await caches.open(name)).match(manifestPath);
    if (!finished && now - Number(name.slice(PACK.length)) > LONGEST_SAVING) await caches.delete(name);
  }
};

export interface Pack {
  name: string;
  cache: Cache;
  manifest: PackManifest;
  /** When it was saved, in milliseconds. */
  at: number;
}

/** The newest pack that is whole, or null. */
export const heldPack = async (manifestPath: string): Promise<Pack | null> => {
  for (const name of (await packNames()).reverse()) {
    const cache = await caches.open(name);
    const manifest = await cache.match(manifestPath);
    if (manifest) return { name, cache, manifest: (await manifest.json()) as PackManifest, at: heldAt(manifest) };
  }
  return null;
};

/** The copy of a page: as last seen, else of the pack. Saving a pack drops the seen copies of its pages, so a seen one is newer. */
export const heldPage = async (path: string, manifestPath: string): Promise<Response | undefined> =>
  (await caches.match(path, { cacheName: SEEN })) ?? (await (await heldPack(manifestPath))?.cache.match(path));

/** Every page that opens without a network, the newest copy first. */
export const heldPages = async (manifestPath: string): Promise<Held[]> => {
  const pack = await heldPack(manifestPath);
  const held = [...(await listOf(SEEN)), ...(pack ? await listOf(pack.name) : [])];
  return held
    .filter(({ path }, index) => path.endsWith('/') && held.findIndex((other) => other.path === path) === index)
    .sort((a, b) => b.at - a.at);
};
