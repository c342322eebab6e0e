// The main tests in Firefox, over WebDriver BiDi: Playwright's own Firefox cannot be relied on to be
// there, the system's can. The runner (npm run test:firefox) finds it and builds the site.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.firefox.js'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
