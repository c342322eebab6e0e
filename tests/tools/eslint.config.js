// Lint rules for all JavaScript. Names and types are the type checker's; layout is Prettier's.

import js from '@eslint/js';

/** Arguments by which a browser test would find things by class, id or data attribute. */
const byStyle = '/(^|[^\\d.])[.#][A-Za-z]|\\[data-/';
const finders =
  '/^(locator|\\$|\\$\\$|\\$eval|\\$\\$eval|waitForSelector|querySelector(All)?|closest)$/';
const called = `CallExpression[callee.property.name=${finders}]`;
const why = 'Find it by role and name, as a person does; by class only a canvas.';

export default [
  { ignores: ['web/generated/**', 'tests/reports/**', 'dist/**', '.toolchain/**', '.build/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,jsx}'],
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: 'module',
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off', // tsc knows the globals of page, worker and Node apart
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-duplicate-imports': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['tests/e2e/**/*.js'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          `${called} > Literal:first-child[value=${byStyle}]:not([value=/canvas/])`,
          `${called} > TemplateLiteral > TemplateElement[value.raw=${byStyle}]`,
        ].map((selector) => ({ selector, message: why })),
      ],
    },
  },
];
