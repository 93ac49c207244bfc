/** A served copy of a site, file by file: a folder, or what a server answers to a reader. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { filesIn, hashOf } from './checksums.ts';
import { codeOf, Fault } from './command.ts';

/** What a copy has in the place of a file: its bytes by their hash, nothing, or a redirect. */
export type Found = { hash: string } | { absent: string } | { redirect: string };

/** A copy that is asked for files by their names in the site. */
export interface Copy {
  /** The bytes of a file of this name, as they are; undefined where there is none. */
  text: (name: string) => Promise<string | undefined>;
  /** All that a reader may be sent for a file; one answer where all are the same. */
  find: (name: string, precompressed: readonly string[]) => Promise<Found[]>;
  /** Every file it has, where it can say. */
  names: () => string[] | undefined;
}

/** A folder on this machine. */
export const folderCopy = (folder: string): Copy => {
  const read = (name: string): Buffer | undefined => {
    try {
      return readFileSync(path.join(folder, name));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return undefined;
      throw error;
    }
  };
  return {
    text: (name) => Promise.resolve(read(name)?.toString()),
    find: (name) => {
      const bytes = read(name);
      return Promise.resolve([bytes ? { hash: hashOf(bytes) } : { absent: 'no such file' }]);
    },
    names: () => filesIn(folder),
  };
};

const ATTEMPTS = 4;
const TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 4;

/** A server that gave no answer, however often it was asked. */
export class NoAnswer extends Fault {}

/** Encodings that readers ask for, and what a precompressed file for one is called. */
const encodings = [
  { ending: '.br', name: 'br' },
  { ending: '.gz', name: 'gzip' },
] as const;

/** For which file a name is the precompressed form, if any. */
export const plainName = (name: string): string | undefined =>
  encodings.map(({ ending }) => (name.endsWith(ending) ? name.slice(0, -ending.length) : undefined)).find(Boolean);

/** The address at which readers ask for a file: that of a page is its folder. */
const addressOf = (base: URL, name: string): URL =>
  new URL(
    name
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    base,
  );

/** Whether decoding failed: what was sent is not what its headers say, for every reader. */
const isGarbled = (error: unknown): boolean =>
  error instanceof Error && (/^(?:Z_|ERR__|ERR_BROTLI)/.test(codeOf(error)) || isGarbled(error.cause));

/**
 * A server below an address. Each answer is taken as a browser takes it: decoded, redirects within the site followed. A server that
 * does not answer is asked again, at longer and longer intervals.
 */
export const servedCopy = (base: URL): Copy => {
  const ask = async (
    address: URL,
    encoding: string,
  ): Promise<{ response: Response; bytes: Buffer } | { garbled: string }> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await fetch(address, {
          headers: { 'accept-encoding': encoding, 'cache-control': 'no-cache' },
          redirect: 'manual',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const bytes = Buffer.from(await response.arrayBuffer());
        if (response.status < 500 && response.status !== 429) return { response, bytes };
        throw new Error(`it answered ${response.status}`);
      } catch (error) {
        if (isGarbled(error)) return { garbled: `cannot be decoded when asked for as ${encoding}` };
        if (attempt === ATTEMPTS) {
          const reason =
            error instanceof Error
              ? error.cause instanceof Error
                ? codeOf(error.cause) || error.cause.message
                : error.message
              : String(error);
          throw new NoAnswer(`${address.href} gave no answer in ${ATTEMPTS} attempts: ${reason}.`);
        }
        await wait(250 * 2 ** attempt);
      }
    }
  };
  const get = async (name: string, encoding: string): Promise<Found & { bytes?: Buffer }> => {
    const first = addressOf(base, name);
    let address = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await ask(address, encoding);
      if ('garbled' in answer) return { absent: answer.garbled };
      const { response, bytes } = answer;
      // The page for unknown addresses comes with 404 on some servers when asked for by its name.
      if (response.status === 200 || (response.status === 404 && name === '404.html'))
        return { hash: hashOf(bytes), bytes };
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !location)
        return { absent: `the server answered ${response.status}` };
      const next = new URL(location, address);
      // `index.html` and `/`, `404.html` and `404` are one to many hosts; any other place is a redirect for the reader.
      const same = (url: URL): string => url.pathname.replace(/(?:index)?\.html$|\/$|\/index$/g, '');
      if (next.origin !== first.origin || same(next) !== same(first)) return { redirect: next.href };
      address = next;
    }
    return { absent: 'the server redirects for ever' };
  };
  const told = (found: Found & { bytes?: Buffer }): Found =>
    'hash' in found
      ? { hash: found.hash }
      : 'absent' in found
        ? { absent: found.absent }
        : { redirect: found.redirect };
  return {
    text: async (name) => (await get(name, 'identity')).bytes?.toString(),
    find: async (name, precompressed) => {
      const asked = [
        'identity',
        ...encodings.filter(({ ending }) => precompressed.includes(`${name}${ending}`)).map(({ name }) => name),
      ];
      const answers: Found[] = [];
      for (const encoding of asked) answers.push(told(await get(name, encoding)));
      return answers;
    },
    names: () => undefined,
  };
};
