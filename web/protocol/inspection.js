// Requests that inspect the open run without changing it. While the run trains, answers are delayed to limit
// their share of the time.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** Row-major. @typedef {{shape: number[], values: Float32Array}} Tensor */

/**
 * The layers, filters and images that can be inspected.
 *
 * @typedef {object} Inspected
 * @property {number[]} input [H, W, C]
 * @property {string[]} classes class names in the order of the outputs
 * @property {number} validation number of held-out images
 * @property {number} train number of training images
 * @property {{name: string, type: string, shape: number[]}[]} layers with their output shapes; the layers of a
 *   block precede it
 * @property {{layer: string, shape: number[]}[]} filters of each convolution, [KH, KW, C_in / groups, C_out]
 */

/** @typedef {'validation' | 'train'} Part */

/**
 * An image of the run, without augmentation, or bytes [H, W, C].
 *
 * @typedef {{part: Part, index: number} | {bytes: Uint8Array}} Source
 */

/**
 * The network's prediction for an image.
 *
 * @typedef {object} Prediction
 * @property {Source} source of the request
 * @property {Uint8Array} image [H, W, C]
 * @property {number | null} label
 * @property {Float32Array} outputs of the last layer
 * @property {Float32Array} probabilities [classes]; with mean squared error, the outputs
 * @property {string} [layer] whose output `maps` is
 * @property {Tensor} [maps] [H, W, C] or [features]
 */

/**
 * Selects held-out images.
 *
 * @typedef {object} SampleFilter
 * @property {number | null} [label]
 * @property {number | null} [prediction]
 * @property {boolean} [wrong] only misclassified images
 */

/**
 * Held-out images with the predictions of the last evaluation, highest loss first. Before the first evaluation
 * they are in the order of the data set, and the columns after `label` are empty.
 *
 * @typedef {object} Samples
 * @property {number | null} epoch of the evaluation
 * @property {Float64Array} index
 * @property {Float64Array} label
 * @property {Float64Array} prediction
 * @property {Float64Array} probability of the prediction
 * @property {Float64Array} label_probability
 * @property {Float64Array} loss
 */

/**
 * @typedef {object} InspectionService
 * @property {() => AsyncResult<import('./types.js').History>} history
 * @property {() => AsyncResult<import('./types.js').Evaluation | null>} evaluation of the last epoch
 * @property {() => AsyncResult<Inspected>} inspected
 * @property {(layer: string) => AsyncResult<Tensor & {layer: string}>} filters of a convolution
 * @property {(source: Source, layer: string | null) => AsyncResult<Prediction>} predict
 * @property {(filter: SampleFilter, most: number) => AsyncResult<Samples>} findSamples
 * @property {(part: Part, indices: number[]) => AsyncResult<Uint8Array>} images [N, H, W, C]
 */

export {};
