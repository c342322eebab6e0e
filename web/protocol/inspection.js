// Requests that look into the open run without changing it. While a run goes on they are answered
// when their share of its time is paid for.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** Row-major. @typedef {{shape: number[], values: Float32Array}} Tensor */

/**
 * What can be asked for.
 *
 * @typedef {object} Inspected
 * @property {number[]} input [H, W, C]
 * @property {string[]} classes by output
 * @property {number} validation images held out
 * @property {number} train images trained on
 * @property {{name: string, type: string, shape: number[]}[]} layers those within blocks before them
 * @property {{layer: string, shape: number[]}[]} filters of every convolution, [KH, KW, C_in, C_out]
 */

/** @typedef {'validation' | 'train'} Part */

/**
 * An image: one of the run's, as it is before augmentation, or bytes [H, W, C].
 *
 * @typedef {{part: Part, index: number} | {bytes: Uint8Array}} Source
 */

/**
 * What the network makes of an image.
 *
 * @typedef {object} Prediction
 * @property {Source} source as it was asked for
 * @property {Uint8Array} image [H, W, C]
 * @property {number | null} label
 * @property {Float32Array} outputs of the last layer
 * @property {Float32Array} probabilities by class; where the loss is a mean squared error, the outputs
 * @property {string} [layer] whose output `maps` is
 * @property {Tensor} [maps] [H, W, C] or [features]
 */

/**
 * Which held-out images are asked for.
 *
 * @typedef {object} SampleFilter
 * @property {number | null} [label]
 * @property {number | null} [prediction]
 * @property {boolean} [wrong] only those that were taken for another class than their label
 */

/**
 * Held-out images as the last evaluation saw them, the highest loss first. Before the first, in their
 * own order; what the network made of them is empty then.
 *
 * @typedef {object} Samples
 * @property {number | null} epoch that the evaluation followed
 * @property {Float64Array} index
 * @property {Float64Array} label
 * @property {Float64Array} prediction
 * @property {Float64Array} probability given to the prediction
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
