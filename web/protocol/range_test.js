// The learning-rate range test: a session of its own, or the run at rest, which it leaves as it was.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** @typedef {{low: number, high: number, steps: number}} RangeTestSettings */

/**
 * @typedef {object} RangeTestResult
 * @property {number[]} rates of the steps made so far
 * @property {(number | null)[]} losses before each; null: not finite
 * @property {(number | null)[]} smooth_losses
 * @property {boolean} diverged the loss ended the test before the last rate
 * @property {number | null} steepest the rate where the loss falls fastest
 * @property {number | null} tenth_of_minimum a tenth of the rate where the loss is least
 * @property {{rate: number, rule: 'steepest' | 'tenth_of_minimum'} | null} suggestion null where the
 *   loss did not fall
 * @property {boolean} finished
 */

/**
 * @typedef {object} RangeTestService
 * @property {(fresh: {document: unknown, files: import('./types.js').Files} | null,
 *   settings: RangeTestSettings) => AsyncResult<null>} beginRangeTest on a fresh session of the document, or,
 *   without one, on the open run, which has to stand still. One that was going on is ended
 * @property {() => AsyncResult<RangeTestResult>} continueRangeTest a slice of it. Refused once it was ended,
 *   by the page or by a run that goes on
 * @property {() => AsyncResult<null>} endRangeTest everything is as it was before
 */

export {};
