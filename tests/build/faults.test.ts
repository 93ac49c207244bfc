/** What can go wrong around the site ends in a sentence that says how to mend it, a failed exit code, and no stack trace. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SUMS_FILE, writeSums } from '../../src/publish/checksums.ts';
import { contentWith, valid } from '../support/content.ts';
import { filesBelow } from '../support/dist.ts';
import { environment, inProcess, node, root, type Outcome } from '../support/run.ts';
import { copySources } from '../support/sources.ts';

const work = mkdtempSync(path.join(tmpdir(), 'faults-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const trace = /^\s+at .*:\d+/m;
/** Runs a script of `sh`, whose `$0` is Node, in the project or another folder. */
const sh = (
  script: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
  command = ['sh'],
): Outcome => {
  const { status, stdout, stderr } = spawnSync(
    command[0]!,
    [...command.slice(1), '-c', script, process.execPath, ...args],
    { cwd, encoding: 'utf8', env: { ...environment(), ...env }, timeout: 110_000 },
  );
  return { code: status ?? 1, out: `${stdout}${stderr}` };
};

/** How this machine lets a test mount a disk of its own, which is gone with the command; null where it does not. */
const mounting =
  [
    ['unshare', '--mount', 'sh'],
    ['unshare', '--map-root-user', '--mount', 'sh'],
  ].find((command) => sh(`mount -t tmpfs tmpfs "$1"`, [work], {}, root, command).code === 0) ?? null;

const site = path.join(work, 'site');
mkdirSync(site);
for (const [name, size] of [
  ['index.html', 3_000_000],
  ['a.txt', 10],
] as const)
  writeFileSync(path.join(site, name), 'x'.repeat(size));
writeSums(site);

/** A folder that a reader is served from now: it must be the same afterwards. */
const servedFolder = (): { folder: string; before: string } => {
  const folder = mkdtempSync(path.join(work, 'served-'));
  writeFileSync(path.join(folder, 'index.html'), 'what is served');
  writeSums(folder);
  return { folder, before: stateOf(folder) };
};
const stateOf = (folder: string): string =>
  filesBelow(folder)
    .map((file) => {
      const full = path.join(folder, file);
      return `${file}: ${lstatSync(full).isSymbolicLink() ? readlinkSync(full) : readFileSync(full, 'utf8')}`;
    })
    .join('\n');

/** Ends as it should: failed, without a trace of the code. */
const expectFault = ({ code, out }: Outcome, message: RegExp, exitCode = 1): void => {
  expect(out).toMatch(message);
  expect(out).not.toMatch(trace);
  expect(code).toBe(exitCode);
};

describe('a content file', () => {
  /** The first step of a build. */
  const check = (content: string) => inProcess('src/editor/check-content.ts', [], { CONTENT_DIR: content });

  test('that is cut off is named with its line, and what is served stays', () => {
    const content = contentWith();
    const [json, mdx] = ['statistics/nua-dau-2023.json', 'alerts/doa-khoa-sim.mdx'].map((file) =>
      path.join(content, file),
    );
    const whole = readFileSync(json!, 'utf8');
    writeFileSync(json!, whole.slice(0, whole.length / 2));
    writeFileSync(mdx!, readFileSync(mdx!).subarray(0, 200));
    const { folder, before } = servedFolder();
    const outcome = node(['src/publish/build.ts'], { CONTENT_DIR: content, OUT_DIR: folder });
    expect(stateOf(folder)).toBe(before);
    expectFault(outcome, /^statistics\/nua-dau-2023\.json:\d+:\d+ {2}/m);
    expect(outcome.out).toMatch(/^alerts\/doa-khoa-sim\.mdx:1:1 {2}/m);
  });

  test('of 50 MB is named, and not read', async () => {
    const content = contentWith();
    writeFileSync(path.join(content, 'articles/dai.mdx'), Buffer.alloc(50 << 20, 'a'));
    writeFileSync(path.join(content, 'sources/dai.json'), Buffer.alloc(50 << 20, '['));
    const outcome = await check(content);
    expectFault(outcome, /^articles\/dai\.mdx:1:1 {2}.*51200.*256/m);
    expect(outcome.out).toMatch(/^sources\/dai\.json:1:1 {2}.*51200.*256/m);
  });

  test('among 5,000 broken ones does not bury the answer', async () => {
    const content = contentWith();
    for (let number = 1; number <= 5000; number++)
      writeFileSync(path.join(content, `articles/bai-${number}.mdx`), 'Chưa có gì.\n');
    const outcome = await check(content);
    expectFault(
      outcome,
      /^ {4}… và 4900 chỗ nữa cùng loại \[front-matter-missing\]; xem hết: npm run check -- --all$/m,
    );
    expect(outcome.out).toMatch(/^5000 lỗi trong 5000 tệp\. Chưa đăng được\.$/m);
    expect(outcome.out.split('\n').length).toBeLessThan(400);
  });
});

