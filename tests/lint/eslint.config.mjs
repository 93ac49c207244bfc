import path from 'node:path';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig(
  { ignores: ['**/*.astro', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: path.join(root, 'tsconfig.json'), tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      // `noUncheckedIndexedAccess` makes every index possibly undefined; `!` says where it cannot be.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers are printed on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  // In a test a wrong `!` throws, and the test fails as it should.
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
