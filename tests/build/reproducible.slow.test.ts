/** Anyone can build the published site again, on any machine, in any year, and gets the same bytes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { computeSums } from '../../src/publish/checksums.ts';
import { dist } from '../support/dist.ts';
import { environment } from '../support/run.ts';
import { copySources } from '../support/sources.ts';

const work = mkdtempSync(path.join(tmpdir(), 'một nơi khác '));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Loaded before everything else: the clock of a machine 400 days ahead, and chance that runs another way. */
const preload = `
  const Real = Date;
  const ahead = 400 * 86400e3;
  globalThis.Date = class Date extends Real {
    constructor(...values) { super(...(values.length ? values : [Real.now() + ahead])); }
    static now() { return Real.now() + ahead; }
  };
  const random = Math.random;
  Math.random = () => 1 - random();
`;

test('another machine builds the same site, byte for byte', () => {
  const elsewhere = path.join(work, 'nơi dựng');
  copySources(elsewhere);
  const verify = path.join(elsewhere, 'src/publish/verify.ts');
  // Another folder and no git, time zone, language, home, clock, umask and working folder; no caches. What of the settings matters, the site itself says.
  const [command, args] =
    process.platform === 'win32'
      ? [process.execPath, [verify, dist]]
      : ['sh', ['-c', 'umask 077; exec "$0" "$@"', process.execPath, verify, dist]];
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: work,
    encoding: 'utf8',
    env: {
      ...environment(),
      ...Object.fromEntries(
        ['SOURCE_DATE_EPOCH', 'SITE_URL', 'SITE_BASE', 'OUT_DIR', 'CONTENT_DIR', 'BASE_REF'].map((name) => [
          name,
          undefined,
        ]),
      ),
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'ar_EG.UTF-8',
      LANGUAGE: 'ar',
      HOME: path.join(work, 'home'),
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(preload)}`,
    },
    maxBuffer: 1 << 28,
    timeout: 290_000,
  });
  const said = `${stdout}${stderr}`;
  expect(said).toContain(`The same: ${computeSums(dist).size} files, each byte for byte.\n`);
  expect(status).toBe(0);
  // It took nothing from here: caches of its own were filled.
  expect(existsSync(path.join(elsewhere, 'node_modules/.cache/share-images'))).toBe(true);
});
