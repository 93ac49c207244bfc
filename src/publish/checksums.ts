/** `SHA256SUMS`: the hash of every file of a site except itself, in the format of `sha256sum --check`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../site-files.ts';
import { UserError } from './cli.ts';

export const SUMS_FILE = 'SHA256SUMS';

/** SHA-256 in hexadecimal by file name (relative, with forward slashes), sorted by name. */
export type Sums = ReadonlyMap<string, string>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder except the list itself and a repository (`.git`), which is no part of the site. */
export const filesIn = (folder: string): string[] =>
  filesBelow(folder).filter((name) => name !== SUMS_FILE && !name.startsWith('.git/') && name !== '.git');

/** Hashes the files as they are now. */
export const computeSums = (folder: string): Sums =>
  new Map(filesIn(folder).map((name) => [name, hashOf(readFileSync(path.join(folder, name)))]));

/** The text of a list. */
export const formatSums = (sums: Sums): string => Array.from(sums, ([name, hash]) => `${hash}  ${name}\n`).join('');

/** Writes the list into a finished site; its files must not change afterwards. */
export const writeSums = (folder: string): void =>
  writeFileSync(path.join(folder, SUMS_FILE), formatSums(computeSums(folder)));

/**
 * Parses a list. `from` names its source in the error.
 *
 * @throws {UserError} where it is no list, or names a path outside the site: lists of servers are untrusted input.
 */
export const parseSums = (text: string, from: string): Sums => {
  const lines = text.split('\n').filter((line) => line !== '');
  const sums = new Map(
    lines.map((line) => {
      const [, hash = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      if (
        !hash ||
        /[\\\p{Cc}]/u.test(name) ||
        name.split('/').some((part) => part === '' || part === '.' || part === '..')
      )
        throw new UserError(`${from} is no list of checksums: “${line.slice(0, 100)}”.`);
      return [name, hash];
    }),
  );
  if (sums.size === 0) throw new UserError(`${from} is no list of checksums: it is empty.`);
  return sums;
};

/** Differences between two lists, as file names. */
export interface Difference {
  missing: string[];
  changed: string[];
  extra: string[];
}

export const compareSums = (ours: Sums, theirs: Sums): Difference => ({
  missing: [...ours.keys()].filter((name) => !theirs.has(name)),
  changed: [...ours].filter(([name, hash]) => theirs.has(name) && theirs.get(name) !== hash).map(([name]) => name),
  extra: [...theirs.keys()].filter((name) => !ours.has(name)),
});

/**
 * The list of a built site, after checking it against the files.
 *
 * @throws {UserError} where the folder has no list, or its files differ from it.
 */
export const verifiedSums = (folder: string): Sums => {
  const file = path.join(folder, SUMS_FILE);
  if (!existsSync(file))
    throw new UserError(`${folder} is no finished site: it has no ${SUMS_FILE}. npm run build makes one.`);
  const listed = parseSums(readFileSync(file, 'utf8'), file);
  const { missing, changed, extra } = compareSums(listed, computeSums(folder));
  const [first] = [...missing, ...changed, ...extra];
  if (first !== undefined)
    throw new UserError(
      `${folder} is not what its ${SUMS_FILE} says: ${missing.length} files missing, ${changed.length} changed, ${extra.length} not listed, first ${first}. Build it anew.`,
    );
  return listed;
};
