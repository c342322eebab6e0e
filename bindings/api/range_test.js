// A learning-rate range test of a session: the rate rises from step to step until the loss runs away.

import { AnnealError, checked } from '../error.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */

/**
 * @typedef {object} RangeTestResult
 * @property {number[]} rates of the steps made so far
 * @property {(number | null)[]} losses before each; null: not finite
 * @property {(number | null)[]} smooth_losses
 * @property {boolean} diverged the loss ended the test before the last rate
 * @property {number | null} steepest the rate where the loss falls fastest
 * @property {number | null} tenth_of_minimum a tenth of the rate where the loss is least
 * @property {{rate: number, rule: 'steepest' | 'tenth_of_minimum'} | null} suggestion the smaller of
 *   both; null where the loss did not fall
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
   * One step at least.
   *
   * @param {{milliseconds?: number}} [limits]
   * @returns {RangeTestResult}
   */
  run({ milliseconds = -1 } = {}) {
    if (!this.#handle) throw new AnnealError('state', 'this range test has been disposed of');
    return JSON.parse(checked(this.#handle.runRangeTest(milliseconds)).value);
  }

  /** Puts the session back where it was. May be called again. */
  dispose() {
    this.#handle?.endRangeTest();
    this.#handle = null;
  }
}
