// `npm run bench [-- [--json FILE] [workload ...]]`: the benchmark in headless Chromium, each build
// in a page of its own, and those with threads with one thread and with two.

import path from 'node:path';
import { wasmBuilds } from '../../bindings/toolchain/builds.js';
import { buildWasmBench } from '../../bindings/toolchain/cmake.js';
import { withLock } from '../../bindings/toolchain/lock.js';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { launchBrowser, runInPage, serve } from './pages.js';
import { readArguments, report } from './report.js';

/** @typedef {import('./report.js').Run} Run */

const seconds = '2';
const benchFolder = path.dirname(new URL(import.meta.url).pathname);

/** What a module with threads is given; seed-224 needs 0.9 GB. */
const memoryPages = 32768;

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('../../bindings/toolchain/builds.js').WasmBuild} build
 * @param {string} folder
 * @param {string[]} workloads
 */
async function measure(browser, build, folder, workloads) {
  const shared = build.compile.includes('-pthread');
  const server = await serve({ [build.name]: folder, bench: benchFolder });
  /** @type {Run[]} */
  const runs = [];
  try {
    for (const threads of shared ? [1, 2] : [1]) {
      say(`Measuring ${build.name}, ${threads} thread(s)`);
      const args = [String(threads), seconds, ...workloads];
      const job = { folder: `/${build.name}`, args, threads, pages: shared ? memoryPages : 0 };
      const script = '/bench/anneal_worker.js';
      runs.push({
        build: build.name,
        ...(await runInPage(browser, server.address, script, job)),
      });
    }
  } finally {
    server.close();
  }
  return runs;
}

await runMain(async () => {
  const { json, workloads } = readArguments(process.argv.slice(2));
  const toolchain = await prepare();
  const folders = [];
  for (const build of wasmBuilds) {
    folders.push(await withLock(() => buildWasmBench(toolchain, build)));
  }
  const browser = await launchBrowser();
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
