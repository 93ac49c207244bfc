/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

const root = fileURLToPath(new URL('..', import.meta.url));

// Astro's own Vite configuration, so that component tests compile `.astro` files as the site does.
export default getViteConfig({
  root,
  test: {
    root,
    include: ['tests/**/*.test.ts'],
    // `npm run test:slow` runs them too.
    exclude: process.env.SLOW_TESTS === '1' ? [] : ['tests/**/*.slow.test.ts'],
    globalSetup: ['tests/support/site.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Vitest would keep compiled modules by their own text alone; the styles of a component also depend on tokens.css and Tailwind’s configuration.
    fsModuleCache: false,
    // Two cores: a browser beside the tests is enough.
    maxWorkers: 2,
  },
});
