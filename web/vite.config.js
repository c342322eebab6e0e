// Serves the page while it is worked on, and builds the site that is shipped. COOP and COEP make
// the page cross-origin isolated, which precise clocks and shared memory need.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// The page asks its own host for what it needs and nobody else; no script that is not a file of it
// runs. WebAssembly needs a word of its own. While the page is worked on, styles are injected as text,
// so the policy is of the site that is shipped: in the page itself, for hosts that set no headers.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @returns {import('vite').Plugin} */
const withPolicy = () => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
});

/**
 * A warning fails the build.
 * @returns {import('vite').Plugin}
 */
const withoutWarnings = () => {
  /** @type {import('vite').Logger} */
  let logger;
  let written = false;
  return {
    name: 'warnings-are-errors',
    apply: 'build',
    configResolved: (config) => void (logger = config.logger),
    // An error before this sets `hasWarned` too, and stands for itself.
    writeBundle: () => void (written = true),
    // The last of all hooks: Vite warns of large chunks once they are written.
    closeBundle() {
      if (written && logger.hasWarned) this.error('Warnings count as errors: see above.');
    },
  };
};

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative addresses: the site runs in any folder of any web server.
  base: './',
  clearScreen: false,
  plugins: [withPolicy(), withoutWarnings()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    host: '127.0.0.1',
    headers: isolation,
    fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] },
    // The modules change when the compiler is done, not file by file; npm start reloads then.
    watch: { ignored: ['**/web/generated/**'] },
  },
  preview: {
    host: '127.0.0.1',
    // Workers have no page to carry a policy for them: theirs comes with their file.
    headers: { ...isolation, 'Content-Security-Policy': policy },
  },
  // The compiled module and unzipit import modules of Node, only in Node.
  worker: {
    format: 'es',
    rolldownOptions: { external: ['module', 'worker_threads', 'node:worker_threads'] },
  },
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files: the policy lets no text pass for one.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
