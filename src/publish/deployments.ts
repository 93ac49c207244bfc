/**
 * Atomic deployments: `releases/<id>/` each hold a whole site, and the symbolic link `current` points to one of them. The link is
 * exchanged by one rename, so every request gets the old site or the new one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { computeSums, formatSums, hashOf, SUMS_FILE, type Sums } from './checksums.ts';
import { UserError } from './cli.ts';

/** Name of the link that the server serves. */
export const CURRENT = 'current';
const RELEASES = 'releases';
const UNFINISHED = '.unfinished-';

/** How long one publication waits for another. */
const LOCK_TIMEOUT_MS = 120_000;

/**
 * Runs `work` while no other process publishes into the folder. Node has no file locks of its own; an exclusive transaction of SQLite
 * holds one of the operating system, which is released even if the process is killed.
 */
const withLock = <T>(folder: string, work: () => T): T => {
  const database = new DatabaseSync(path.join(folder, '.lock'));
  try {
    const acquire = (timeout: number): boolean => {
      try {
        database.exec(`PRAGMA busy_timeout = ${timeout}; BEGIN EXCLUSIVE`);
        return true;
      } catch (error) {
        if (error instanceof Error && error.message.includes('locked')) return false;
        throw error;
      }
    };
    if (!acquire(0)) {
      console.log('  Another publication is running; waiting for it.');
      if (!acquire(LOCK_TIMEOUT_MS))
        throw new UserError(
          `Another publication into ${folder} has been running for ${LOCK_TIMEOUT_MS / 1000} s. Let it end, or stop it, then run this again.`,
        );
    }
    return work();
  } finally {
    database.close();
  }
};

/** Flushes a file or folder to the disk, so that it survives a power failure. */
const fsyncPath = (place: string): void => {
  const handle = openSync(place, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** The served release, if any, with the hashes of its files as they are now: one may have been changed by hand. */
const servedRelease = (folder: string): { release: string; sums: Sums } | undefined => {
  const release = path.join(folder, CURRENT);
  return existsSync(release) ? { release, sums: computeSums(release) } : undefined;
};

/**
 * Copies a site and checks each file against its hash. The files are world-readable whatever the umask, since servers run as another
 * user. An unchanged file keeps the modification time of the former release, from which servers derive `Last-Modified` and `ETag`.
 */
const copySite = (site: string, to: string, sums: Sums, former: ReturnType<typeof servedRelease>): void => {
  const folders = new Set([to]);
  const write = (name: string, bytes: Uint8Array): void => {
    const place = path.join(to, name);
    for (let folder = path.dirname(place); !folders.has(folder); folder = path.dirname(folder)) folders.add(folder);
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 });
    writeFileSync(place, bytes, { mode: 0o644, flush: true });
  };
  const umask = process.umask(0o022);
  try {
    mkdirSync(to, { recursive: true });
    for (const [name, hash] of sums) {
      const bytes = readFileSync(path.join(site, name));
      if (hashOf(bytes) !== hash)
        throw new UserError(`${path.join(site, name)} changed while it was being published. Nothing was published.`);
      write(name, bytes);
      if (former?.sums.get(name) !== hash) continue;
      const { atime, mtime } = statSync(path.join(former.release, name));
      utimesSync(path.join(to, name), atime, mtime);
    }
    write(SUMS_FILE, Buffer.from(formatSums(sums)));
    for (const folder of folders) fsyncPath(folder);
  } finally {
    process.umask(umask);
  }
};

/** The release that is served now; `isNew` is false where the same site was served before. */
export interface Deployment {
  id: string;
  isNew: boolean;
}

/**
 * Whether this system can publish by a link: Windows gives symbolic links to administrators only and flushes no folders.
 *
 * @throws {UserError} on Windows.
 */
export const checkPlatform = (): void => {
  if (process.platform === 'win32')
    throw new UserError(
      'npm run publish needs the symbolic links of a POSIX system (Linux, macOS, WSL). On Windows run npm run build, and copy dist to the server.',
    );
};

/**
 * Publishes a built site into a folder of releases.
 *
 * @param sums the verified list of the site.
 * @param keep how many releases stay, the served one included.
 * @throws {UserError} where the folder has a file or folder in the place of the link. Whatever is thrown, the served site is unchanged.
 */
export const deploy = (site: string, sums: Sums, folder: string, keep: number): Deployment => {
  const link = path.join(folder, CURRENT);
  const releases = path.join(folder, RELEASES);
  const standing = lstatSync(link, { throwIfNoEntry: false });
  if (standing && !standing.isSymbolicLink())
    throw new UserError(
      `${link} is no symbolic link, so it cannot be exchanged in one step. Move it away, or name another folder.`,
    );
  mkdirSync(releases, { recursive: true, mode: 0o755 });
  return withLock(releases, () => {
    // Only a killed process leaves unfinished files: nobody else holds the lock.
    for (const name of readdirSync(releases))
      if (name.startsWith(UNFINISHED)) rmSync(path.join(releases, name), { recursive: true, force: true });
    const former = servedRelease(folder);
    if (former && formatSums(former.sums) === formatSums(sums))
      return { id: path.basename(readlinkSync(link)), isNew: false };

    const unfinished = path.join(releases, UNFINISHED);
    const id = `${new Date().toISOString().replace(/[-:.]/g, '')}-${hashOf(Buffer.from(formatSums(sums))).slice(0, 12)}`;
    try {
      copySite(site, `${unfinished}site`, sums, former);
      renameSync(`${unfinished}site`, path.join(releases, id));
    } catch (error) {
      rmSync(`${unfinished}site`, { recursive: true, force: true });
      throw error;
    }
    fsyncPath(releases);
    symlinkSync(path.join(RELEASES, id), `${unfinished}link`);
    renameSync(`${unfinished}link`, link);
    fsyncPath(folder);

    const old = readdirSync(releases)
      .filter((name) => /^\d{8}T\d{9}Z-[0-9a-f]{12}$/.test(name) && name !== id)
      .sort()
      .slice(0, -(keep - 1) || undefined);
    for (const name of old) rmSync(path.join(releases, name), { recursive: true, force: true });
    return { id, isNew: true };
  });
};
