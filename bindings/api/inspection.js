// Looks into a session's run: filters, what each layer makes of an image, what the network takes
// images for. They change nothing, and leave no trace in the history.

import { checked } from '../error.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */
/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */

/** @typedef {{shape: number[], values: Float32Array}} Tensor row-major */

/**
 * What can be asked for.
 *
 * @typedef {object} Inspected
 * @property {number[]} input [H, W, C]
 * @property {string[]} classes by output
 * @property {number} validation images held out
 * @property {number} train
 * @property {{name: string, type: string, shape: number[]}[]} layers those within blocks before them
 * @property {{layer: string, shape: number[]}[]} filters of every convolution, [KH, KW, C_in, C_out]
 */

/**
 * An image: one of the run's, without augmentation, or bytes [H, W, C].
 *
 * @typedef {{part: 'validation' | 'train', index: number} | {bytes: Uint8Array}} Source
 */

/**
 * @typedef {object} Prediction
 * @property {Uint8Array} image [H, W, C]
 * @property {number | null} label
 * @property {Float32Array} outputs of the last layer
 * @property {Float32Array} probabilities the softmax of the outputs; for a mean squared error the
 *   outputs themselves
 */

/**
 * Held-out images as the last evaluation saw them. Before the first the columns after the label are empty.
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

export class Inspection {
  #module;
  #handle;

  /**
   * @param {Module} module
   * @param {() => Handle} handle of the session; throws when that was disposed of
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
   * The filters of a convolution as they are now.
   *
   * @param {string} layer "layers.0"
   * @returns {Tensor} [KH, KW, C_in / groups, C_out]
   */
  filters(layer) {
    const { shape, values } = checked(this.#module.layerFilters(this.#handle(), layer)).value;
    return { shape, values };
  }

  /**
   * Evaluates the network on one image: dropout off, running statistics in normalisation.
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
   * The output of a layer for the image of the last predict().
   *
   * @param {string} layer "layers.0", or "layers.3.layers.0" within a block
   * @returns {Tensor} [H, W, C] or [features]
   */
  featureMaps(layer) {
    const { shape, values } = checked(this.#module.featureMaps(this.#handle(), layer)).value;
    return { shape, values };
  }

  /**
   * Held-out images, those of the highest loss first; before the first evaluation in their order.
   *
   * @param {{label?: number | null, prediction?: number | null, wrong?: boolean}} [filter]
   * @param {number} [most]
   * @returns {Samples}
   */
  findSamples(filter = {}, most = 2 ** 32 - 1) {
    const found = this.#module.findSamples(this.#handle(), JSON.stringify(filter), most);
    const { epoch, rows } = checked(found).value;
    return /** @type {Samples} */ ({ epoch: epoch < 0 ? null : epoch, ...rows });
  }

  /**
   * The bytes of images, one after another: [N, H, W, C].
   *
   * @param {'validation' | 'train'} part
   * @param {number[]} indices
   * @returns {Uint8Array}
   */
  images(part, indices) {
    return checked(this.#module.sampleImages(this.#handle(), part, indices)).value;
  }
}
