/** Publishing is all or nothing, whenever it is killed; and `verify` tells a true copy from any other. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { computeSums, formatSums, SUMS_FILE, verifiedSums, writeSums } from '../../src/publish/checksums.ts';
import { checkReplaceable, makeTempDir, replaceFolder, resolveSymlink } from '../../src/publish/replace-folder.ts';
import { valid } from '../support/content.ts';
import { dist, filesBelow } from '../support/dist.ts';
import { environment, inProcess, node, root, type Outcome } from '../support/run.ts';
import { listen, type Answer } from '../support/site.ts';
import { builtVariant } from '../support/variants.ts';

// macOS reaches its temporary folder through a link.
const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'publish-')));
/** On Linux a second disk, which is memory: what is written there need not wait for the first. */
const memory = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'publish-'));
afterAll(() => {
  for (const folder of [work, memory]) rmSync(folder, { recursive: true, force: true });
});

let folders = 0;
const newFolder = (): string => {
  const folder = path.join(work, String(folders++));
  mkdirSync(folder);
  return folder;
};

/** A finished site of few files. */
const siteOf = (files: Record<string, string | Buffer>): string => {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  writeSums(folder);
  return folder;
};
const textsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder)
      .filter((name) => name !== SUMS_FILE && !name.startsWith('.git/'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
const publish = (...args: string[]): Promise<Outcome> => inProcess('src/publish/publish.ts', args);

const older = { 'index.html': 'old', 'a/index.html': 'old a', 'b.txt': 'same' };
const newer = { 'index.html': 'new', 'c/index.html': 'new c', 'b.txt': 'same' };

/** Numbers from 0 to 1 that a seed tells again (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** Runs a command in a process group of its own, and kills the whole group at the moment that `until` waits for, if it still goes on. */
const killed = async (
  until: (ended: () => boolean, pid: number) => Promise<unknown>,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ killed: boolean; took: number }> => {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: { ...environment(), ...env },
  });
  const exit = new Promise<string | null>((resolve) => child.once('exit', (_, by) => resolve(by)));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  await Promise.race([exit, until(hasEnded, child.pid!)]);
  try {
    if (!hasEnded()) process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It has just ended.
  }
  return { killed: (await exit) === 'SIGKILL', took: performance.now() - started };
};
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** A script that replaces `target` by a copy of the folder that it is given. */
const replaceScript = (target: string): string => {
  const script = path.join(newFolder(), 'replace.ts');
  writeFileSync(
    script,
    `import { cpSync } from 'node:fs';
     import path from 'node:path';
     import { makeTempDir, replaceFolder } from ${JSON.stringify(path.join(root, 'src/publish/replace-folder.ts'))};
     const site = path.join(makeTempDir(${JSON.stringify(path.dirname(target))}), 'site');
     cpSync(process.argv[2], site, { recursive: true });
     replaceFolder(site, ${JSON.stringify(target)});`,
  );
  return script;
};
const never = (): Promise<never> => new Promise(() => undefined);
const after = (milliseconds: number) => () => wait(milliseconds);

/** For `npm run test:slow` alone. */
const slowTest = (name: string, run: () => Promise<void>): void => {
  if (process.env.SLOW_TESTS === '1') test(name, run);
};

/** Windows has no symbolic links without rights, and no process groups to kill. */
const describeOnPosix = (name: string, tests: () => void): void => {
  if (process.platform !== 'win32') describe(name, tests);
};

