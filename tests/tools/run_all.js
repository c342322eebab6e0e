// Runs the suites, all of them or those named, goes on after a failing one, and closes with one
// line `N passed, N failed` over everything. What the suites are is in suites.js.

import { mkdir, rm } from 'node:fs/promises';
import { SetupError, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { reportsFolder, suites } from './suites.js';

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

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}; there are: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

await rm(reportsFolder, { recursive: true, force: true });
await mkdir(reportsFolder, { recursive: true });
try {
  const toolchain = await prepare();
  for (const [name, suite] of Object.entries(suites)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      await runSuite(name, () => suite(toolchain));
    }
  }
} catch (error) {
  explain(error);
  total.failed += 1;
}

say(`\n${[...table, ...failures].join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
