// `npm run exactness`: how far the core is from PyTorch, for each layer, loss, optimizer, schedule and
// for whole runs. The tests do the comparing and note the largest relative difference that they saw
// (tests/core/golden.h); here they are run and their notes become a table.

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildNativeTests } from '../../bindings/toolchain/cmake.js';
import { withLock } from '../../bindings/toolchain/lock.js';
import { run } from '../../bindings/toolchain/process.js';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { prepare } from '../../bindings/toolchain/setup.js';
import { reportsFolder } from './suites.js';
import { alignTable } from './table.js';

/** The suites whose tests compare, and what they compare. */
const suites = /** @type {Record<string, string>} */ ({
  'PyTorch/GoldenLayers': 'layer',
  'PyTorch/GoldenEvaluation': 'layer',
  GoldenLosses: 'loss',
  OptimizersFollowPyTorch: 'optimizer',
  OptimizersFollowTheirPaper: 'optimizer, its paper',
  ScheduleFamilies: 'schedule',
  ScheduleWrappers: 'schedule',
  RunsFollowPyTorch: '200 steps',
});

/** @param {any} report GoogleTest's */
function rowsOf(report) {
  return report.testsuites.flatMap((/** @type {any} */ suite) =>
    suite.testsuite
      .filter((/** @type {any} */ test) => test.difference_in_double !== undefined)
      .map((/** @type {any} */ test) => [
        suites[suite.name],
        readableName(test.name),
        exponential(test.difference_in_double),
        exponential(test.difference_in_float),
        test.failures?.length > 0 ? 'TOO FAR' : '',
      ]),
  );
}

/** @param {string} name "FollowPyTorch/conv2d_valid" or "LenetWithMomentum" */
function readableName(name) {
  return (name.split('/').pop() ?? name)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** @param {string | undefined} difference */
function exponential(difference) {
  if (difference === undefined) return '-';
  return Number(difference) === 0 ? '0' : Number(difference).toExponential(1);
}

await runMain(async () => {
  const toolchain = await prepare();
  const binary = await withLock(() => buildNativeTests(toolchain));
  await mkdir(reportsFolder, { recursive: true });
  const report = path.join(reportsFolder, 'exactness.json');
  const filter = Object.keys(suites).map((name) => `${name}.*`);
  const { code } = await run(binary, [
    ...[`--gtest_filter=${filter.join(':')}`, `--gtest_output=json:${report}`],
  ]);
  const rows = rowsOf(JSON.parse(await readFile(report, 'utf8')));
  say('The largest relative difference from PyTorch, computed in double and in float.');
  say('Layers: output, gradients and statistics, relative to the largest value of each.');
  say('Dropout in training is not compared: its random source is another.\n');
  say(alignTable([['what', 'case', 'double', 'float', ''], ...rows], 2));
  process.exitCode = code;
});
