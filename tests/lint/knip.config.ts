/** Nothing is installed, exported or kept that nothing uses: `knip --config tests/lint/knip.config.ts`. */
import type { KnipConfig } from 'knip';

/** The code of an Astro file: between its fences, and of its scripts, which knip by itself does not follow. */
const codeOf = (source: string): string => {
  const code = /^---\n([^]*?)\n---/.exec(source)?.[1] ?? '';
  const scripts = [...source.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].map(([, attributes = '', body = '']) => {
    const from = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    return from ? `import '${from}';` : body;
  });
  return [code, ...scripts].join('\n');
};

/** Packages that no file imports, and what takes them all the same. */
export const takenByName: Record<string, string> = {
  '@astrojs/check': 'astro check',
  '@expo-google-fonts/be-vietnam-pro': 'a font that pictures are drawn with',
  '@fontsource-variable/material-symbols-outlined': 'copied beside the web editor',
  '@fontsource-variable/source-sans-3': 'copied beside the web editor',
  '@sveltia/cms': 'copied as the web editor',
  'es-check': 'run by its path',
  'stylelint-no-unsupported-browser-features': 'a plugin of stylelint',
};

const config: KnipConfig = {
  entry: ['src/{publish,editor,hosting}/*.ts', 'tests/{bench,screenshots}/*.ts'],
  project: ['src/**', 'tests/**/*.ts'],
  ignoreDependencies: Object.keys(takenByName),
  // A peer of the bench, where the machine has it.
  ignoreBinaries: ['hugo'],
  vitest: { config: ['tests/vitest.config.ts', 'tests/mutation/vitest.config.ts'] },
  eslint: { config: ['tests/lint/eslint.config.mjs'] },
  compilers: { astro: codeOf },
};

export default config;
