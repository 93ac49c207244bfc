/**
 * Replaces a folder by another with two renames. Between them, for some microseconds, nothing stands at the place; a process that
 * is killed there leaves the former folder in its temporary folder, and the next build puts it back. Only a symbolic link can be
 * exchanged in one step: see `deployments.ts`.
 */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { systemErrorCode, UserError } from './cli.ts';

const machine = hostname().replace(/[^\w.]/g, '');
const TEMP_DIR = /^\.build-([\w.]*)-(\d+)-\w+$/;
/** In a temporary folder: the folder that is being replaced, and the path it had. */
const FORMER = 'former';
const FORMER_PATH = 'former-path';

/** Whether a process exists. Signal 0 sends nothing; Node answers it on Windows too. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
};

/** Removes the temporary folders of killed processes of this machine, and puts a folder back that one of them had moved away. */
const removeStale = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const [, host, pid] = TEMP_DIR.exec(name) ?? [];
    if (host !== machine || isAlive(Number(pid))) continue;
    const stale = path.join(parent, name);
    try {
      const former = path.join(stale, FORMER);
      if (existsSync(former)) {
        const target = readFileSync(path.join(stale, FORMER_PATH), 'utf8');
        if (!existsSync(target)) renameSync(former, target);
      }
      rmSync(stale, { recursive: true, force: true });
    } catch (error) {
      // A folder of another user is removed by that user's next build.
      if (!['EACCES', 'EPERM'].includes(systemErrorCode(error))) throw error;
    }
  }
};

/** Makes `parent` and an empty folder in it that is removed when this process ends, or by the next call after it was killed. */
export const makeTempDir = (parent: string): string => {
  mkdirSync(parent, { recursive: true });
  removeStale(parent);
  const folder = mkdtempSync(path.join(parent, `.build-${machine}-${process.pid}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The path behind symbolic links, in the spelling of the disk; also of a link whose target does not exist. */
export const resolveSymlink = (target: string): string => {
  if (existsSync(target)) return realpathSync.native(target);
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? resolveSymlink(path.resolve(path.dirname(target), readlinkSync(target))) : target;
};

const refusal = (target: string, reason: string): UserError =>
  new UserError(
    [
      `${target} ${reason}, so it cannot be replaced in one step. Either let the server serve the link that`,
      '  npm run publish -- <folder>',
      'exchanges, or build into another folder and copy from there:',
      `  rsync --recursive --checksum --delete --delay-updates --exclude=/.git <other folder>/ ${target}/`,
    ].join('\n'),
  );

/**
 * Checks that a folder can be written, or made, at a path.
 *
 * @throws {UserError} where a file stands there.
 * @throws the error of the system where writing is not allowed.
 */
export const checkWritable = (folder: string): void => {
  let existing = folder;
  while (!existsSync(existing)) existing = path.dirname(existing);
  if (!statSync(existing).isDirectory())
    throw new UserError(`${existing} is a file, and a folder is needed there. Move it away, or choose another folder.`);
  accessSync(existing, constants.W_OK);
};

/**
 * Checks before a build that `replaceFolder` will be able to replace `target`, a path without symbolic links.
 *
 * @throws {UserError} where the folder must stay: it holds a repository, is a mount point, or its parent is not writable.
 */
export const checkReplaceable = (target: string): void => {
  const parent = path.dirname(target);
  if (!existsSync(target)) return checkWritable(target);
  if (!statSync(target).isDirectory()) return checkWritable(target);
  if (existsSync(path.join(target, '.git'))) throw refusal(target, 'holds a git repository');
  if (statSync(target).dev !== statSync(parent).dev) throw refusal(target, 'is a mount point');
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    throw refusal(target, 'is in a folder that this user may not write to');
  }
};

/** A build at the same time may fill the place between the two renames of this one. */
const ATTEMPTS = 5;

/**
 * Moves the folder `site` to `target`, a path without symbolic links, and removes what stood there. `site` must be inside a folder of
 * `makeTempDir` on the same disk, best beside `target`.
 *
 * @throws {UserError} where the system does not let `target` be renamed; it is unchanged then.
 */
export const replaceFolder = (site: string, target: string): void => {
  const tempDir = path.dirname(site);
  const former = path.join(tempDir, FORMER);
  writeFileSync(path.join(tempDir, FORMER_PATH), target);
  for (let attempt = 1; ; attempt++) {
    rmSync(former, { recursive: true, force: true });
    try {
      renameSync(target, former);
    } catch (error) {
      const code = systemErrorCode(error);
      // A bind mount, or on Windows a folder with an open file.
      if (['EBUSY', 'EPERM', 'EACCES', 'EXDEV'].includes(code)) throw refusal(target, `may not be renamed (${code})`);
      if (code !== 'ENOENT') throw error;
    }
    try {
      renameSync(site, target);
      return;
    } catch (error) {
      if (existsSync(former) && !existsSync(target)) renameSync(former, target);
      if (attempt === ATTEMPTS || !['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error))) throw error;
    }
  }
};