/** Limits, mounts and permissions as POSIX systems have them. */
const describeOnPosix = (name: string, tests: () => void): void => {
  if (process.platform !== 'win32') describe(name, tests);
};

describeOnPosix('a full disk', () => {
  const full = /^The disk is full\. Make room, then run this again\./m;
  const tooLarge =
    /^A file grew past the size that the system allows \(ulimit -f\)\. Raise the limit, then run this again\..*\(EFBIG\)$/m;

  // Where no disk can be mounted, a limit on the size of files stands in for one that is full.
  console.log(
    mounting
      ? 'A full disk: a small one is mounted (ENOSPC).'
      : 'A full disk: none can be mounted here; a limit on the size of files stands in for it (EFBIG).',
  );
  const onSmallDisk = (args: string[], disk: string, env: Record<string, string> = {}): Outcome =>
    mounting
      ? sh(`mount -t tmpfs -o size=1m tmpfs "${disk}" && exec "$0" "$@"`, args, env, root, mounting)
      : sh('ulimit -f 1000; exec "$0" "$@"', args, env);

  test('while a site is published leaves what is served, and nothing half-written', () => {
    const folder = mkdtempSync(path.join(work, 'server-'));
    const { folder: first } = servedFolder();
    expect(node(['src/publish/publish.ts', folder, '--site', first]).code).toBe(0);
    const before = stateOf(folder);
    // Each file may have 1 MB; the page has three.
    expectFault(sh('ulimit -f 1000; exec "$0" "$@"', ['src/publish/publish.ts', folder, '--site', site]), tooLarge);
    expect(stateOf(folder)).toBe(before);
    expectFault(
      onSmallDisk(['src/publish/publish.ts', folder, '--site', site], path.join(folder, 'releases')),
      mounting ? full : tooLarge,
    );
    expect(stateOf(folder)).toBe(before);
  });

  test('while a site is built leaves the site that stands there, and no temporary folder', () => {
    const { folder: former } = servedFolder();
    const disk = mkdtempSync(path.join(work, 'small-'));
    const target = path.join(disk, 'site');
    // What is on the small disk is gone with the command, so the command itself prints what is left.
    const outcome = sh(
      `${mounting ? `mount -t tmpfs -o size=1m tmpfs "${disk}"` : 'true'} && cp -R "$2" "$3" && (${mounting ? '' : 'ulimit -f 100; '}"$0" "$1")
       code=$?; echo "left: $(ls -A "${disk}")"; cat "$3/index.html" "$3/${SUMS_FILE}"; exit $code`,
      ['src/publish/build.ts', former, target],
      { CONTENT_DIR: valid, OUT_DIR: target, PRECOMPRESS: '0' },
      root,
      mounting ?? undefined,
    );
    expectFault(outcome, mounting ? full : tooLarge);
    expect(outcome.out).toContain(`left: site\nwhat is served${readFileSync(path.join(former, SUMS_FILE), 'utf8')}`);
  });
});

describeOnPosix('a folder that may not be written to', () => {
  const folder = mkdtempSync(path.join(work, 'read-only-'));
  mkdirSync(path.join(folder, 'standing'));
  const refused = (args: string[], env: Record<string, string> = {}): Outcome => {
    if (process.getuid?.() !== 0) {
      chmodSync(folder, 0o555);
      return node(args, env);
    }
    // The permissions of a folder do not bind root.
    if (mounting)
      return sh(
        `mount -t tmpfs tmpfs "${folder}" && mkdir "${folder}/standing" && mount -o remount,ro "${folder}" && exec "$0" "$@"`,
        args,
        env,
        root,
        mounting,
      );
    chmodSync(work, 0o755);
    return sh(`exec setpriv --reuid 65534 --clear-groups "$0" "$@"`, args, env);
  };

  test('is found out before the build', () => {
    const message =
      mounting && process.getuid?.() === 0
        ? /^The disk is mounted read-only\. Choose another folder, or mount it so that it can be written to\. Place: \S+ \(EROFS\)$/m
        : /^This user may not read or write there\. Choose another folder, or change its owner or permissions\. Place: \S+ \(EACCES\)$/m;
    const built = refused(['src/publish/build.ts'], { CONTENT_DIR: valid, OUT_DIR: path.join(folder, 'site') });
    expectFault(built, message);
    expect(built.out).not.toContain('Checking');
    expectFault(refused(['src/publish/publish.ts', path.join(folder, 'a/b'), '--site', site]), message);
  });

  test('and holds the one to build into is found out likewise: nothing can be renamed in it', () => {
    const built = refused(['src/publish/build.ts'], { CONTENT_DIR: valid, OUT_DIR: path.join(folder, 'standing') });
    expectFault(
      built,
      /^\S+\/standing is in a folder that this user may not write to, so it cannot be replaced in one step\.[^]*^ {2}npm run publish -- <folder>$[^]*^ {2}rsync --recursive --checksum --delete --delay-updates /m,
    );
    expect(built.out).not.toContain('Checking');
  });
});

