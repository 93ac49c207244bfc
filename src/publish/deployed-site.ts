/** A deployed site, file by file: a folder, or the answers of a server. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { filesIn, hashOf } from './checksums.ts';
import { systemErrorCode, UserError } from './cli.ts';

/** What a deployed site has for a file: content with a hash, nothing and why, or a redirect to an absolute address. */
export type FileStatus = { hash: string } | { absent: string } | { redirect: string };

/** A deployed site. Files are named by their paths in the site, with forward slashes. */
export interface DeployedSite {
  /** The text of a file, undefined where there is none. */
  text: (name: string) => Promise<string | undefined>;
  /** The status of a file, once for each content encoding that a server may choose because a precompressed copy is among `names`. */
  status: (name: string, names: readonly string[]) => Promise<FileStatus[]>;
  /** Every file, where the site can list them. */
  names: () => string[] | undefined;
}

/** A folder on this machine. */
export const deployedFolder = (folder: string): DeployedSite => {
  const read = (name: string): Buffer | undefined => {
    try {
      return readFileSync(path.join(folder, name));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemErrorCode(error))) return undefined;
      throw error;
    }
  };
  return {
    text: (name) => Promise.resolve(read(name)?.toString()),
    status: (name) => {
      const bytes = read(name);
      return Promise.resolve([bytes ? { hash: hashOf(bytes) } : { absent: 'no such file' }]);
    },
    names: () => filesIn(folder),
  };
};

const ATTEMPTS = 4;
const TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 4;

/** The server did not answer in any attempt. */
export class NoAnswer extends UserError {}

/** Content encodings, and the ending of a precompressed copy in each. */
const encodings = [
  { ending: '.br', name: 'br' },
  { ending: '.gz', name: 'gzip' },
] as const;

/** The file that `name` is a precompressed copy of, undefined where it is none. */
export const uncompressedName = (name: string): string | undefined =>
  encodings.map(({ ending }) => (name.endsWith(ending) ? name.slice(0, -ending.length) : undefined)).find(Boolean);

/** The address of a file; that of `index.html` is its folder. */
const addressOf = (base: URL, name: string): URL =>
  new URL(
    name
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    base,
  );

/** Whether decoding failed: the body is not encoded as its header says. */
const isDecodingError = (error: unknown): boolean =>
  error instanceof Error && (/^(?:Z_|ERR__|ERR_BROTLI)/.test(systemErrorCode(error)) || isDecodingError(error.cause));

/**
 * A site on a server below an address. Answers are read as by a browser: decoded, redirects within the site followed. Requests
 * without an answer are repeated with exponential backoff.
 */
export const deployedServer = (base: URL): DeployedSite => {
  const request = async (
    address: URL,
    encoding: string,
  ): Promise<{ response: Response; bytes: Buffer } | { undecodable: string }> => {
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
        if (isDecodingError(error)) return { undecodable: `cannot be decoded when asked for as ${encoding}` };
        if (attempt === ATTEMPTS) {
          const reason =
            error instanceof Error
              ? error.cause instanceof Error
                ? systemErrorCode(error.cause) || error.cause.message
                : error.message
              : String(error);
          throw new NoAnswer(`${address.href} gave no answer in ${ATTEMPTS} attempts: ${reason}.`);
        }
        await wait(250 * 2 ** attempt);
      }
    }
  };
  const get = async (name: string, encoding: string): Promise<FileStatus & { bytes?: Buffer }> => {
    const first = addressOf(base, name);
    let address = first;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await request(address, encoding);
      if ('undecodable' in answer) return { absent: answer.undecodable };
      const { response, bytes } = answer;
      // Some servers send 404.html with status 404 at its own address too.
      if (response.status === 200 || (response.status === 404 && name === '404.html'))
        return { hash: hashOf(bytes), bytes };
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !location)
        return { absent: `the server answered ${response.status}` };
      const next = new URL(location, address);
      // Many hosts drop `index.html` and `.html` from addresses; any other redirect is one that readers see.
      const same = (url: URL): string => url.pathname.replace(/(?:index)?\.html$|\/$|\/index$/g, '');
      if (next.origin !== first.origin || same(next) !== same(first)) return { redirect: next.href };
      address = next;
    }
    return { absent: 'the server redirects without end' };
  };
  const withoutBytes = (found: FileStatus & { bytes?: Buffer }): FileStatus =>
    'hash' in found
      ? { hash: found.hash }
      : 'absent' in found
        ? { absent: found.absent }
        : { redirect: found.redirect };
  return {
    text: async (name) => (await get(name, 'identity')).bytes?.toString(),
    status: async (name, names) => {
      const accepted = [
        'identity',
        ...encodings.filter(({ ending }) => names.includes(`${name}${ending}`)).map(({ name }) => name),
      ];
      const answers: FileStatus[] = [];
      for (const encoding of accepted) answers.push(withoutBytes(await get(name, encoding)));
      return answers;
    },
    names: () => undefined,
  };
};