describeOnPosix('killed at any moment', () => {
  /** How many kills of each kind; `npm test` has a few of every kind. */
  const counts =
    process.env.SLOW_TESTS === '1'
      ? { copying: 10, exchange: 6, replacing: 6, replaced: 5, building: 3 }
      : { copying: 3, exchange: 2, replacing: 2, replaced: 2, building: 0 };
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  /** One moment in each of so many equal parts of a run. */
  const momentsIn = (run: number, count: number): number[] =>
    Array.from({ length: count }, (_, part) => (run * (part + random())) / count);

  /** What of the site is published: all of it takes long where two builds run beside. */
  const parts = ['index.html', '404.html', 'sw.js', 'sitemap.xml', '_astro', 'canh-bao', 'gioi-thieu', 'pagefind'];
  /** Two versions of it; every page of the second differs from the first. */
  const versions = [path.join(work, 'first'), path.join(work, 'second')] as const;
  const served = path.join(memory, 'served');
  const current = path.join(served, 'current');
  const lists: string[] = [];

  beforeAll(() => {
    for (const [index, version] of versions.entries()) {
      for (const name of parts) cpSync(path.join(dist, name), path.join(version, name), { recursive: true });
      if (index === 1)
        for (const file of filesBelow(version))
          if (file.endsWith('.html')) appendFileSync(path.join(version, file), '<!-- second -->');
      writeSums(version);
      lists.push(readFileSync(path.join(version, SUMS_FILE), 'utf8'));
    }
  });

  /** What is wrong with what a reader gets through the link now: every file must be there, of one version. */
  const flaw = (): string | undefined => {
    try {
      const release = realpathSync(current);
      verifiedSums(release);
      return lists.includes(readFileSync(path.join(release, SUMS_FILE), 'utf8')) ? undefined : 'neither version';
    } catch (error) {
      return String(error);
    }
  };

  /** Looks at the link without a pause while a command runs. */
  const watch = () => {
    const flaws: string[] = [];
    const versionsSeen = new Set<string>();
    let looks = 0;
    const end = new AbortController();
    const looking = (async () => {
      while (!end.signal.aborted) {
        try {
          // As a server: each request goes through the link anew. Between two that meet the same release, nothing may differ.
          const release = readlinkSync(current);
          const list = readFileSync(path.join(current, SUMS_FILE), 'utf8');
          const page = readFileSync(path.join(current, 'gioi-thieu/index.html'), 'utf8').endsWith('<!-- second -->')
            ? 1
            : 0;
          if (readlinkSync(current) === release && lists[page] !== list)
            flaws.push(`a page of version ${page} beside the list of the other`);
          versionsSeen.add(list);
          looks++;
        } catch (error) {
          flaws.push(String(error));
        }
        await wait(1);
      }
    })();
    return async (): Promise<{ flaws: string[]; looks: number; versionsSeen: Set<string> }> => {
      end.abort();
      await looking;
      return { flaws, looks, versionsSeen };
    };
  };

  test('while it copies and exchanges, a publication leaves one whole version served', async () => {
    const servedList = (): string => readFileSync(path.join(current, SUMS_FILE), 'utf8');
    const next = (): 0 | 1 => (servedList() === lists[0] ? 1 : 0);
    const releases = (): string[] => readdirSync(path.join(served, 'releases')).filter((name) => !name.startsWith('.'));
    expect((await publish(served, '--site', versions[0])).code).toBe(0);
    expect(flaw()).toBeUndefined();
    const stop = watch();
    const { took } = await killed(never, ['src/publish/publish.ts', served, '--site', versions[1], '--keep', '2']);
    /** The link is exchanged just after the release has its name: so many milliseconds after that. */
    const atTheExchange =
      (milliseconds: number) =>
      async (hasEnded: () => boolean): Promise<void> => {
        const known = new Set(releases());
        while (!hasEnded() && releases().every((name) => known.has(name))) await wait(0);
        for (const started = performance.now(); performance.now() - started < milliseconds;);
      };
    let run = took;
    const moments = [
      ...momentsIn(0.9, counts.copying).map((share) => ({
        at: `${Math.round(share * 100)} % of the run`,
        until: () => after(run * share),
      })),
      ...momentsIn(8, counts.exchange).map((moment) => ({
        at: `exchange + ${moment.toFixed(1)} ms`,
        until: () => atTheExchange(moment),
      })),
    ];
    const told: string[] = [];
    let kills = 0;
    for (const { at, until } of moments) {
      // The busier the machine, the more one run differs from the next: who came too late tries again.
      for (let attempt = 0; attempt < 3; attempt++) {
        const wanted = next();
        const outcome = await killed(until(), [
          'src/publish/publish.ts',
          served,
          '--site',
          versions[wanted],
          '--keep',
          '2',
        ]);
        told.push(
          `${at}: ${outcome.killed ? 'killed' : 'ended'}, ${servedList() === lists[wanted] ? 'new' : 'old'} site`,
        );
        expect(flaw(), `SEED=${seed} ${told.join('; ')}`).toBeUndefined();
        if (!outcome.killed) {
          run = Math.min(run, outcome.took);
          continue;
        }
        kills++;
        break;
      }
    }
    const { flaws, looks, versionsSeen } = await stop();
    console.log(
      `SEED=${seed}: a publication takes ${Math.round(took)} ms; ${kills} kills, looked ${looks} times meanwhile. ${told.join('; ')}`,
    );
    expect(flaws, `SEED=${seed}`).toEqual([]);
    // Who came too late three times has killed nothing; most do.
    expect(kills).toBeGreaterThanOrEqual(Math.floor(((counts.copying + counts.exchange) * 5) / 8));
    expect(looks).toBeGreaterThan(10 * kills);
    expect(versionsSeen.size).toBe(2);
    // What they left is removed by the next that ends.
    expect((await publish(served, '--site', versions[next()], '--keep', '2')).out).toMatch(
      /^Published \S+\. The server serves /,
    );
    expect(readdirSync(path.join(served, 'releases')).filter((name) => name.startsWith('.'))).toEqual(['.lock']);
    expect(releases()).toHaveLength(2);
    expect(flaw()).toBeUndefined();
  });

  test('while a finished site takes the place of another, the folder holds one of them whole', async () => {
    const place = mkdtempSync(path.join(memory, 'place-'));
    const target = path.join(place, 'site');
    const script = replaceScript(target);
    cpSync(versions[0], target, { recursive: true });
    let { took } = await killed(never, [script, versions[1]]);
    const told: string[] = [];
    const count = filesBelow(target).length;
    /** The folders are exchanged when the copy beside them is whole: so many milliseconds after that. */
    const atTheExchange =
      (milliseconds: number) =>
      async (hasEnded: () => boolean, pid: number): Promise<void> => {
        const copied = (): number => {
          const own = readdirSync(place).find((name) => name.includes(`-${pid}-`));
          try {
            return own
              ? readdirSync(path.join(place, own), { recursive: true, withFileTypes: true }).filter((entry) =>
                  entry.isFile(),
                ).length
              : 0;
          } catch {
            // It has just been moved.
            return count;
          }
        };
        while (!hasEnded() && copied() < count) await wait(0);
        for (const started = performance.now(); performance.now() - started < milliseconds;);
      };
    for (const until of [
      ...momentsIn(1, counts.replacing).map((share) => () => after(took * share)),
      ...momentsIn(12, counts.replaced).map((moment) => () => atTheExchange(moment)),
    ]) {
      // Who came too late tries again.
      for (let attempt = 0; attempt < 3; attempt++) {
        const started = performance.now();
        const outcome = await killed(until(), [
          script,
          versions[readFileSync(path.join(target, SUMS_FILE), 'utf8') === lists[0] ? 1 : 0],
        ]);
        // Between the two renames nothing stands there; the next run puts the former site back.
        if (!existsSync(target)) rmSync(makeTempDir(place), { recursive: true });
        told.push(`${Math.round(performance.now() - started)} ms: ${outcome.killed ? 'killed' : 'ended'}`);
        if (!outcome.killed) took = Math.min(took, outcome.took);
        expect(lists, `SEED=${seed} ${told.join('; ')}`).toContain(formatSums(verifiedSums(target)));
        if (outcome.killed) break;
      }
    }
    console.log(`SEED=${seed}: to take a place takes ${Math.round(took)} ms. ${told.join('; ')}`);
    expect(told.filter((line) => line.endsWith('killed')).length).toBeGreaterThanOrEqual(
      Math.floor((counts.replacing + counts.replaced) / 2),
    );
  });

  // Each kill costs a build.
  slowTest('while it builds, a build leaves what stands in its folder', async () => {
    const place = newFolder();
    const out = path.join(place, 'site');
    const packages = path.join(root, 'node_modules');
    /** What runs that are no more have left; another test may be building now. */
    const leftovers = (): string[] =>
      readdirSync(packages).filter((name) => {
        const pid = /^\.build-[\w.]*-(\d+)-\w+$/.exec(name)?.[1];
        return pid !== undefined && !isAlive(Number(pid));
      });
    const small = await builtVariant('small');
    cpSync(small.out, out, { recursive: true });
    const standing = formatSums(verifiedSums(out));
    const whole = filesBelow(out).length;
    /** The build has written so much of the new site. */
    const written = (share: number) => async (hasEnded: () => boolean, pid: number) => {
      const files = (): number => {
        const own = readdirSync(place).find((name) => name.includes(`-${pid}-`));
        try {
          return own ? filesBelow(path.join(place, own)).length : 0;
        } catch {
          // A file that was listed has just been moved.
          return 0;
        }
      };
      while (!hasEnded() && files() < whole * share) await wait(50);
    };
    const before = leftovers();
    // The last ones: one that is killed late has something to leave.
    for (const share of momentsIn(0.9, 3).slice(-counts.building)) {
      const outcome = await killed(written(share), ['src/publish/build.ts'], {
        ...small.env,
        OUT_DIR: out,
        SITE_URL: 'https://another.example',
      });
      expect(outcome.killed, `SEED=${seed}`).toBe(true);
      expect(formatSums(verifiedSums(out)), `SEED=${seed}`).toBe(standing);
    }
    // What the last one left is removed by the next.
    const left = leftovers().filter((name) => !before.includes(name));
    expect(left).toHaveLength(1);
    rmSync(makeTempDir(packages), { recursive: true });
    expect(leftovers().filter((name) => left.includes(name))).toEqual([]);
  });

  test('between the two renames, the next build puts the former site back, even if it fails itself', () => {
    const place = newFolder();
    const target = path.join(place, 'site');
    cpSync(siteOf(older), target, { recursive: true });
    const preload = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const rename = fs.renameSync;
      fs.renameSync = (from, to) => {
        rename(from, to);
        if (from === ${JSON.stringify(target)}) process.kill(process.pid, 'SIGKILL');
      };
      syncBuiltinESMExports();`;
    const { code } = node([
      '--import',
      `data:text/javascript,${encodeURIComponent(preload)}`,
      replaceScript(target),
      siteOf(newer),
    ]);
    expect(code).not.toBe(0);
    expect(existsSync(target)).toBe(false);
    expect(node(['src/publish/build.ts'], { CONTENT_DIR: path.join(place, 'none'), OUT_DIR: target }).code).not.toBe(0);
    expect(textsOf(target)).toEqual(older);
    expect(readdirSync(place)).toEqual(['site']);
  });
});

test('on Windows, which has no such links, npm run publish says so before it builds', () => {
  const folder = path.join(newFolder(), 'served');
  const { code, out } = node([
    '--import',
    'data:text/javascript,Object.defineProperty(process,"platform",{value:"win32"})',
    'src/publish/publish.ts',
    folder,
  ]);
  expect(out).toMatch(/^npm run publish needs the symbolic links of a POSIX system \(Linux, macOS, WSL\)\..*\n$/);
  expect(code).toBe(1);
  expect(existsSync(folder)).toBe(false);
});

describeOnPosix('npm run publish', () => {
  test('keeps releases, a link to the last, and no more of them than asked', async () => {
    const folder = path.join(newFolder(), 'not/there/yet');
    const sites = [older, newer, { 'index.html': 'third' }, { 'index.html': 'fourth' }].map(siteOf);
    for (const site of sites) expect((await publish(folder, '--site', site, '--keep', '3')).code).toBe(0);
    expect(textsOf(path.join(folder, 'current'))).toEqual({ 'index.html': 'fourth' });
    const releases = readdirSync(path.join(folder, 'releases')).filter((name) => name !== '.lock');
    expect(releases).toHaveLength(3);
    expect(readlinkSync(path.join(folder, 'current'))).toBe(path.join('releases', releases.at(-1)!));
    // The oldest was removed.
    expect(releases.map((name) => textsOf(path.join(folder, 'releases', name))['index.html'])).toEqual([
      'new',
      'third',
      'fourth',
    ]);
  });

  test('writes what a server may read, and lets readers keep what has not changed', async () => {
    const folder = newFolder();
    const current = path.join(folder, 'current');
    expect((await publish(folder, '--site', siteOf(older))).code).toBe(0);
    const past = new Date('2020-01-01T00:00:00Z');
    for (const name of ['index.html', 'b.txt']) utimesSync(path.join(current, name), past, past);
    const before = process.umask(0o077);
    onTestFinished(() => void process.umask(before));
    expect((await publish(folder, '--site', siteOf(newer))).code).toBe(0);
    const modeOf = (name: string): string => (statSync(path.join(current, name)).mode & 0o777).toString(8);
    expect([modeOf('.'), modeOf('c'), modeOf('c/index.html')]).toEqual(['755', '755', '644']);
    expect(statSync(path.join(current, 'b.txt')).mtime).toEqual(past);
    expect(statSync(path.join(current, 'index.html')).mtime).not.toEqual(past);
  });

  test('publishes the same again only where somebody has changed what is served', async () => {
    const folder = newFolder();
    const site = siteOf(older);
    await publish(folder, '--site', site);
    const first = readlinkSync(path.join(folder, 'current'));
    expect((await publish(folder, '--site', site)).out).toBe(
      `${path.basename(first)} is served already, with the same files.\n`,
    );
    expect(readlinkSync(path.join(folder, 'current'))).toBe(first);
    writeFileSync(path.join(folder, 'current/index.html'), 'by somebody else');
    expect((await publish(folder, '--site', site)).code).toBe(0);
    expect(textsOf(path.join(folder, 'current'))).toEqual(older);
  });

  test('waits for another run, and does not for one that was killed', async () => {
    const folder = newFolder();
    await publish(folder, '--site', siteOf(older));
    const other = new DatabaseSync(path.join(folder, 'releases/.lock'));
    other.exec('BEGIN EXCLUSIVE');
    const child = spawn(process.execPath, ['src/publish/publish.ts', folder, '--site', siteOf(newer)], {
      cwd: root,
      env: environment(),
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (!said.includes('waiting for it') && child.exitCode === null) await wait(20);
    expect(textsOf(path.join(folder, 'current'))).toEqual(older);
    other.close();
    expect(await ended).toBe(0);
    expect(textsOf(path.join(folder, 'current'))).toEqual(newer);
  });

  test('lets no other run in while it writes', async () => {
    const folder = newFolder();
    const child = spawn(process.execPath, ['src/publish/publish.ts', folder, '--site', dist], {
      cwd: root,
      env: environment(),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (!existsSync(path.join(folder, 'releases/.unfinished-site')) && child.exitCode === null) await wait(1);
    expect(child.exitCode).toBeNull();
    const other = new DatabaseSync(path.join(folder, 'releases/.lock'));
    onTestFinished(() => other.close());
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
    child.kill('SIGKILL');
    await ended;
    // A killed run leaves no lock.
    other.exec('BEGIN EXCLUSIVE');
  });

  test.each([
    [
      'a folder that is no site',
      () => ['--site', newFolder()],
      /is no finished site: it has no SHA256SUMS\. npm run build makes one\.\n$/,
    ],
    [
      'a site with a file more than its list',
      () => ['--site', withChange(siteOf(newer), 'x.html')],
      /is not what its SHA256SUMS says: 0 files missing, 0 changed, 1 not listed, first x\.html\. Build it anew\.\n$/,
    ],
    [
      'a site with a changed file',
      () => ['--site', withChange(siteOf(newer), 'b.txt')],
      /0 files missing, 1 changed, 0 not listed, first b\.txt/,
    ],
    ['--keep 0', () => ['--site', siteOf(newer), '--keep', '0'], /^--keep must be a number from 1, not “0”\.\n$/],
    ['an unknown option', () => ['--sites', 'x'], /^Unknown option '--sites'[^]*npm run publish -- <folder>/],
  ])('%s is refused, and nothing changes', async (_, args, message) => {
    const folder = newFolder();
    await publish(folder, '--site', siteOf(older));
    const { code, out } = await publish(folder, ...args());
    expect(out).toMatch(message);
    expect(out).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(textsOf(path.join(folder, 'current'))).toEqual(older);
  });

  test('a folder in the place of the link is refused', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'current'));
    expect((await publish(folder, '--site', siteOf(newer))).out).toMatch(
      /current is no symbolic link, so it cannot be exchanged in one step\. Move it away, or name another folder\.\n$/,
    );
    expect(readdirSync(path.join(folder, 'current'))).toEqual([]);
  });
});

const withChange = (site: string, file: string): string => {
  writeFileSync(path.join(site, file), 'changed');
  return site;
};

describe('a built site replaces what stands in its folder', () => {
  const put = (target: string): void => {
    const place = resolveSymlink(target);
    checkReplaceable(place);
    const site = path.join(makeTempDir(path.dirname(place)), 'site');
    cpSync(siteOf(newer), site, { recursive: true });
    replaceFolder(site, place);
  };

  test('as a whole', () => {
    const target = siteOf(older);
    put(target);
    expect(textsOf(target)).toEqual(newer);
  });

  test('where nothing stands yet', () => {
    const target = path.join(newFolder(), 'a/b');
    put(target);
    expect(textsOf(target)).toEqual(newer);
  });

  test('behind a link, which stays', () => {
    const target = siteOf(older);
    const link = path.join(newFolder(), 'link');
    symlinkSync(target, link, 'junction');
    put(link);
    expect(readlinkSync(link)).toBe(target);
    expect(textsOf(target)).toEqual(newer);
    rmSync(target, { recursive: true });
    put(link);
    expect(textsOf(target)).toEqual(newer);
  });

  test('but is refused before the build where the folder holds the repository it is published from', () => {
    const target = siteOf(older);
    mkdirSync(path.join(target, '.git'));
    writeFileSync(path.join(target, '.git/config'), 'x');
    const before = formatSums(computeSums(target));
    const { code, out } = node(['src/publish/build.ts'], { CONTENT_DIR: valid, OUT_DIR: target });
    expect(out).toBe(
      [
        `${target} holds a git repository, so it cannot be replaced in one step. Either let the server serve the link that`,
        '  npm run publish -- <folder>',
        'exchanges, or build into another folder and copy from there:',
        `  rsync --recursive --checksum --delete --delay-updates --exclude=/.git <other folder>/ ${target}/`,
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(formatSums(computeSums(target))).toBe(before);
    expect(readFileSync(path.join(target, '.git/config'), 'utf8')).toBe('x');
  });

  // `/proc` is a mount point on every Linux; a test may not mount a disk of its own everywhere.
  if (process.platform === 'linux')
    test('but is refused where the folder is a mount point', () => {
      expect(() => checkReplaceable('/proc')).toThrow(/^\/proc is a mount point, [^]*npm run publish -- <folder>/);
    });

  test('but is refused, and the folder stays, where the system does not let it be renamed', () => {
    const target = siteOf(older);
    const preload = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      fs.renameSync = () => { throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' }); };
      syncBuiltinESMExports();`;
    const { code, out } = node([
      '--import',
      `data:text/javascript,${encodeURIComponent(preload)}`,
      replaceScript(target),
      siteOf(newer),
    ]);
    expect(out).toContain(`${target} may not be renamed (EBUSY), so it cannot be replaced in one step.`);
    expect(code).toBe(1);
    expect(textsOf(target)).toEqual(older);
  });
});

