import { expect, test } from 'vitest';
import { countGoogleTest, countPlaywright, countVitest, settle } from './reports.js';

test('GoogleTest: failed and skipped tests are told apart', () => {
  const suite = [
    { name: 'a', result: 'COMPLETED' },
    { classname: 'Suite', name: 'b', result: 'COMPLETED', failures: [{ failure: 'x' }] },
    { name: 'c', result: 'SKIPPED' },
  ];
  const report = { testsuites: [{ testsuite: suite }] };
  expect(countGoogleTest(report)).toEqual({
    ...{ passed: 1, failed: 1, skipped: 1 },
    names: ['Suite.b'],
  });
});

test('Vitest: a file that could not be loaded is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed', fullName: 'a b' }] },
      { status: 'failed', assertionResults: [], name: 'c.test.js', message: 'no such module' },
    ],
  };
  expect(countVitest(report)).toEqual({
    ...{ passed: 3, failed: 2, skipped: 0 },
    names: ['a b', 'c.test.js: no such module'],
  });
});

test('Playwright: a flaky test and an error outside tests are failures', () => {
  const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 1 };
  const spec = (/** @type {string} */ title, /** @type {string} */ status) => ({
    ...{ file: 'x.spec.js', title, tests: [{ status }] },
  });
  const suites = [
    { specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'unexpected')] }] },
    { specs: [spec('c', 'flaky'), spec('d', 'skipped')] },
  ];
  const report = { stats, suites, errors: [{ message: 'no browser' }] };
  expect(countPlaywright(report)).toEqual({
    ...{ passed: 2, failed: 3, skipped: 1 },
    names: ['x.spec.js: b', 'x.spec.js: c', 'no browser'],
  });
});

test('a runner that ran nothing, or failed without saying where, is a failure', () => {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  expect(settle(nothing, 0).failed).toBe(1);
  expect(settle({ ...nothing, passed: 5 }, 134).failed).toBe(1);
  expect(settle({ ...nothing, passed: 5 }, 134).names).toEqual([expect.stringContaining('134')]);
  expect(settle({ ...nothing, passed: 5 }, 0).failed).toBe(0);
  expect(settle({ ...nothing, passed: 5, failed: 2 }, 1).failed).toBe(2);
});
