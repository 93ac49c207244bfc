import path from 'node:path';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig(
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.{ts,mjs,cjs,astro}'],
    languageOptions: { parserOptions: { project: path.join(root, 'tsconfig.json'), tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      // Numbers are printed on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-unused-css-selector': 'error',
      'astro/prefer-class-list-directive': 'error',
      'astro/prefer-object-class-list': 'error',
      // ESLint does not resolve the types of `.astro` imports and takes them for errors; `astro check` does and reports real ones.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  {
    // Their selectors depend on what the rule cannot see: a computed tag name, an attribute set by a script, siblings in fragments.
    files: ['src/components/{DeviceDataNotice,Facets,SelfCheck}/*.astro'],
    rules: { 'astro/no-unused-css-selector': 'off' },
  },
  {
    // A test fails with a TypeError where a value is missing, which is what an assertion is for.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
