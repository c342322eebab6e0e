import { expect, test } from 'vitest';
import { countGoogleTest, countPlaywright, countVitest, settle } from './reports.js';

test('GoogleTest: failed and skipped tests are told apart', () => {
  const suite = [
    { name: 'a', result: 'COMPLETED' },
    { name: 'b', result: 'COMPLETED', failures: [{ failure: 'x' }] },
    { name: 'c', result: 'SKIPPED' },
  ];
  const report = { testsuites: [{ testsuite: suite }] };
  expect(countGoogleTest(report)).toEqual({ passed: 1, failed: 1, skipped: 1 });
});

test('Vitest: a file that could not be loaded is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test('Playwright: a flaky test and an error outside tests are failures', () => {
  const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 2, failed: 3, skipped: 1 });
});

test('a runner that ran nothing, or failed without saying where, is a failure', () => {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  expect(settle(nothing, 0).failed).toBe(1);
  expect(settle({ ...nothing, passed: 5 }, 134).failed).toBe(1);
  expect(settle({ ...nothing, passed: 5 }, 0).failed).toBe(0);
  expect(settle({ ...nothing, passed: 5, failed: 2 }, 1).failed).toBe(2);
});
