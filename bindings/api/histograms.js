// The record of histograms of a session: weights, gradients and updates of each parameter over time.

import { checked } from '../error.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */

/**
 * What the record is of.
 *
 * @typedef {object} HistogramLayout
 * @property {{name: string, layer: string, type: string, values: number, sampled: number}[]} parameters
 *   by name as in a file of weights; the type is that of the layer; a large parameter is looked at on
 *   fewer values than it has
 * @property {number[]} edges of the bins, rising: four an octave, zero in the middle
 */

/** @typedef {'weights' | 'gradients' | 'updates'} Quantity */

/**
 * What is new in the record. Figures of a parameter are low, high, mean, standard deviation, share of
 * zeros and norm of its weights, the same of its gradients and of its updates, and the norm of the
 * update by that of the weights; NaN where that was not measured.
 *
 * @typedef {object} HistogramNews
 * @property {Float64Array} serials of every moment that is in the record now: others are gone from it
 * @property {Float64Array} steps updates done at each of them
 * @property {Uint16Array} counts [moments, parameters, bins] of the moments behind the last that was
 *   known; all 0 where the quantity was not measured
 * @property {Float64Array} figures [moments, parameters, 19] of the same moments
 */

/**
 * @param {Handle} handle
 * @param {{coarse?: boolean}} [detail]
 * @returns {HistogramLayout}
 */
export function keepHistograms(handle, { coarse = false } = {}) {
  return JSON.parse(checked(handle.keepHistograms(coarse)).value);
}

/**
 * @param {Handle} handle
 * @param {Quantity} quantity
 * @param {number} last the highest serial number that is known
 * @returns {HistogramNews}
 */
export function histogramNews(handle, quantity, last) {
  const { serials, steps, counts, figures } = checked(handle.histograms(quantity, last)).value;
  return { serials, steps, counts, figures };
}
