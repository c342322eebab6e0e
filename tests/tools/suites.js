// The suites of `npm test`, in the order in which they run. Each prepares what it needs, runs its
// runner attached to the terminal, and counts from the runner's own report.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { buildSite } from '../../bindings/toolchain/site.js';
import { wasmBuilds } from '../../bindings/toolchain/builds.js';
import { buildNativeTests, buildWasmTests } from '../../bindings/toolchain/cmake.js';
import { withLock } from '../../bindings/toolchain/lock.js';
import { root } from '../../bindings/toolchain/paths.js';
import { run } from '../../bindings/toolchain/process.js';
import { say } from '../../bindings/toolchain/report.js';
import { compileModules } from '../../bindings/toolchain/setup.js';
import { runChecks } from './checks.js';
import { findOrInstallBrowser } from './browsers.js';
import { countGoogleTest, countPlaywright, countVitest, settle } from './reports.js';

/** @typedef {import('./reports.js').Count} Count */
/** @typedef {import('../../bindings/toolchain/toolchain.js').Toolchain} Toolchain */

export const reportsFolder = path.join(root, 'tests', 'reports');

/** A runner that has not ended by then is ended, and counts as failed. */
const minutesAllowed = 25;

/** @type {Record<string, (toolchain: Toolchain) => Promise<Count>>} */
export const suites = {
  async native(toolchain) {
    const binary = await withLock(() => buildNativeTests(toolchain));
    return runGoogleTest('native', binary, []);
  },

  async wasm(toolchain) {
    const total = { passed: 0, failed: 0, skipped: 0, names: /** @type {string[]} */ ([]) };
    for (const build of wasmBuilds.filter(({ tested }) => tested)) {
      const script = await withLock(() => buildWasmTests(toolchain, build));
      const arguments_ = [...build.node, script];
      const count = await runGoogleTest(`wasm-${build.name}`, process.execPath, arguments_);
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
      total.names.push(...(count.names ?? []));
    }
    return total;
  },

  async web(toolchain) {
    return withModules(toolchain, () => runVitest('vitest', 'tests/web/vitest.config.js'));
  },

  async check(toolchain) {
    return withModules(toolchain, () => runChecks(toolchain));
  },

  async firefox(toolchain) {
    const firefox = await findOrInstallBrowser('firefox');
    await compileModules(toolchain);
    await buildSite();
    return runVitest('firefox', 'tests/e2e/firefox.config.js', { FIREFOX_PATH: firefox });
  },

  async e2e(toolchain) {
    const chromium = await findOrInstallBrowser('chromium');
    await compileModules(toolchain);
    await buildSite();
    const report = path.join(reportsFolder, 'playwright.json');
    return runReported(
      report,
      countPlaywright,
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.js'],
      {
        CHROMIUM_PATH: chromium,
        ANNEAL_E2E_PORT: String(await freePort()),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
  },
};

/**
 * A core that does not compile is one failure more; what does not need it is still worth knowing.
 * @param {Toolchain} toolchain
 * @param {() => Promise<Count>} work
 * @returns {Promise<Count>}
 */
async function withModules(toolchain, work) {
  /** @type {string[]} */
  const faults = [];
  try {
    await compileModules(toolchain);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    faults.push('the modules of the core were not compiled');
  }
  const count = await work();
  const names = [...faults, ...(count.names ?? [])];
  return { ...count, failed: count.failed + faults.length, names };
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} arguments_
 */
function runGoogleTest(name, command, arguments_) {
  const report = path.join(reportsFolder, `${name}.json`);
  const options = [`--gtest_output=json:${report}`, '--gtest_brief=1'];
  return runReported(report, countGoogleTest, command, [...arguments_, ...options]);
}

/**
 * @param {string} name
 * @param {string} config
 * @param {NodeJS.ProcessEnv} [env]
 */
function runVitest(name, config, env) {
  const report = path.join(reportsFolder, `${name}.json`);
  const arguments_ = ['node_modules/vitest/vitest.mjs', 'run', '--config', config];
  arguments_.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  return runReported(report, countVitest, process.execPath, arguments_, env);
}

/**
 * @param {string} report
 * @param {(report: any) => Count} count
 * @param {string} command
 * @param {string[]} arguments_
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Count>}
 */
async function runReported(report, count, command, arguments_, env = {}) {
  const { code, output } = await run(command, arguments_, {
    cwd: root,
    env: { ...process.env, ...env },
    attached: true,
    milliseconds: minutesAllowed * 60_000,
  });
  const text = await readFile(report, 'utf8').catch(() => '');
  if (text === '') {
    say(`The runner left no report (exit code ${code}). ${output.trim()}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return settle(count(JSON.parse(text)), code);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
