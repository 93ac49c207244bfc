/** Builds the site as processes of its own: the check, then Astro, then what belongs to the whole. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
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
    const committed = execFileSync('git', ['log', '-1', '--format=%ct', '--', '.'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    if (committed) return committed;
  } catch {
    // No git, no repository, or no commit.
  }
  console.log(
    '  There is no commit to take the time from: the site is built for now, and two builds differ. SOURCE_DATE_EPOCH sets the time.',
  );
  return String(Math.floor(Date.now() / 1000));
};

const linesWorthReading = (output: string, succeeded: boolean): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (succeeded) return lines.filter((line) => /warn|error/i.test(line)).join('\n');
  const fault = lines.findIndex((line) => /error/i.test(line));
  const told = lines.slice(Math.max(fault, 0));
  if (process.env.DEBUG) return told.join('\n');
  // Where in the code it happened helps only who works on the code.
  return (
    refusalIn(output) ??
    [
      ...told.filter((line) => !/^\s+at |^\s+\d+: |Stack (?:back)?trace:/.test(line)),
      'DEBUG=1 npm run build tells where in the code it happened.',
    ].join('\n')
  );
};

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it said, where that was kept. */
  said: string;
}

/** Runs Node. What it says is shown as it says it, or kept. */
const run = (
  args: string[],
  words: 'shown' | 'kept',
  settings: Record<string, string>,
): { process: ChildProcess; ended: Promise<Ended> } => {
  const stream = words === 'shown' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', stream, stream],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    let said = '';
    for (const each of [child.stdout, child.stderr])
      each?.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, said }));
  });
  return { process: child, ended };
};

/** Ends the build where a step went wrong; else says how long it took. A step that went well is worth a line of its words, one that did not every word. */
const conclude = ({ code, signal, said }: Ended, started: number): void => {
  const words = said && linesWorthReading(said, code === 0);
  if (words) console.error(words);
  if (code !== 0) throw new Fault(signal ? `It was stopped (${signal}).` : '', code ?? 1);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

/**
 * Builds into a folder of this run's own, and returns it: what stood elsewhere stays until the new site is whole, and two builds at
 * one time do not meet. It is gone when the process ends. The check and Astro work side by side; where the check says no, nothing is built.
 *
 * @throws a fault with the exit code of the step that failed, which has said why.
 */
export const build = async (): Promise<string> => {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  if (!existsSync(astro)) throw new Fault('The packages are not installed. Run: npm install');
  const SOURCE_DATE_EPOCH = sourceDate();
  const work = workspaceIn(path.join(root, 'node_modules'));
  const built = path.join(work, 'site');
  const started = Date.now();
  console.log('› Checking the content');
  const check = run(['src/editor/check.ts'], 'shown', { SOURCE_DATE_EPOCH });
  const pages = run([astro, 'build'], 'kept', {
    SOURCE_DATE_EPOCH,
    OUT_DIR: built,
    CACHE_DIR: path.join(work, 'cache'),
  });
  // Whoever ends this ends both, and a check that says no ends the other.
  const stop = () => [check, pages].forEach(({ process: child }) => child.kill());
  // It may fail while the check is waited for; what it says is asked for below.
  pages.ended.catch(() => undefined);
  process.once('exit', stop);
  try {
    conclude(await check.ended, started);
    console.log('› Building pages and search index');
    conclude(await pages.ended, started);
  } finally {
    stop();
    // Only now is nobody writing there any more.
    await Promise.allSettled([check.ended, pages.ended]);
    process.removeListener('exit', stop);
  }
  writeSums(built);
  return built;
};
