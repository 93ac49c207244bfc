/**
 * `npm run test:mutation -- [room or file …]`: how much of the code's logic the unit tests hold. Each mutant changes one operator, condition,
 * literal or list, and the unit tests of its room run against it; a mutant that no test fails for has survived. Prints the survivors.
 * Exit code 1 where fewer than 85 of 100 mutants of a room are noticed.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import PQueue from 'p-queue';
import { environment, root } from '../support/run.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

const THRESHOLD = 85;

/** A file or folder of `src`, and how the names of the tests in `tests/unit` begin that hold it. */
const rooms: Record<string, { code: string; tests: string[] }> = {
  figures: { code: 'src/figures', tests: ['figures', 'proof', 'quantities', 'revisions'] },
  prose: { code: 'src/prose', tests: ['prose', 'call-numbers'] },
  search: { code: 'src/search', tests: ['search', 'queries'] },
  csp: { code: 'src/postprocess/csp.ts', tests: ['csp', 'page-steps'] },
  offline: { code: 'src/offline', tests: ['offline', 'truncated'] },
};

const filesOf = (code: string): string[] =>
  (code.endsWith('.ts') ? [code] : readdirSync(path.join(root, code)).map((name) => `${code}/${name}`)).filter(
    // Scripts of pages and types have no unit tests.
    (file) => file.endsWith('.ts') && !/\.(?:client|worker|d)\.ts$/.test(file),
  );

/** Whether the tests pass with a change in the code, or with none. They fail where they take longer than `timeout` milliseconds. */
const pass = (tests: string[], mutant?: Mutant, timeout?: number): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        'tests/mutation/vitest.config.ts',
        // One failed test tells enough.
        '--bail=1',
        ...tests.map((name) => `tests/unit/${name}`),
      ],
      {
        cwd: root,
        stdio: 'ignore',
        env: { ...environment(), MUTANT: mutant && JSON.stringify(mutant) },
        timeout,
      },
    );
    child.once('close', (code) => resolve(code === 0));
  });

const wanted = process.argv.slice(2);
const queue = new PQueue({ concurrency: availableParallelism() });
for (const [room, { code, tests }] of Object.entries(rooms)) {
  const files = filesOf(code).filter((file) => wanted.length === 0 || wanted.includes(room) || wanted.includes(file));
  if (files.length === 0) continue;
  const started = performance.now();
  if (!(await pass(tests))) throw new Error(`The tests of ${room} fail without any mutant.`);
  // A mutant may never end; side by side each takes longer than one alone.
  const timeout = Math.round(10_000 + 10 * (performance.now() - started));
  const mutants = files.flatMap((file) => {
    const absolute = path.join(root, file);
    return mutantsOf(absolute, readFileSync(absolute, 'utf8'));
  });
  const survived = await queue.addAll(mutants.map((mutant) => () => pass(tests, mutant, timeout)));
  const survivors = mutants.filter((_mutant, index) => survived[index]);
  for (const { file, start, end, text } of survivors) {
    const source = readFileSync(file, 'utf8');
    const line = source.slice(0, start).split('\n').length;
    console.log(`${path.relative(root, file)}:${line}  ${source.slice(start, end)} → ${text}`);
  }
  const score = (1 - survivors.length / mutants.length) * 100;
  console.log(
    `${room}: ${mutants.length - survivors.length} of ${mutants.length} mutants noticed, ${score.toFixed(1)} %`,
  );
  if (score < THRESHOLD) process.exitCode = 1;
}
