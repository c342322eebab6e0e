// Runs the suites, all of them or those named, goes on after a failing one, and closes with one
// line `N passed, N failed` over everything. What the suites are is in suites.js. Those of the core
// take names of builds and a filter: run_all.js native asan --filter 'Conv2d*'.

import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SetupError, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { reportsFolder, suites, suitesOfBuilds } from './suites.js';

/** @typedef {import('./reports.js').Count} Count */

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const table = [];
/** What failed, said again at the end: a long log hides it. @type {string[]} */
const failures = [];

/** @param {unknown} error */
function explain(error) {
  if (error instanceof SetupError) {
    say(`\n${error.message}\n  What to do: ${error.remedy}`);
  } else {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/**
 * @param {string} name
 * @param {() => Promise<Count>} work a suite that throws counts as one failure
 */
async function runSuite(name, work) {
  say(`\n=== ${name} ===`);
  const started = Date.now();
  /** @type {Count} */
  let count;
  try {
    count = await work();
  } catch (error) {
    explain(error);
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  failures.push(...(count.names ?? []).map((what) => `  failed, ${name}: ${what}`));
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  const seconds = `${((Date.now() - started) / 1000).toFixed(0)} s`;
  table.push(
    `  ${name.padEnd(8)} ${count.passed} of ${count.passed + count.failed} right${skipped}  (${seconds})`,
  );
}

/** The suites to run, and the choice of builds and tests; ends the program on what is unknown. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { filter: { type: 'string' } },
    });
    const wanted = positionals.filter((name) => name in suites);
    const builds = positionals.filter((name) => !(name in suites));
    const takesChoice = wanted.length === 1 && suitesOfBuilds.includes(wanted[0]);
    if (!takesChoice && (builds.length > 0 || values.filter)) {
      const names = Object.keys(suites).join(', ');
      throw new Error(
        `Suites are ${names}; only one of ${suitesOfBuilds.join(', ')} takes builds and --filter.`,
      );
    }
    return { wanted, choice: { builds, filter: values.filter } };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const { wanted, choice } = readArguments();

await rm(reportsFolder, { recursive: true, force: true });
await mkdir(reportsFolder, { recursive: true });
try {
  const toolchain = await prepare();
  for (const [name, suite] of Object.entries(suites)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      await runSuite(name, () => suite(toolchain, choice));
    }
  }
} catch (error) {
  explain(error);
  total.failed += 1;
}

say(`\n${[...table, ...failures].join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
