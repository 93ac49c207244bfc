/**
 * A served folder as releases and a link: `releases/<id>/` each hold a whole site, and `current` leads to one of them. The link is
 * exchanged by one rename, so whoever asks at any moment gets the old site or the new one, and nothing between.
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
import { hashOf, SUMS_FILE, sumsOf, writtenSums, type Sums } from './checksums.ts';
import { Fault } from './command.ts';

/** The link that a server serves. */
export const CURRENT = 'current';
const RELEASES = 'releases';
const UNFINISHED = '.unfinished-';

/** How long one run waits for another. */
const PATIENCE_MS = 120_000;

/**
 * Runs `work` while nobody else publishes into the folder. The lock is SQLite's on a file, kept by the system for a process:
 * one that is killed cannot leave it behind.
 */
const alone = <T>(folder: string, work: () => T): T => {
  const database = new DatabaseSync(path.join(folder, '.lock'));
  try {
    const lock = (patience: number): boolean => {
      try {
        database.exec(`PRAGMA busy_timeout = ${patience}; BEGIN EXCLUSIVE`);
        return true;
      } catch (error) {
        if (error instanceof Error && error.message.includes('locked')) return false;
        throw error;
      }
    };
    if (!lock(0)) {
      console.log('  Another run publishes there; waiting for it.');
      if (!lock(PATIENCE_MS))
        throw new Fault(
          `Another run has been publishing into ${folder} for ${PATIENCE_MS / 1000} s. Let it end, or stop it, then run this again.`,
        );
    }
    return work();
  } finally {
    database.close();
  }
};

/** The disk holds it, whatever happens to the power. */
const flush = (place: string): void => {
  const handle = openSync(place, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** The release that is served, if any, with its files as they are: somebody may have changed one. */
const served = (folder: string): { release: string; sums: Sums } | undefined => {
  const release = path.join(folder, CURRENT);
  return existsSync(release) ? { release, sums: sumsOf(release) } : undefined;
};

/**
 * Copies a site, each file held against its hash on the way. Servers read the files whatever the umask is here, and tell readers
 * by its time whether a file has changed: one that has not keeps the time of the release before.
 */
const copy = (site: string, to: string, sums: Sums, former: ReturnType<typeof served>): void => {
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
        throw new Fault(`${path.join(site, name)} changed while it was being published. Nothing was published.`);
      write(name, bytes);
      if (former?.sums.get(name) !== hash) continue;
      const { atime, mtime } = statSync(path.join(former.release, name));
      utimesSync(path.join(to, name), atime, mtime);
    }
    write(SUMS_FILE, Buffer.from(writtenSums(sums)));
    for (const folder of folders) flush(folder);
  } finally {
    process.umask(umask);
  }
};

/** Which release is served now, and whether that is news. */
export interface Release {
  id: string;
  isNew: boolean;
}

/**
 * Publishes a finished site into a folder of releases; `sums` are its list, sound. The last `keep` releases stay, the served one always.
 *
 * @throws a fault where the folder serves something else; what was served then is still served.
 */
export const release = (site: string, sums: Sums, folder: string, keep: number): Release => {
  const link = path.join(folder, CURRENT);
  const releases = path.join(folder, RELEASES);
  const standing = lstatSync(link, { throwIfNoEntry: false });
  if (standing && !standing.isSymbolicLink())
    throw new Fault(`${link} is no link, so it cannot be exchanged in one step. Move it away, or name another folder.`);
  mkdirSync(releases, { recursive: true, mode: 0o755 });
  return alone(releases, () => {
    // While the lock is held nobody else writes here: what is unfinished was left by a run that was killed.
    for (const name of readdirSync(releases))
      if (name.startsWith(UNFINISHED)) rmSync(path.join(releases, name), { recursive: true, force: true });
    const former = served(folder);
    if (former && writtenSums(former.sums) === writtenSums(sums))
      return { id: path.basename(readlinkSync(link)), isNew: false };

    const unfinished = path.join(releases, UNFINISHED);
    const id = `${new Date().toISOString().replace(/[-:.]/g, '')}-${hashOf(Buffer.from(writtenSums(sums))).slice(0, 12)}`;
    try {
      copy(site, `${unfinished}site`, sums, former);
      renameSync(`${unfinished}site`, path.join(releases, id));
    } catch (error) {
      rmSync(`${unfinished}site`, { recursive: true, force: true });
      throw error;
    }
    flush(releases);
    symlinkSync(path.join(RELEASES, id), `${unfinished}link`);
    renameSync(`${unfinished}link`, link);
    flush(folder);

    const old = readdirSync(releases)
      .filter((name) => /^\d{8}T\d{9}Z-[0-9a-f]{12}$/.test(name) && name !== id)
      .sort()
      .slice(0, -(keep - 1) || undefined);
    for (const name of old) rmSync(path.join(releases, name), { recursive: true, force: true });
    return { id, isNew: true };
  });
};
