/** `SHA256SUMS`: every file of a site but itself with its hash, as `sha256sum --check` reads it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './command.ts';

export const SUMS_FILE = 'SHA256SUMS';

/** Hashes by the names of files, with forward slashes, in the order of the names. */
export type Sums = ReadonlyMap<string, string>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder but the list itself. A repository that the folder is published from is no part of the site. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => name !== SUMS_FILE && !name.startsWith('.git/') && name !== '.git')
    // Not by the language of the machine.
    .sort((a, b) => (a < b ? -1 : 1));

/** The hashes of the files as they are now. */
export const sumsOf = (folder: string): Sums =>
  new Map(filesIn(folder).map((name) => [name, hashOf(readFileSync(path.join(folder, name)))]));

export const writtenSums = (sums: Sums): string => Array.from(sums, ([name, hash]) => `${hash}  ${name}\n`).join('');

/** Writes the list into a finished site. Whatever changes a file afterwards makes the list wrong. */
export const writeSums = (folder: string): void =>
  writeFileSync(path.join(folder, SUMS_FILE), writtenSums(sumsOf(folder)));

/**
 * Reads a list. `from` says whose it is.
 *
 * @throws a fault where it is none, or names a file outside the site: lists also come from servers that nobody trusts yet.
 */
export const readSums = (text: string, from: string): Sums => {
  const lines = text.split('\n').filter((line) => line !== '');
  const sums = new Map(
    lines.map((line) => {
      const [, hash = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      if (
        !hash ||
        /[\\\p{Cc}]/u.test(name) ||
        name.split('/').some((part) => part === '' || part === '.' || part === '..')
      )
        throw new Fault(`${from} is no list of checksums: “${line.slice(0, 100)}”.`);
      return [name, hash];
    }),
  );
  if (sums.size === 0) throw new Fault(`${from} is no list of checksums: it is empty.`);
  return sums;
};

/** How one list differs from another, by names of files. */
export interface Difference {
  missing: string[];
  changed: string[];
  extra: string[];
}

export const differenceOf = (ours: Sums, theirs: Sums): Difference => ({
  missing: [...ours.keys()].filter((name) => !theirs.has(name)),
  changed: [...ours].filter(([name, hash]) => theirs.has(name) && theirs.get(name) !== hash).map(([name]) => name),
  extra: [...theirs.keys()].filter((name) => !ours.has(name)),
});

/**
 * The list of a finished site on this machine, held against its files.
 *
 * @throws a fault where the folder is no finished site, or not what its list says.
 */
export const soundSums = (folder: string): Sums => {
  const file = path.join(folder, SUMS_FILE);
  if (!existsSync(file))
    throw new Fault(`${folder} is no finished site: it has no ${SUMS_FILE}. npm run build makes one.`);
  const listed = readSums(readFileSync(file, 'utf8'), file);
  const { missing, changed, extra } = differenceOf(listed, sumsOf(folder));
  const [first] = [...missing, ...changed, ...extra];
  if (first !== undefined)
    throw new Fault(
      `${folder} is not what its ${SUMS_FILE} says: ${missing.length} files missing, ${changed.length} changed, ${extra.length} not listed, first ${first}. Build it anew.`,
    );
  return listed;
};
