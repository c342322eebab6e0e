// Reads what the test runners report in JSON, each in its own form, into one count. A runner that
// fails without naming a failed test, or that ran none, counts as one failure.

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/**
 * @param {any} report GoogleTest's --gtest_output=json
 * @returns {Count}
 */
export function countGoogleTest(report) {
  const tests = report.testsuites.flatMap((/** @type {any} */ suite) => suite.testsuite);
  const skipped = tests.filter((/** @type {any} */ test) => test.result !== 'COMPLETED').length;
  const failed = tests.filter((/** @type {any} */ test) => test.failures?.length > 0).length;
  return { passed: tests.length - skipped - failed, failed, skipped };
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
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {any} report Playwright's JSON reporter
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A flaky test is a fault: it failed once.
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * @param {Count} count
 * @param {number} exitCode the runner's
 * @returns {Count}
 */
export function settle(count, exitCode) {
  const ranNothing = count.passed + count.failed + count.skipped === 0;
  const silentFailure = exitCode !== 0 && count.failed === 0;
  return ranNothing || silentFailure ? { ...count, failed: count.failed + 1 } : count;
}
