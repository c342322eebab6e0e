// Programs in a page of headless Chromium: a server of folders, isolated so that threads are allowed
// and the clock is exact to 5 microseconds, and a worker that is given one message and answers one.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from '../tools/browsers.js';

const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
});

/**
 * Compiles WebAssembly with the optimising compiler at once: the steady state is measured, not the
 * time until an engine recompiles hot loops.
 */
export async function launchBrowser() {
  const executablePath = await findOrInstallBrowser('chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--js-flags=--no-liftoff'] });
}

/**
 * Serves folders, each under a name; '/' is an empty page.
 *
 * @param {Record<string, string>} folders
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serve(folders) {
  const server = createServer((request, response) => {
    const [, name, ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    response.setHeaders(new Map(Object.entries(headers)));
    response.setHeader('Content-Type', types[path.extname(rest.at(-1) ?? '.html')] ?? '');
    if (name === '') return response.end('<!doctype html>');
    return readFile(path.join(folders[name] ?? '', ...rest)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  );
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/**
 * Starts a worker in a page of its own, gives it a message, and waits for its answer.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the server
 * @param {string} script of the worker, on that server
 * @param {object} message
 * @returns {Promise<any>}
 */
export async function runInPage(browser, address, script, message) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    return await page.evaluate(
      ([script, message]) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(script, { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(message);
        }),
      /** @type {const} */ ([script, message]),
    );
  } finally {
    await page.close();
  }
}
