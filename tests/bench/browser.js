// `npm run bench [-- [--json FILE] [workload ...]]`: the benchmark in headless Chromium, each build
// in a page of its own, and those with threads with one thread and with two.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { wasmBuilds } from '../../bindings/toolchain/builds.js';
import { buildWasmBench } from '../../bindings/toolchain/cmake.js';
import { withLock } from '../../bindings/toolchain/lock.js';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { findOrInstallBrowser } from '../tools/browsers.js';
import { readArguments, report } from './report.js';

/** @typedef {import('./report.js').Run} Run */

const seconds = '2';

// Compiled at its best from the beginning: what is measured is the steady state, not how soon an
// engine notices which loops are hot.
const chromiumFlags = ['--no-sandbox', '--js-flags=--no-liftoff'];

/** What a module with threads is given; seed-224 needs 0.9 GB. */
const memoryPages = 32768;

// The benchmark runs in a worker, as training does in the page.
const worker = `
  import create from './anneal_bench.mjs';
  onmessage = async ({ data: { args, threads, pages } }) => {
    const output = [];
    const shared = pages && new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    const module = await create({
      print: (line) => output.push(line),
      poolSize: threads - 1,
      ...(shared ? { wasmMemory: shared } : {}),
    });
    module.callMain(args);
    postMessage(output.join(''));
  };
`;

/** Isolated, so that threads are allowed and the clock is exact to 5 microseconds. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const types = /** @type {Record<string, string>} */ ({
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
});

/**
 * Serves the program of one build.
 *
 * @param {string} folder
 */
async function serve(folder) {
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '');
    const type = types[path.extname(name)] ?? 'text/html';
    response.setHeaders(new Map(Object.entries({ ...headers, 'Content-Type': type })));
    if (name === '' || name === 'worker.mjs')
      return response.end(name ? worker : '<!doctype html>');
    return readFile(path.join(folder, name)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  );
  return server;
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {{threads: number, pages: number, args: string[]}} job
 * @returns {Promise<string>} what the program printed
 */
function runInPage(page, job) {
  return page.evaluate(
    (message) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/worker.mjs', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(message);
      }),
    job,
  );
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('../../bindings/toolchain/builds.js').WasmBuild} build
 * @param {string} folder
 * @param {string[]} workloads
 */
async function measure(browser, build, folder, workloads) {
  const shared = build.compile.includes('-pthread');
  const server = await serve(folder);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  /** @type {Run[]} */
  const runs = [];
  try {
    for (const threads of shared ? [1, 2] : [1]) {
      say(`Measuring ${build.name}, ${threads} thread(s)`);
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      const args = [String(threads), seconds, ...workloads];
      const output = await runInPage(page, { threads, pages: shared ? memoryPages : 0, args });
      runs.push({ build: build.name, ...JSON.parse(output) });
      await page.close();
    }
  } finally {
    server.close();
  }
  return runs;
}

await runMain(async () => {
  const { json, workloads } = readArguments(process.argv.slice(2));
  const toolchain = await prepare();
  const executablePath = await findOrInstallBrowser('chromium');
  const folders = [];
  for (const build of wasmBuilds) {
    folders.push(await withLock(() => buildWasmBench(toolchain, build)));
  }
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const runs = [];
    for (const [index, build] of wasmBuilds.entries()) {
      runs.push(...(await measure(browser, build, folders[index], workloads)));
    }
    await report(runs, json);
  } finally {
    await browser.close();
  }
});
