// Lint rules for all JavaScript. Names and types are the type checker's; layout is Prettier's.

import js from '@eslint/js';

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
];
