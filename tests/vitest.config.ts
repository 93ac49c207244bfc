/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Left out, except by `npm run test:slow`. */
const slowTests = process.env.SLOW_TESTS === '1' ? [] : ['tests/**/*.slow.test.ts'];
/** Tests that need neither the built site nor a browser. */
const sourceTests = ['tests/{content,unit}/**/*.test.ts', 'tests/architecture.test.ts'];

// Astro's own Vite configuration, so that component tests compile `.astro` files as the site does.
export default getViteConfig({
  root,
  test: {
    root,
    exclude: slowTests,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Vitest would keep compiled modules by their own text alone; the styles of a component also depend on tokens.css and Tailwind’s configuration.
    fsModuleCache: false,
    // Two cores: a browser beside the tests is enough.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: sourceTests,
          // These files share no state but modules, so a worker loads each module once for all of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...slowTests, ...sourceTests],
          globalSetup: ['tests/support/site.ts'],
        },
      },
    ],
  },
});
