// Serves the page while it is worked on, and builds the site that is shipped. COOP and COEP make
// the page cross-origin isolated, which precise clocks and shared memory need.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative addresses: the site runs in any folder of any web server.
  base: './',
  clearScreen: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    host: '127.0.0.1',
    headers: isolation,
    fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] },
    // The modules change when the compiler is done, not file by file; npm start reloads then.
    watch: { ignored: ['**/web/generated/**'] },
  },
  preview: { host: '127.0.0.1', headers: isolation },
  // The compiled module imports Node's own modules, in Node alone.
  worker: { format: 'es', rolldownOptions: { external: ['module', 'worker_threads'] } },
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
