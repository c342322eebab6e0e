// Recorded histograms of a session: weights, gradients and updates of each parameter over time.

import { checked } from '../error.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */

/**
 * The recorded parameters and the bins of their histograms.
 *
 * @typedef {object} HistogramLayout
 * @property {{name: string, layer: string, type: string, values: number, sampled: number}[]} parameters
 *   `name` as in a file of weights; `type` of the layer; `values`: number of values; `sampled`: how many of
 *   them are in the histogram, fewer for large parameters
 * @property {number[]} edges of the bins, ascending: four per octave, zero in the middle
 */

/** @typedef {'weights' | 'gradients' | 'updates'} Quantity */

/**
 * Histograms recorded since an earlier request. The 19 figures of a parameter are minimum, maximum, mean,
 * standard deviation, fraction of zeros and norm of its weights, the same of its gradients, the same of its
 * updates, and the norm of the update divided by that of the weights. A figure that was not measured is NaN.
 *
 * @typedef {object} HistogramNews
 * @property {Float64Array} serials [M] serial numbers of all recorded moments; older moments may have been removed
 * @property {Float64Array} steps [M] updates done at each of them
 * @property {Uint16Array} counts [moments, parameters, bins] of the new moments; 0 if the quantity was not
 *   measured
 * @property {Float64Array} figures [moments, parameters, 19] of the new moments
 */

/**
 * @param {Handle} handle
 * @param {{coarse?: boolean}} [detail]
 * @returns {HistogramLayout}
 */
export function recordHistograms(handle, { coarse = false } = {}) {
  return JSON.parse(checked(handle.keepHistograms(coarse)).value);
}

/**
 * @param {Handle} handle
 * @param {Quantity} quantity
 * @param {number} last the highest serial number already received
 * @returns {HistogramNews}
 */
export function histogramNews(handle, quantity, last) {
  const { serials, steps, counts, figures } = checked(handle.histograms(quantity, last)).value;
  return { serials, steps, counts, figures };
}