describe('npm run verify', () => {
  const files = {
    'index.html': 'home',
    'a b/index.html': 'a page',
    'index.html.br': brotliCompressSync('home'),
    'index.html.gz': gzipSync('home'),
    '404.html': 'not found',
    'old/index.html': '<meta http-equiv="refresh" content="0;url=/a%20b/">',
    _headers: '/*',
    'img.png': Buffer.from([0, 255, 1]),
  };
  const site = siteOf(files);

  const verify = async (...args: string[]): Promise<Outcome> => {
    const outcome = await inProcess('src/publish/verify.ts', args);
    expect(outcome.out).not.toMatch(/^\s+at /m);
    return outcome;
  };
  /** What `verify` says of a server of `folder`. */
  const served = async (folder: string, answer?: Answer, base = '/', mine = site): Promise<Outcome> => {
    const { origin, close } = await listen(folder, base, answer);
    try {
      return await verify(`${origin}${base}`, '--site', mine);
    } finally {
      await close();
    }
  };
  const copyWith = (change: (folder: string) => void): string => {
    const folder = newFolder();
    cpSync(site, folder, { recursive: true });
    change(folder);
    return folder;
  };

  test('finds the whole site the same', async () => {
    // The project's own has thousands of files, each asked for in three encodings.
    const whole = process.env.SLOW_TESTS === '1' ? dist : (await builtVariant('small')).out;
    expect(await served(whole, undefined, '/', whole)).toEqual({
      code: 0,
      out: `The same: ${computeSums(whole).size} files, each byte for byte.\n`,
    });
  });

  test('finds it the same below a path, and where the host keeps files to itself, leads on, or compresses', async () => {
    const host: Answer = ({ url = '', headers }, response) => {
      const send = (status: number, headers: Record<string, string>, body: string | Buffer = ''): boolean =>
        Boolean(response.writeHead(status, headers).end(body));
      if (url === '/cb/_headers' || /\.(?:br|gz)$/.test(url)) return send(404, {});
      if (url === '/cb/old/') return send(301, { location: '/a%20b/' });
      if (url === '/cb/404.html') return send(308, { location: '/cb/404' });
      if (url === '/cb/404') return send(200, {}, 'not found');
      if (url === '/cb/' && headers['accept-encoding'] === 'br')
        return send(200, { 'content-encoding': 'br' }, brotliCompressSync('home'));
      return false;
    };
    expect(await served(site, host, '/cb/')).toEqual({ code: 0, out: 'The same: 8 files, each byte for byte.\n' });
  });

  test('asks again where a server fails now and then', async () => {
    const failed = new Set<string>();
    const answer: Answer = ({ url = '', socket }, response) => {
      if (failed.has(url)) return false;
      failed.add(url);
      if (failed.size % 2) socket.destroy();
      else response.writeHead(503).end();
      return true;
    };
    expect(await served(site, answer)).toEqual({ code: 0, out: 'The same: 8 files, each byte for byte.\n' });
  });

  test.each<[string, () => [string, Answer?], string]>([
    [
      'one byte',
      () => [copyWith((folder) => writeFileSync(path.join(folder, 'img.png'), Buffer.from([0, 255, 2])))],
      'Changed: 1 file\n  img.png\n',
    ],
    [
      'a page that is gone',
      () => [copyWith((folder) => rmSync(path.join(folder, 'a b/index.html')))],
      'Missing: 1 file\n  a b/index.html (the server answered 404)\n',
    ],
    [
      'a page that is empty',
      () => [copyWith((folder) => writeFileSync(path.join(folder, 'index.html'), ''))],
      'Changed: 1 file\n  index.html\n',
    ],
    [
      'a page that leads to another site',
      () => [
        site,
        ({ url }, response) =>
          url === '/a%20b/' && Boolean(response.writeHead(302, { location: 'https://elsewhere.example/' }).end()),
      ],
      'Changed: 1 file\n  a b/index.html (leads to https://elsewhere.example/)\n',
    ],
    [
      'a page sent otherwise when compressed',
      () => [
        site,
        ({ url, headers }, response) =>
          url === '/' &&
          headers['accept-encoding'] === 'br' &&
          Boolean(response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('another home'))),
      ],
      'Changed: 1 file\n  index.html\n',
    ],
    [
      'a page garbled when compressed',
      () => [
        site,
        ({ url, headers }, response) =>
          url === '/' &&
          headers['accept-encoding'] === 'gzip' &&
          Boolean(response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')),
      ],
      'Missing: 1 file\n  index.html (cannot be decoded when asked for as gzip)\n',
    ],
  ])('names %s', async (_, copy, faults) => {
    expect(await served(...copy())).toEqual({ code: 1, out: `${faults}It differs from this commit: 1 file of 8.\n` });
  });

  test('names files that the copy lists besides', async () => {
    const more = siteOf({ ...files, 'thuong.html': 'a prize' });
    expect(await served(more)).toEqual({
      code: 1,
      out: 'Not of this site: 1 file\n  thuong.html\nIt differs from this commit: 1 file of 8.\n',
    });
  });

  test('reads a folder too, and sees what no list names', async () => {
    expect(await verify(site, '--site', site)).toEqual({ code: 0, out: 'The same: 8 files, each byte for byte.\n' });
    const other = copyWith((folder) => writeFileSync(path.join(folder, 'x.html'), ''));
    rmSync(path.join(other, 'index.html.gz'));
    expect(await verify(other, '--site', site)).toEqual({
      code: 1,
      out: 'Missing: 1 file\n  index.html.gz (no such file)\nNot of this site: 1 file\n  x.html\nIt differs from this commit: 2 files of 8.\n',
    });
  });

  test('--quick compares lists alone, and says so', async () => {
    const changed = copyWith((folder) => writeFileSync(path.join(folder, 'index.html'), 'x'));
    expect(await verify(changed, '--site', site, '--quick')).toEqual({
      code: 0,
      out: 'The same list of 8 files. The files were not compared.\n',
    });
    writeSums(changed);
    expect(await verify(changed, '--site', site, '--quick')).toEqual({
      code: 1,
      out: 'Changed: 1 file\n  index.html\nThe lists differ.\n',
    });
  });

  test('a list that names places outside the site is no list', async () => {
    const hostile = copyWith((folder) =>
      writeFileSync(path.join(folder, SUMS_FILE), `${'0'.repeat(64)}  ../../etc/passwd\n`),
    );
    expect(await verify(hostile, '--site', site, '--quick')).toEqual({
      code: 2,
      out: `SHA256SUMS is no list of checksums: “${'0'.repeat(64)}  ../../etc/passwd”.\n`,
    });
  });

  test('a server that is dead, or dies on the way, is not called another site', async () => {
    const { origin, close } = await listen(site);
    await close();
    const hangUp: Answer = ({ url, socket }) => url === '/img.png' && Boolean(socket.destroy());
    expect(await verify(origin, '--site', site)).toEqual({
      code: 2,
      out: `${origin}/SHA256SUMS gave no answer in 4 attempts: ECONNREFUSED.\n`,
    });
    const { code, out } = await served(site, hangUp);
    expect(out).toMatch(
      /^No answer: 1 file\n {2}http:\/\/127\.0\.0\.1:\d+\/img\.png gave no answer in 4 attempts: UND_ERR_SOCKET\.\nIt could not be told whether it is the same\.\n$/,
    );
    expect(code).toBe(2);
  });

  test.each([
    [['ftp://x.example/'], /^There is no folder .*An address begins with https:\/\/ or http:\/\/\.\n$/],
    [['https://'], /^“https:\/\/” is no address\.\n$/],
    [[], /^npm run verify -- <address or folder>/],
  ])('%j could not be told', async (args, message) => {
    const { code, out } = await verify(...args);
    expect(out).toMatch(message);
    expect(code).toBe(2);
  });
});
