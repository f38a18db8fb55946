import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { boundaries } from './architecture.js';

// Browsers with Trusted Types refuse these (docs/threat-model.md); the others would do them.
const markup = 'Text must not become markup: use a template of Lit, or textContent.';
const textBecomesMarkup = [
  'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
  'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe)$/]',
  'CallExpression[callee.object.name="document"][callee.property.name=/^writeln?$/]',
].map((selector) => ({ selector, message: markup }));
const script = 'Text must not become a script: use shared/trusted-scripts.ts.';
const textBecomesScript = [
  'NewExpression[callee.name=/^(Worker|SharedWorker|Function)$/]',
  'CallExpression[callee.name="eval"]',
  'CallExpression[callee.property.name="createPolicy"]',
  'CallExpression[callee.property.name="createElement"][arguments.0.value="script"]',
  'CallExpression[callee.object.property.name="serviceWorker"][callee.property.name="register"]',
].map((selector) => ({ selector, message: script }));

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
          patterns: [
            {
              group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*'],
              message: 'What somebody writes must not become markup.',
            },
          ],
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
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...textBecomesMarkup, ...textBecomesScript] },
  },
  {
    // The composer imports nothing; and here it is decided what becomes a script.
    files: ['src/composer/renderer/remote-renderer.ts', 'src/shared/trusted-scripts.ts'],
    rules: { 'no-restricted-syntax': ['error', ...textBecomesMarkup] },
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
