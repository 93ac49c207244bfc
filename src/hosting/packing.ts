/** Copies of finished files as servers send them: packed once, when the site is built, and better than there is time for at each request. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { environment } from '../environment.ts';
import { isText } from './header-rules.ts';

/**
 * How hard brotli works. A page of this site takes one core 1 ms at quality 6; 9 takes 13 ms and saves 1 % of its bytes, 11 takes 37 ms
 * and saves 9 %. gzip takes 0.7 ms at its best.
 */
export type Effort = 'quick' | 'best';
const qualities: Record<Effort, number> = { quick: 6, best: 11 };

/** How hard the environment says to pack; null where it says not to. Throws where it says neither. */
export const effortWanted = (): Effort | null => {
  const { precompress } = environment();
  return precompress === '0' ? null : precompress;
};

/** Smaller files travel in one packet with their headers, packed or not. */
const LEAST_BYTES = 1024;

/** zlib works on threads of its own, of which there are four; meanwhile others are read and written. */
const AT_ONCE = 8;

/** Where copies that took long stay from build to build of a project. */
export const keptCopies = (root: string): string => path.join(root, 'node_modules/.cache/precompressed');

/** Copies that no build has made or read anew for so long are thrown away. */
const KEPT_DAYS = 30;

/** Ends of the names of packed copies. */
export const packedEnds = ['.br', '.gz'] as const;

const packed = async (bytes: Buffer, effort: Effort): Promise<{ end: (typeof packedEnds)[number]; copy: Buffer }[]> => [
  {
    end: '.br',
    copy: await promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: qualities[effort], [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  },
  // The head of a gzip file has neither name nor time: the same bytes from the same page.
  { end: '.gz', copy: await promisify(gzip)(bytes, { level: 9 }) },
];

const forgetOld = (kept: string): void => {
  const oldest = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  for (const name of readdirSync(kept)) {
    const file = path.join(kept, name);
    if (statSync(file, { throwIfNoEntry: false })!.mtimeMs < oldest) rmSync(file, { force: true });
  }
};

/** Puts both copies of a file beside it, taken from the folder `kept` where they are there. Returns whether they had to be made. */
const packFile = async (file: string, bytes: Buffer, effort: Effort, kept: string | null): Promise<boolean> => {
  const own = kept && path.join(kept, createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  if (own && packedEnds.every((end) => existsSync(own + end))) {
    await Promise.all(packedEnds.map((end) => copyFile(own + end, file + end)));
    return false;
  }
  const copies = await packed(bytes, effort);
  await Promise.all(copies.map(({ end, copy }) => writeFile(file + end, copy)));
  if (!own) return true;
  for (const { end, copy } of copies) {
    // Two builds at one time may pack the same, and so may two files of one build: a copy is whole before it has its name.
    const unfinished = `${own}.${process.pid}.${randomUUID()}${end}`;
    await writeFile(unfinished, copy);
    await rename(unfinished, own + end);
  }
  return true;
};

/**
 * Puts `x.br` and `x.gz` beside every text file `x` that is in a folder now, is worth it and has none yet, as hard as the environment says.
 *
 * @param kept folder for copies that took long; see `keptCopies`.
 * @returns how many files were packed anew.
 */
export const packRest = async (folder: string, kept: string, effort = effortWanted()): Promise<number> => {
  if (effort === null) return 0;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const copies = new Set(names.filter((name) => name.endsWith(packedEnds[0])));
  const waiting = names.filter((name) => isText(path.basename(name)) && !copies.has(name + packedEnds[0]));
  // Quick copies are made as fast as they are read.
  const keeps = effort === 'best' ? kept : null;
  if (keeps) {
    mkdirSync(keeps, { recursive: true });
    forgetOld(keeps);
  }
  let anew = 0;
  const work = async (): Promise<void> => {
    for (let name = waiting.pop(); name; name = waiting.pop()) {
      const file = path.join(folder, name);
      const bytes = await readFile(file);
      if (bytes.length >= LEAST_BYTES && (await packFile(file, bytes, effort, keeps))) anew++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return anew;
};
