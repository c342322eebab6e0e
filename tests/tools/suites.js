// The suites of `npm test`, in the order in which they run. Each prepares what it needs, runs its
// runner attached to the terminal, and counts from the runner's own report. The core's tests take
// names of builds (bindings/toolchain/builds.js) and a filter of tests.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { buildSite } from '../../bindings/toolchain/site.js';
import {
  allWasmBuilds,
  namedBuilds,
  nativeBuilds,
  wasmBuilds,
} from '../../bindings/toolchain/builds.js';
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

/**
 * @typedef {object} Choice
 * @property {string[]} builds names; none are those that `npm test` takes
 * @property {string} [filter] GoogleTest's pattern of tests
 */

/** The suites that take a choice. */
export const suitesOfBuilds = ['native', 'wasm'];

/** @type {Record<string, (toolchain: Toolchain, choice: Choice) => Promise<Count>>} */
export const suites = {
  async native(toolchain, { builds, filter }) {
    const chosen = builds.length > 0 ? namedBuilds(nativeBuilds, builds) : [nativeBuilds[0]];
    return runEach(chosen, async (build) => {
      const binary = await withLock(() => buildNativeTests(toolchain, build));
      return runGoogleTest(`native-${build.name}`, [binary], filter);
    });
  },

  async wasm(toolchain, { builds, filter }) {
    const tested = wasmBuilds.filter((build) => build.tested);
    return runEach(
      builds.length > 0 ? namedBuilds(allWasmBuilds, builds) : tested,
      async (build) => {
        const script = await withLock(() => buildWasmTests(toolchain, build));
        return runGoogleTest(
          `wasm-${build.name}`,
          [process.execPath, ...build.node, script],
          filter,
        );
      },
    );
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
 * @template Build
 * @param {Build[]} builds
 * @param {(build: Build) => Promise<Count>} work
 * @returns {Promise<Count>} of all together
 */
async function runEach(builds, work) {
  const total = { passed: 0, failed: 0, skipped: 0, names: /** @type {string[]} */ ([]) };
  for (const build of builds) {
    const count = await work(build);
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    total.names.push(...(count.names ?? []));
  }
  return total;
}

/**
 * @param {string} name
 * @param {string[]} command
 * @param {string} [filter]
 */
function runGoogleTest(name, [command, ...arguments_], filter) {
  const report = path.join(reportsFolder, `${name}.json`);
  const options = [`--gtest_output=json:${report}`, '--gtest_brief=1'];
  if (filter) options.push(`--gtest_filter=${filter}`);
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
