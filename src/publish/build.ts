/**
 * `npm run build`: checks the content, then builds pages and search index into `dist` (or `OUT_DIR`).
 * Exit code 0: built. Otherwise the step that failed has said why, and its exit code is passed on.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** The time the site is built for: of the last commit, so that one commit always gives the same pages; else now. */
const sourceDate = (): string => {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return String(Math.floor(Date.now() / 1000));
  }
};

const step = (title: string, args: string[], quiet: boolean, settings: Record<string, string> = {}): void => {
  console.log(`› ${title}`);
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: sourceDate(), ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    maxBuffer: 1 << 28,
  });
  // A step that went well is worth a line; one that did not, every word.
  const warnings = quiet ? linesWorthReading(`${stdout}\n${stderr}`, status === 0) : '';
  if (warnings) console.error(warnings);
  if (status !== 0) process.exit(status ?? 1);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

const linesWorthReading = (output: string, succeeded: boolean): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (succeeded) return lines.filter((line) => /warn|error/i.test(line)).join('\n');
  const fault = lines.findIndex((line) => /error/i.test(line));
  return lines.slice(Math.max(fault, 0)).join('\n');
};

const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
if (!existsSync(astro)) {
  console.error('The packages are not installed. Run: npm install');
  process.exit(1);
}
const target = path.resolve(root, process.env.OUT_DIR ?? 'dist');
const way = path.relative(target, root);
if (!way.startsWith('..') && !path.isAbsolute(way)) {
  console.error(`OUT_DIR would be emptied, and “${target}” holds the project itself.`);
  process.exit(1);
}
step('Checking the content', ['src/editor/check.ts'], false);

// Built in a place of its own: what stood in OUT_DIR stays until the new site is whole, and two builds at one time do not meet.
const work = mkdtempSync(path.join(root, 'node_modules/.build-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const site = path.join(work, 'site');
step('Building pages and search index', [astro, 'build'], true, { OUT_DIR: site, CACHE_DIR: path.join(work, 'cache') });
mkdirSync(target, { recursive: true });
// A folder that is published from its own repository keeps it.
for (const name of readdirSync(target)) if (name !== '.git') rmSync(path.join(target, name), { recursive: true });
cpSync(site, target, { recursive: true });