test('a file in the place of a folder is refused', async () => {
  const file = path.join(work, 'file');
  writeFileSync(file, 'x');
  expectFault(
    await inProcess('src/publish/build.ts', [], { OUT_DIR: file }),
    /^\S+\/file is a file, and a folder is needed there\. Move it away, or choose another folder\.\n$/,
  );
  expectFault(
    await inProcess('src/publish/build.ts', [], { OUT_DIR: path.join(file, 'below') }),
    /^A file stands where a folder should be\. Move it away, or choose another folder\. Place: \S+\/file\/below \(ENOTDIR\)\n$/,
  );
  expect(readFileSync(file, 'utf8')).toBe('x');
});

describe('a variable', () => {
  test.each([
    ['SITE_URL', 'example.org', 'an origin such as https://example.org (a path goes into SITE_BASE)'],
    ['SITE_BASE', '../up', 'a path such as /name/'],
    ['PORT', '0', 'a number from 1 to 65535'],
    ['SOURCE_DATE_EPOCH', 'yesterday', 'a whole number of seconds since 1970'],
    ['PRECOMPRESS', 'slow', '0, quick or best'],
    ['ADMIN', 'yes', '1 or 0'],
    ['ADMIN_REPOSITORY', 'owner/name', 'github:owner/name or gitlab:owner/name'],
  ])('%s=%s is refused before any work', async (name, value, expected) => {
    expectFault(
      await inProcess('src/publish/build.ts', [], { CONTENT_DIR: path.join(work, 'none'), [name]: value }),
      new RegExp(`^${RegExp.escape(`${name} must be ${expected}, not “${value}”.`)}\n$`),
    );
  });

  test('is refused by the other commands likewise', async () => {
    const bad = { SITE_URL: 'x' };
    for (const [command, args, exitCode] of [
      ['src/publish/start.ts', [], 1],
      ['src/publish/publish.ts', [path.join(work, 'never')], 1],
      ['src/publish/verify.ts', [site], 2],
    ] as const)
      expectFault(await inProcess(command, [...args], bad), /^SITE_URL must be an origin /, exitCode);
    expectFault(
      node(['src/hosting/print-server-config.ts', 'nginx', '--root', '/srv/site'], bad),
      /^SITE_URL must be an origin /,
      2,
    );
  });
});

describe('without git', () => {
  const elsewhere = path.join(work, 'no-git');
  copySources(elsewhere);

  test('the check does not pass over a base that is named', () => {
    const check = (base: string) =>
      sh(
        'exec "$0" "$@"',
        [path.join(elsewhere, 'src/editor/check.ts')],
        { CONTENT_DIR: contentWith(), BASE_REF: base },
        elsewhere,
      );
    expectFault(
      check('abc123'),
      /^Không kiểm tra được: Ở đây không có lịch sử git để so với “abc123” \(BASE_REF\)\.\n$/,
      2,
    );
    expect(check('0000000000000000000000000000000000000000').code).toBe(0);
  });
});

describe('Node', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const own = Object.entries(scripts).filter(([name, script]) => script.includes('.ts') && !/^bench\b/.test(name));

  test.each(own)('is looked at before npm run %s', (_, script) => {
    expect(script).toMatch(/^node -r \.\/src\/check-node-version\.cjs \S+\.ts(?: --slow)?$/);
  });

  test('that cannot read the sources says which is needed', () => {
    // As Node 20 does: it reads no TypeScript.
    const outcome = node(['--no-strip-types', '-r', './src/check-node-version.cjs', 'src/publish/build.ts']);
    expectFault(
      outcome,
      new RegExp(
        `^This is Node ${process.version}; the site needs Node 24\\. npm install brings the right one; start the command by npm: npm start, npm run build, npm test\\.\n$`,
      ),
    );
  });

  test('without the packages says how to get them, whatever its version', () => {
    const bare = path.join(work, 'bare');
    mkdirSync(path.join(bare, 'src'), { recursive: true });
    cpSync(path.join(root, 'src/check-node-version.cjs'), path.join(bare, 'src/check-node-version.cjs'));
    for (const old of [[], ['--no-strip-types']])
      expectFault(
        sh('exec "$0" "$@"', [...old, '-r', './src/check-node-version.cjs', 'src/publish/build.ts'], {}, bare),
        /The packages are not installed\. Run: npm install\n$/,
      );
  });
});

test('DEBUG tells where in the code it was', () => {
  expect(
    node(['src/publish/publish.ts', path.join(work, 'x'), '--site', path.join(work, 'none')], { DEBUG: '1' }).out,
  ).toMatch(trace);
  expect(existsSync(path.join(work, 'x', SUMS_FILE))).toBe(false);
});
