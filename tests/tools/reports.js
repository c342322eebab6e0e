// Reads what the test runners report in JSON, each in its own form, into one count. A runner that
// fails without naming a failed test, or that ran none, counts as one failure.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [names] of what failed
 */

/**
 * @param {any} report GoogleTest's --gtest_output=json
 * @returns {Count}
 */
export function countGoogleTest(report) {
  const tests = report.testsuites.flatMap((/** @type {any} */ suite) => suite.testsuite);
  const skipped = tests.filter((/** @type {any} */ test) => test.result !== 'COMPLETED').length;
  const failed = tests.filter((/** @type {any} */ test) => test.failures?.length > 0);
  const names = failed.map((/** @type {any} */ test) => `${test.classname}.${test.name}`);
  const passed = tests.length - skipped - failed.length;
  return { passed, failed: failed.length, skipped, names };
}

/**
 * @param {any} report Vitest's JSON reporter
 * @returns {Count}
 */
export function countVitest(report) {
  // A file that could not be loaded has failed without a test of its own.
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  const failed = report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: [
      ...failed.map((/** @type {any} */ test) => test.fullName),
      ...broken.map((/** @type {any} */ file) => `${file.name}: ${file.message}`),
    ],
  };
}

/**
 * @param {any} report Playwright's JSON reporter
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const names = report.suites.flatMap(failedSpecs);
  for (const error of report.errors) names.push(error.message);
  // A flaky test is a fault: it failed once.
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped, names };
}

/**
 * @param {any} suite of Playwright: a file, or a group within
 * @returns {string[]}
 */
function failedSpecs(suite) {
  const faulty = (/** @type {any} */ test) => ['unexpected', 'flaky'].includes(test.status);
  const here = (suite.specs ?? []).filter((/** @type {any} */ spec) => spec.tests.some(faulty));
  return [
    ...here.map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}`),
    ...(suite.suites ?? []).flatMap(failedSpecs),
  ];
}

/**
 * @param {Count} count
 * @param {number} exitCode the runner's
 * @returns {Count}
 */
export function settle(count, exitCode) {
  const ranNothing = count.passed + count.failed + count.skipped === 0;
  const silentFailure = exitCode !== 0 && count.failed === 0;
  if (!ranNothing && !silentFailure) return count;
  const what = ranNothing ? 'ran no test' : `ended with ${exitCode}, though no test failed`;
  return { ...count, failed: count.failed + 1, names: [`the runner ${what}`] };
}
