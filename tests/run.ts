/**
 * `npm test`: checks content, types and style, builds the site, and runs every test against it.
 * The last line is the sum, `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { root } from './support/run.ts';

const bin = (name: string, file: string): string => path.join(root, 'node_modules', name, file);
let passed = 0;
let failed = 0;

const run = (args: string[]): boolean =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  }).status === 0;

const step = (title: string, args: string[]): boolean => {
  console.log(`\n── ${title}`);
  const ok = run(args);
  if (ok) passed++;
  else failed++;
  console.log(ok ? '   passed' : '   FAILED');
  return ok;
};

step('Content', ['src/editor/check.ts']);
step('Types', [bin('astro', 'bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning']);
step('Format', [
  bin('prettier', 'bin/prettier.cjs'),
  '--check',
  '--log-level',
  'warn',
  'astro.config.mjs',
  'src',
  'tests/**/*.{ts,mjs}',
]);
step('Lint', [
  bin('eslint', 'bin/eslint.js'),
  '--config',
  'tests/lint/eslint.config.mjs',
  '--max-warnings',
  '0',
  'src',
  'tests',
]);
const built = step('Build', ['src/publish/build.ts']);

if (built) {
  console.log('\n── Tests');
  const folder = mkdtempSync(path.join(tmpdir(), 'tests-'));
  const report = path.join(folder, 'report.json');
  const ok = run([
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
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
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
