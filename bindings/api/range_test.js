// A learning-rate range test of a session: the rate increases with every step until the loss diverges
// (Smith, "Cyclical Learning Rates for Training Neural Networks", 2017).

import { AnnealError, checked } from '../error.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */

/**
 * @typedef {object} RangeTestResult
 * @property {number[]} rates [steps] learning rates so far
 * @property {(number | null)[]} losses [steps] before each update; null if not finite
 * @property {(number | null)[]} smooth_losses [steps] exponential moving average of the losses
 * @property {boolean} diverged whether the loss ended the test before the last rate
 * @property {number | null} steepest the rate where the loss falls fastest
 * @property {number | null} tenth_of_minimum a tenth of the rate with the smallest loss
 * @property {{rate: number, rule: 'steepest' | 'tenth_of_minimum'} | null} suggestion the smaller of
 *   the two; null if the loss did not fall
 * @property {boolean} finished
 */

export class RangeTest {
  /** @type {Handle | null} */
  #handle;

  /**
   * @param {Handle} handle of the session, which outlives the test
   * @param {unknown} settings
   */
  constructor(handle, settings) {
    checked({ status: handle.beginRangeTest(JSON.stringify(settings)) });
    this.#handle = handle;
  }

  /**
   * Continues the test by at least one step. Throws an AnnealError of kind `state` after dispose().
   *
   * @param {{milliseconds?: number}} [limits]
   * @returns {RangeTestResult}
   */
  run({ milliseconds = -1 } = {}) {
    if (!this.#handle) throw new AnnealError('state', 'this range test has been disposed of');
    return JSON.parse(checked(this.#handle.runRangeTest(milliseconds)).value);
  }

  /** Restores the session to its state before the test. May be called again. */
  dispose() {
    this.#handle?.endRangeTest();
    this.#handle = null;
  }
}
