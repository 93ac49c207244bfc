/** Runs unit tests against one mutant: `MUTANT` names a file, a range in it and the text that stands there instead. */
import { defineConfig } from 'vitest/config';
import { root } from '../support/run.ts';
import type { Mutant } from './mutants.ts';

const mutant = process.env.MUTANT ? (JSON.parse(process.env.MUTANT) as Mutant) : undefined;

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) =>
        mutant?.file === id ? code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end) : null,
    },
  ],
  // Modules kept on the disk are known by their own text, not by that of the mutant.
  test: {
    fsModuleCache: false,
    isolate: false,
    include: ['tests/unit/*.test.ts'],
    bail: 1,
    fileParallelism: false,
    reporters: ['dot'],
  },
});
