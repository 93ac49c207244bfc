/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Left out, except by `npm run test:slow`. */
const slowTests = process.env.SLOW_TESTS === '1' ? [] : ['tests/**/*.slow.test.ts'];
/** Tests that need neither the built site nor a browser. */
const sourceTests = [
  'tests/{content,unit}/**/*.test.ts',
  'tests/components/{components,mdx}.test.ts',
  'tests/architecture.test.ts',
];

// Astro's own Vite configuration, so that component tests compile `.astro` files as the site does.
export default getViteConfig({
  root,
  test: {
    root,
    exclude: slowTests,
    // Files share no state but modules, so a worker loads each module once for all of them.
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Vitest would keep compiled modules by their own text alone; the styles of a component also depend on tokens.css and Tailwind’s configuration.
    fsModuleCache: false,
    // One more than the cores of the smallest machine: a test often waits for a browser or a build.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: sourceTests,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [...slowTests, ...sourceTests],
          globalSetup: ['tests/support/site.ts'],
        },
      },
    ],
  },
});
