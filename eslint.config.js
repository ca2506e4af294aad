import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import { importsRule } from './eslint/imports-rule.js';

const tests = ['**/test/**', '**/*.test.ts', '**/e2e/**', 'tests/**'];

/** What keeps a file readable at a glance. */
const size = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 60, skipComments: true }],
  'max-params': ['error', { max: 3 }],
  complexity: ['error', { max: 12 }],
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/reports/**',
      '**/.svelte-kit/**',
      '**/generated/**',
      '**/test-results/**',
      // A bundler writes its configuration beside the source while it reads it.
      '**/rolldown.config.*.js',
      '**/*.timestamp-*.mjs',
      '**/playwright-report/**',
      // Belongs to the throw-away project that tests/package makes.
      'tests/package/consumer/**',
    ],
  },
  js.configs.recommended,
  {
    plugins: { govexport: { rules: { imports: importsRule } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { ...size, eqeqeq: 'error', 'govexport/imports': 'error' },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.ts'],
    // The rules that need types stand in .oxlintrc.json: they are checked there in a tenth of the time.
    extends: [typescript.configs.strict],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [typescript.configs.strict],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] },
    },
  },
  // Links of the site are plain addresses below its root; the linter's resolve() is for sites under a path.
  { files: ['apps/web/**'], rules: { 'svelte/no-navigation-without-resolve': 'off' } },
  { files: tests, rules: { 'max-lines-per-function': 'off' } },
  { files: ['packages/*/src/**'], rules: { 'no-console': 'error' } },
  prettier,
  svelte.configs.prettier,
);
