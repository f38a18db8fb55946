import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { boundaries } from './architecture.js';

export default tseslint.config(
  { ignores: ['dist/', 'reports/', 'test-results/', 'test/api/generated/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers read well in the messages and paths that are built from them.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
    // Lit calls the listeners in a template on the element that the template belongs to.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  boundaries,
  {
    files: ['src/**/*.ts'],
    ignores: ['src/shared/connection.ts', 'src/**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'navigator', property: 'onLine', message: 'Ask shared/connection.ts.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'firebase/storage',
              importNames: ['getDownloadURL', 'getMetadata'],
              message:
                'Firebase answers with a download token, which it makes if there is none: it opens the object to anybody. Use getBlob.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/browser/**/*.ts'],
    ignores: ['test/browser/test.ts'],
    rules: {
      // A failure says what is needed to understand it: see test/browser/test.ts.
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@playwright/test', importNames: ['test'] }] },
      ],
    },
  },
  {
    files: ['test/{app-check,browser}/**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ['@playwright/test'] }] },
  },
  // The scripts hand functions to the browser they drive.
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
