/** Builds the site in child processes: the content check and Astro side by side, then the list of checksums. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { absentVariables, buildTime, environment, isDebug, projectRoot } from '../environment.ts';
import { writeSums } from './checksums.ts';
import { systemErrorMessage, UserError } from './cli.ts';
import { makeTempDir } from './replace-folder.ts';

/** What of Astro's output to print: warnings of a build that succeeded; from the first error on of one that failed. */
const filterOutput = (output: string, succeeded: boolean): string => {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (succeeded) return lines.filter((line) => /warn|error/i.test(line)).join('\n');
  const firstError = lines.findIndex((line) => /error/i.test(line));
  const shown = lines.slice(Math.max(firstError, 0));
  if (isDebug()) return shown.join('\n');
  return (
    systemErrorMessage(output) ??
    [
      ...shown.filter((line) => !/^\s+at |^\s+\d+: |Stack (?:back)?trace:/.test(line)),
      'DEBUG=1 npm run build shows where in the code it happened.',
    ].join('\n')
  );
};

interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What the process printed, where it was captured. */
  output: string;
}

/** Runs Node with `args`. Its output is inherited, or captured. */
const run = (
  args: string[],
  output: 'inherit' | 'capture',
  variables: Record<string, string>,
  cwd = projectRoot,
): { process: ChildProcess; exit: Promise<Exit> } => {
  const stream = output === 'inherit' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', stream, stream],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...variables },
  });
  const exit = new Promise<Exit>((resolve, reject) => {
    let captured = '';
    for (const each of [child.stdout, child.stderr])
      each?.setEncoding('utf8').on('data', (piece: string) => (captured += piece));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, output: captured }));
  });
  return { process: child, exit };
};

/** Prints what a step has to say and how long it took. Throws where it failed. */
const report = ({ code, signal, output }: Exit, started: number): void => {
  const message = output && filterOutput(output, code === 0);
  if (message) console.error(message);
  if (code !== 0) throw new UserError(signal ? `It was stopped (${signal}).` : '', code ?? 1);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

/**
 * Builds the site into a temporary folder and returns that folder, which is removed when the process ends. Nothing else is
 * changed, and builds that run at the same time share nothing.
 *
 * The site is built for the moment that `SOURCE_DATE_EPOCH` names, else for now; `build.json` records it.
 *
 * @param parent where the temporary folder is made; by default inside `node_modules`.
 * @param defaults values for environment variables that this process does not set.
 * @throws {UserError} with the exit code of the step that failed, which has printed why.
 */
export const buildSite = async (parent?: string, defaults: Record<string, string> = {}): Promise<string> => {
  const astro = path.join(projectRoot, 'node_modules/astro/bin/astro.mjs');
  if (!existsSync(astro)) throw new UserError('The packages are not installed. Run: npm install');
  const variables = absentVariables(defaults);
  environment({ ...process.env, ...variables });
  const work = makeTempDir(path.join(projectRoot, 'node_modules'));
  const site = path.join(parent === undefined ? work : makeTempDir(parent), 'site');
  // One moment for both processes.
  const settings = { SOURCE_DATE_EPOCH: String(Math.floor(buildTime().getTime() / 1000)), ...variables };
  // Astro bundles the code that renders pages below its working directory if `OUT_DIR` is elsewhere: a folder of this build's own,
  // inside the project so that packages resolve.
  const cwd = path.join(work, 'astro');
  mkdirSync(cwd);
  const started = Date.now();
  console.log('› Checking the content');
  const check = run(['src/editor/check.ts'], 'inherit', settings);
  const pages = run(
    [astro, 'build', '--root', projectRoot],
    'capture',
    { ...settings, OUT_DIR: site, CACHE_DIR: path.join(work, 'cache') },
    cwd,
  );
  const stop = () => [check, pages].forEach(({ process: child }) => child.kill());
  // A rejection while the check is awaited is not unhandled: `exit` is awaited below.
  pages.exit.catch(() => undefined);
  process.once('exit', stop);
  try {
    report(await check.exit, started);
    console.log('› Building pages and search index');
    report(await pages.exit, started);
  } finally {
    stop();
    // After this nothing writes into the temporary folders.
    await Promise.allSettled([check.exit, pages.exit]);
    process.removeListener('exit', stop);
  }
  writeSums(site);
  return site;
};
