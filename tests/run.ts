/**
 * `npm test`: builds the site, which checks the content, and beside that runs the tests that need no built site; then runs the others
 * against it, and checks types, style and format beside them.
 * `npm run test:slow` adds the tests in `*.slow.test.ts` and raises the counts in others (`SLOW_TESTS`).
 * The last line is the sum, `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './support/run.ts';

const bin = (name: string, file: string): string => path.join(root, 'node_modules', name, file);
const slow = process.argv.includes('--slow');
let passed = 0;
let failed = 0;

interface Ended {
  ok: boolean;
  /** What it printed; empty where that was shown at once. */
  output: string;
}

/** Starts Node with `args`. What has low priority takes the time that the rest leaves. */
const run = (
  args: string[],
  output: 'shown' | 'kept',
  { variables = {}, isLow = false }: { variables?: NodeJS.ProcessEnv; isLow?: boolean } = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const stream = output === 'shown' ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', stream, stream],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...(slow && { SLOW_TESTS: '1' }), ...variables },
    });
    if (isLow && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let kept = '';
    for (const each of [child.stdout, child.stderr])
      each?.setEncoding('utf8').on('data', (piece: string) => (kept += piece));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: kept }));
  });

const report = (title: string, { ok, output }: Ended): void => {
  if (ok) passed++;
  else failed++;
  console.log(`\n── ${title}\n${output}${ok ? '   passed' : '   FAILED'}`);
};

/**
 * Skips files that have not changed since they passed. `npm run test:slow` looks at all of them: some rules of ESLint ask for types,
 * which other files decide on.
 */
const cached = slow ? [] : ['--cache', '--cache-strategy', 'content'];

const sourceChecks: [title: string, args: string[]][] = [
  ['Types', [bin('astro', 'bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning']],
  [
    'Lint',
    [
      bin('eslint', 'bin/eslint.js'),
      ...cached,
      '--cache-location',
      'node_modules/.cache/eslint/',
      '--config',
      'tests/lint/eslint.config.mjs',
      '--max-warnings',
      '0',
      'src',
      'tests',
    ],
  ],
  [
    'Format',
    [
      bin('prettier', 'bin/prettier.cjs'),
      ...cached,
      '--check',
      '--log-level',
      'warn',
      'astro.config.mjs',
      'src',
      'tests/**/*.{ts,mjs}',
    ],
  ],
];

/** One after another, so that they take one core; what they say is printed when the tests are done. */
const checkSources = async (): Promise<[title: string, ended: Ended][]> => {
  const ended: [string, Ended][] = [];
  // `astro check` writes Astro's content store, and so do builds of tests beside it: each has its own.
  const variables = { CACHE_DIR: 'node_modules/.cache/astro-check' };
  for (const [title, args] of sourceChecks) ended.push([title, await run(args, 'kept', { variables, isLow: true })]);
  return ended;
};

/** Runs a project of `vitest.config.ts`, and adds its tests to the sum. Returns what is still to be printed. */
const runTests = async (project: 'source' | 'site', output: 'shown' | 'kept', more: string[] = []): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tests-'));
  const file = path.join(folder, 'report.json');
  const { ok, output: kept } = await run(
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      project,
      ...more,
      '--reporter',
      'default',
      '--reporter',
      'json',
      `--outputFile.json=${file}`,
    ],
    output,
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      number
    >;
    passed += numPassedTests ?? 0;
    failed += numFailedTests ?? 0;
    if (numPendingTests) {
      console.error(`${numPendingTests} tests were skipped; a skipped test counts as failed.`);
      failed += numPendingTests;
    }
    // A file that could not be loaded has no failed test of its own.
    if (!ok && !numFailedTests) failed++;
  } catch {
    failed++;
  }
  rmSync(folder, { recursive: true, force: true });
  return kept;
};

const sourceTests = runTests('source', 'kept', ['--maxWorkers', '1']);
// It checks the content first.
const built = await run(['src/publish/build.ts'], 'shown');
report('Build', built);
const sources = checkSources();
if (built.ok) {
  console.log('\n── Tests of the site');
  await runTests('site', 'shown');
}
console.log(`\n── Tests of the sources\n${await sourceTests}`);
for (const [title, ended] of await sources) report(title, ended);

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
