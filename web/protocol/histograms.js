// Requests for recorded histograms of the open run: weights, gradients and updates over time.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** @typedef {'weights' | 'gradients' | 'updates'} Quantity */

/**
 * A recorded parameter.
 *
 * @typedef {object} RecordedParameter
 * @property {string} name "layers.0.weight", as in a file of weights
 * @property {string} layer "layers.0"
 * @property {string} type of the layer
 * @property {number} values
 * @property {number} sampled number of values in the histogram; fewer for large parameters
 */

/**
 * @typedef {object} HistogramLayout
 * @property {RecordedParameter[]} parameters
 * @property {number[]} edges of the bins, rising, zero in the middle
 */

/**
 * Histograms recorded since an earlier request. A figure that was not measured is NaN, its counts are 0.
 *
 * @typedef {object} HistogramUpdate
 * @property {Float64Array} serials serial numbers of all recorded moments
 * @property {Float64Array} steps updates done at each of them
 * @property {Uint16Array} counts [moments, parameters, bins] of the new ones
 * @property {Float64Array} figures [moments, parameters, 19] of the new ones: low, high, mean, standard
 *   deviation, share of zeros and norm of the weights, of the gradients and of the updates; then the
 *   update's norm by that of the weights
 */

/**
 * @typedef {object} HistogramService
 * @property {() => AsyncResult<HistogramLayout>} recordHistograms as a fine record from now on: that of
 *   the open run, and of every run that is opened, which holds too where none is open and that is refused
 * @property {(quantity: Quantity, last: number) => AsyncResult<HistogramUpdate>} histograms behind the moment
 *   with that serial number
 */

export {};
