/**
 * Puts a finished site in the place of another.
 *
 * A folder is swapped by two renames: between them, some microseconds, nothing stands there, and who is killed in them leaves the
 * old site beside; the next build puts it back. Only a link can be exchanged in one step: see `releases.ts`.
 */
import {
  accessSync,
  constants,
  copyFileSync,
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
import { SUMS_FILE } from './checksums.ts';
import { codeOf, Fault } from './command.ts';

const machine = hostname().replace(/[^\w.]/g, '');
const WORKSPACE = /^\.build-([\w.]*)-(\d+)-\w+$/;
/** In a workspace: the site that was moved out of the way, and where it stood. */
const FORMER = 'former';
const FORMER_PLACE = 'former-place';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Removes what killed runs left in a folder. A site that one of them had moved away goes back where nothing has taken its place. */
const sweep = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const [, host, pid] = WORKSPACE.exec(name) ?? [];
    if (host !== machine || isAlive(Number(pid))) continue;
    const left = path.join(folder, name);
    try {
      if (existsSync(path.join(left, FORMER))) {
        const place = readFileSync(path.join(left, FORMER_PLACE), 'utf8');
        if (!existsSync(place)) renameSync(path.join(left, FORMER), place);
      }
      rmSync(left, { recursive: true, force: true });
    } catch (error) {
      // What another user left is for that user to remove.
      if (!['EACCES', 'EPERM'].includes(codeOf(error))) throw error;
    }
  }
};

/** An empty folder of this run's own inside another. It is removed when the process ends, or by the next run where it is killed. */
export const workspaceIn = (folder: string): string => {
  sweep(folder);
  const own = mkdtempSync(path.join(folder, `.build-${machine}-${process.pid}-`));
  process.on('exit', () => rmSync(own, { recursive: true, force: true }));
  return own;
};

/** Where a folder really is: a link stays, and what it leads to is replaced. */
const behindLinks = (target: string): string => {
  if (existsSync(target)) return realpathSync(target);
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? behindLinks(path.resolve(path.dirname(target), readlinkSync(target))) : target;
};

const isMountPoint = (folder: string): boolean => statSync(folder).dev !== statSync(path.dirname(folder)).dev;

/** Two builds at one time may both find the place empty, and one of them the site of the other. */
const ATTEMPTS = 5;

const swap = (site: string, target: string, workspace: string): void => {
  writeFileSync(path.join(workspace, FORMER_PLACE), target);
  for (let attempt = 1; ; attempt++) {
    const former = path.join(workspace, FORMER);
    rmSync(former, { recursive: true, force: true });
    try {
      renameSync(target, former);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    try {
      renameSync(site, target);
      return;
    } catch (error) {
      if (existsSync(former) && !existsSync(target)) renameSync(former, target);
      if (attempt === ATTEMPTS || !['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
    }
  }
};

/** Scripts, pictures and data come before the pages that name them, the list that vouches for all of them last. */
const turn = (file: string): number => (file === SUMS_FILE ? 2 : file.endsWith('.html') ? 1 : 0);

const relativeFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** Not `cpSync`, which calls a full disk an input/output error. */
const copyFolder = (from: string, to: string): void => {
  for (const file of relativeFiles(from)) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    copyFileSync(path.join(from, file), path.join(to, file));
  }
};

/** Everything is copied beside its place before the first file is exchanged: a full disk changes nothing. */
const replaceFiles = (site: string, target: string): void => {
  const workspace = workspaceIn(target);
  const staged = path.join(workspace, 'site');
  copyFolder(site, staged);
  const files = relativeFiles(staged).sort((a, b) => turn(a) - turn(b));
  for (const file of files) {
    const place = path.join(target, file);
    for (let above = path.dirname(file); above !== '.'; above = path.dirname(above)) {
      if (lstatSync(path.join(target, above), { throwIfNoEntry: false })?.isFile()) rmSync(path.join(target, above));
    }
    if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) rmSync(place, { recursive: true });
    mkdirSync(path.dirname(place), { recursive: true });
    renameSync(path.join(staged, file), place);
  }
  const wanted = new Set(files);
  const kept = new Set(
    files.flatMap((file) => file.split(path.sep).map((_, depth, parts) => parts.slice(0, depth + 1).join(path.sep))),
  );
  for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    const [top] = name.split(path.sep);
    if (top === '.git' || wanted.has(name) || kept.has(name)) continue;
    rmSync(path.join(target, name), { recursive: true, force: true });
  }
};

/**
 * Whether a site can come to `target`: what the system will refuse is better known before the build.
 *
 * @throws where it cannot.
 */
export const checkPlace = (target: string): void => {
  const place = behindLinks(target);
  let standing = place;
  while (!existsSync(standing)) standing = path.dirname(standing);
  if (!statSync(standing).isDirectory())
    throw new Fault(`${standing} is a file, and a folder is needed there. Move it away, or choose another folder.`);
  try {
    // A swap changes the folder above; where that must not be, the folder itself is enough.
    accessSync(standing === place ? path.dirname(place) : standing, constants.W_OK);
  } catch {
    accessSync(standing, constants.W_OK);
  }
};

/** How a site came to its place. */
export type Replacement = 'swapped' | 'file by file';

/**
 * Puts the finished site in the place of what stands at `target`. `workspace` is a folder of this run's own, on whatever disk.
 * Where the folder itself must stay, the files in it are exchanged one after the other: it holds the repository that it is
 * published from, is a mount point, or stands in a folder that this user may not change.
 */
export const replaceFolder = (site: string, target: string, workspace: string): Replacement => {
  const place = behindLinks(target);
  mkdirSync(path.dirname(place), { recursive: true });
  if (existsSync(place) && (existsSync(path.join(place, '.git')) || isMountPoint(place))) {
    replaceFiles(site, place);
    return 'file by file';
  }
  try {
    try {
      swap(site, place, workspace);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      // Another disk: the site is copied beside its place first.
      const beside = workspaceIn(path.dirname(place));
      const copy = path.join(beside, 'site');
      copyFolder(site, copy);
      swap(copy, place, beside);
    }
  } catch (error) {
    if (!existsSync(place) || !['EACCES', 'EPERM', 'EBUSY'].includes(codeOf(error))) throw error;
    replaceFiles(site, place);
    return 'file by file';
  }
  return 'swapped';
};
