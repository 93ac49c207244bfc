/** Precompressed copies of text files, which servers send as they are: compressed once, and better than there is time for at each request. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import PQueue from 'p-queue';
import { environment } from '../environment.ts';
import { isCompressible } from '../hosting/header-rules.ts';
import { COMPRESSED_EXTENSIONS, filesBelow, isCompressedCopy } from '../site-files.ts';

/**
 * How hard Brotli works. A page of this site takes one core 1 ms at quality 6; 9 takes 13 ms and saves 1 % of its bytes, 11 takes 37 ms
 * and saves 9 %. gzip takes 0.7 ms at its best.
 */
export type CompressionLevel = 'quick' | 'best';
const brotliQuality: Record<CompressionLevel, number> = { quick: 6, best: 11 };

/** The level that the environment variable `PRECOMPRESS` asks for; null where it says not to compress. */
const requestedLevel = (): CompressionLevel | null => {
  const { precompress } = environment();
  return precompress === '0' ? null : precompress;
};

/** Smaller files travel in one packet with their headers, compressed or not. */
const MIN_BYTES = 1024;

/** zlib works on Node's four threads; meanwhile other files are read and written. */
const CONCURRENCY = 8;

/** The folder that keeps copies of level `best` from build to build of a project. */
export const cacheFolder = (root: string): string => path.join(root, 'node_modules/.cache/precompressed');

/** Cached copies that no build has made for so long are deleted. */
const CACHE_DAYS = 30;

const compressors: Record<
  (typeof COMPRESSED_EXTENSIONS)[number],
  (bytes: Buffer, level: CompressionLevel) => Promise<Buffer>
> = {
  '.br': (bytes, level) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality[level],
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  // zlib writes neither name nor time into the gzip header: the same input gives the same bytes.
  '.gz': (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

const pruneCache = (cache: string): void => {
  const oldest = Date.now() - CACHE_DAYS * 24 * 3600 * 1000;
  for (const name of readdirSync(cache)) {
    const file = path.join(cache, name);
    // Another build may have deleted it meanwhile.
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && written < oldest) rmSync(file, { force: true });
  }
};

/** Puts all copies of a file beside it, from the cache where they are there. Returns whether they had to be made. */
const precompressFile = async (
  file: string,
  bytes: Buffer,
  level: CompressionLevel,
  cache: string | null,
): Promise<boolean> => {
  const cached = cache && path.join(cache, createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  if (cached && COMPRESSED_EXTENSIONS.every((extension) => existsSync(cached + extension))) {
    await Promise.all(COMPRESSED_EXTENSIONS.map((extension) => copyFile(cached + extension, file + extension)));
    return false;
  }
  await Promise.all(
    COMPRESSED_EXTENSIONS.map(async (extension) => {
      const copy = await compressors[extension](bytes, level);
      await writeFile(file + extension, copy);
      if (!cached) return;
      // Atomic: another build, or another file with the same bytes, may write the same copy at the same time.
      const unfinished = `${cached}.${process.pid}.${randomUUID()}${extension}`;
      await writeFile(unfinished, copy);
      await rename(unfinished, cached + extension);
    }),
  );
  return true;
};

/**
 * Puts `x.br` and `x.gz` beside every compressible file `x` of a folder that is large enough and has no copies yet.
 *
 * @param cache folder for copies of level `best`; see `cacheFolder`.
 * @param level null: does nothing.
 * @returns how many files were compressed, those from the cache not counted.
 */
export const precompressFolder = async (folder: string, cache: string, level = requestedLevel()): Promise<number> => {
  if (level === null) return 0;
  const files = filesBelow(folder);
  const copies = new Set(files.filter(isCompressedCopy));
  const wanted = files.filter((file) => isCompressible(file) && !copies.has(file + COMPRESSED_EXTENSIONS[0]));
  // Copies of level `quick` are made as fast as they are read.
  const usedCache = level === 'best' ? cache : null;
  if (usedCache) {
    mkdirSync(usedCache, { recursive: true });
    pruneCache(usedCache);
  }
  let compressed = 0;
  await new PQueue({ concurrency: CONCURRENCY }).addAll(
    wanted.map((name) => async () => {
      const file = path.join(folder, name);
      const bytes = await readFile(file);
      if (bytes.length >= MIN_BYTES && (await precompressFile(file, bytes, level, usedCache))) compressed++;
    }),
  );
  return compressed;
};
