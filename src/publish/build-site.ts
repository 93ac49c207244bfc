/** Builds the site as processes of its own: the check, then Astro, then what belongs to the whole. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeSums } from './checksums.ts';
import { Fault, refusalIn } from './command.ts';
import { workspaceIn } from './swap.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** The time the site is built for: of the last commit, so that one commit always gives the same pages; else now. */
const sourceDate = (): string => {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) {
    if (!/^\d{1,11}$/.test(given)) throw new Fault(`SOURCE_DATE_EPOCH must be seconds since 1970, not “${given}”.`);
    return given;
  }
  try {
    const committed = execFileSync('git', ['log', '-1', '--format=%ct', '--', '.'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    if (committed) return committed;
  } catch {
    // No git, no repository, or no commit.
  }
  console.log('  There is no commit to take the time from: the site is built for now, and two builds differ. SOURCE_DATE_EPOCH sets the time.');
  return String(Math.floor(Date.now() / 1000));
};

const linesWorthReading = (output: string, succeeded: boolean): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (succeeded) return lines.filter((line) => /warn|error/i.test(line)).join('\n');
  const fault = lines.findIndex((line) => /error/i.test(line));
  const told = lines.slice(Math.max(fault, 0));
  if (process.env.DEBUG) return told.join('\n');
  // Where in the code it happened helps only who works on the code.
  return refusalIn(output) ?? [...told.filter((line) => !/^\s+at |^\s+\d+: |Stack (?:back)?trace:/.test(line)), 'DEBUG=1 npm run build tells where in the code it happened.'].join('\n');
};

const step = (title: string, args: string[], quiet: boolean, settings: Record<string, string>): void => {
  console.log(`› ${title}`);
  const started = Date.now();
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  // A step that went well is worth a line; one that did not, every word.
  const warnings = quiet ? linesWorthReading(`${stdout}\n${stderr}`, status === 0) : '';
  if (warnings) console.error(warnings);
  if (status !== 0) throw new Fault(signal ? `It was stopped (${signal}).` : '', status ?? 1);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

/**
 * Builds into a folder of this run's own, and returns it: what stood elsewhere stays until the new site is whole, and two builds at
 * one time do not meet. It is gone when the process ends.
 *
 * @throws a fault with the exit code of the step that failed, which has said why.
 */
export const build = (): string => {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  if (!existsSync(astro)) throw new Fault('The packages are not installed. Run: npm install');
  const epoch = sourceDate();
  step('Checking the content', ['src/editor/check.ts'], false, { SOURCE_DATE_EPOCH: epoch });
  const work = workspaceIn(path.join(root, 'node_modules'));
  const built = path.join(work, 'site');
  step('Building pages and search index', [astro, 'build'], true, { SOURCE_DATE_EPOCH: epoch, OUT_DIR: built, CACHE_DIR: path.join(work, 'cache') });
  writeSums(built);
  return built;
};
