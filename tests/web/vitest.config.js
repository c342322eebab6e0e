// Vitest over everything that is not a browser: page logic, bindings in Node, the tools themselves.
// A test that needs a document says so in its first line: // @vitest-environment happy-dom

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{web,bindings,tools}/**/*.test.{js,jsx}'],
    testTimeout: 60_000,
  },
});
