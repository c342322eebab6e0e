// Inspects a session's run: filters, feature maps and predictions. Inspection changes neither the run nor its
// history.

import { checked } from '../error.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */
/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */

/** @typedef {{shape: number[], values: Float32Array}} Tensor row-major */

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

/**
 * An image of the run, without augmentation, or bytes [H, W, C].
 *
 * @typedef {{part: 'validation' | 'train', index: number} | {bytes: Uint8Array}} Source
 */

/**
 * @typedef {object} Prediction
 * @property {Uint8Array} image [H, W, C]
 * @property {number | null} label
 * @property {Float32Array} outputs [classes] of the last layer
 * @property {Float32Array} probabilities [classes] softmax of the outputs; with mean squared error, the outputs
 */

/**
 * Held-out images with the predictions of the last evaluation, one row per image. Before the first evaluation
 * the columns after `label` are empty.
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

export class Inspection {
  #module;
  #handle;

  /**
   * @param {Module} module
   * @param {() => Handle} handle of the session; throws after the session was disposed of
   */
  constructor(module, handle) {
    this.#module = module;
    this.#handle = handle;
  }

  /** @returns {Inspected} */
  describe() {
    return JSON.parse(checked(this.#module.inspected(this.#handle())).value);
  }

  /**
   * The current filters of a convolution. Throws an AnnealError if the layer is not a convolution.
   *
   * @param {string} layer "layers.0"
   * @returns {Tensor} [KH, KW, C_in / groups, C_out]
   */
  filters(layer) {
    const { shape, values } = checked(this.#module.layerFilters(this.#handle(), layer)).value;
    return { shape, values };
  }

  /**
   * Evaluates the network on one image, in evaluation mode: without dropout, with the running statistics of
   * batch normalisation. Throws an AnnealError if there is no such image.
   *
   * @param {Source} source
   * @returns {Prediction}
   */
  predict(source) {
    const result =
      'bytes' in source
        ? this.#module.predictImage(this.#handle(), source.bytes)
        : this.#module.predictSample(this.#handle(), source.part, source.index);
    const { image, label, outputs, probabilities } = checked(result).value;
    return { image, label: label < 0 ? null : label, outputs, probabilities };
  }

  /**
   * The output of a layer for the image of the last predict(). Throws an AnnealError if there is no such layer.
   *
   * @param {string} layer "layers.0", or "layers.3.layers.0" within a block
   * @returns {Tensor} [H, W, C] or [features]
   */
  featureMaps(layer) {
    const { shape, values } = checked(this.#module.featureMaps(this.#handle(), layer)).value;
    return { shape, values };
  }

  /**
   * Held-out images, highest loss first; before the first evaluation, in the order of the data set.
   *
   * @param {{label?: number | null, prediction?: number | null, wrong?: boolean}} [filter] `wrong`: only
   *   misclassified images
   * @param {number} [most] maximum number of images
   * @returns {Samples}
   */
  findSamples(filter = {}, most = 2 ** 32 - 1) {
    const found = this.#module.findSamples(this.#handle(), JSON.stringify(filter), most);
    const { epoch, rows } = checked(found).value;
    return /** @type {Samples} */ ({ epoch: epoch < 0 ? null : epoch, ...rows });
  }

  /**
   * The pixels of several images, 0 to 255. Throws an AnnealError if there is no such image.
   *
   * @param {'validation' | 'train'} part
   * @param {number[]} indices
   * @returns {Uint8Array} [N, H, W, C]
   */
  images(part, indices) {
    return checked(this.#module.sampleImages(this.#handle(), part, indices)).value;
  }
}
