// Requests of the learning-rate range test, on a new session or on the paused run, which it leaves unchanged.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** @typedef {{low: number, high: number, steps: number}} RangeTestSettings */

/**
 * @typedef {object} RangeTestResult
 * @property {number[]} rates of the steps made so far
 * @property {(number | null)[]} losses before each update; null if not finite
 * @property {(number | null)[]} smooth_losses
 * @property {boolean} diverged the loss ended the test before the last rate
 * @property {number | null} steepest the rate where the loss falls fastest
 * @property {number | null} tenth_of_minimum a tenth of the rate with the smallest loss
 * @property {{rate: number, rule: 'steepest' | 'tenth_of_minimum'} | null} suggestion null if the loss did not
 *   fall
 * @property {boolean} finished
 */

/**
 * @typedef {object} RangeTestService
 * @property {(fresh: {document: unknown, files: import('./types.js').Files} | null,
 *   settings: RangeTestSettings) => AsyncResult<null>} beginRangeTest on a new session of the document, or, if
 *   null, on the open run, which must be paused. Ends an earlier test
 * @property {() => AsyncResult<RangeTestResult>} continueRangeTest runs one slice. A problem of kind `state` after
 *   the test was ended, by the page or by continuing the run
 * @property {() => AsyncResult<null>} endRangeTest restores the state before the test
 */

export {};
