// A preview of the images of an experiment, without a run: class counts, images in pages, and augmented images.

import { AnnealError, checked } from '../error.js';
import { toJson } from './session.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Preview} Handle */

/**
 * @typedef {object} PreviewSummary
 * @property {number[]} shape [H, W, C]
 * @property {string[]} classes class names
 * @property {number[]} train number of training images per class, with wrong labels applied
 * @property {number[]} validation number of held-out images per class
 * @property {number} wrong_labels number of training images with a wrong label
 */

/**
 * @typedef {object} PreviewImages
 * @property {number} total number of images of the requested part and class
 * @property {number[]} images [N] indices in the data set
 * @property {number[]} labels [N] labels used in training
 * @property {number[]} truths [N] true classes; they differ from the labels where label noise replaced these
 * @property {Uint8Array} pixels [N, H, W, 4] RGBA
 */

/** In the core: all classes. */
const ANY = -1;

export class Preview {
  /** @type {Handle | null} */
  #handle;

  /** Created by Anneal.createPreview(). @param {Handle} handle of a preview that has begun */
  constructor(handle) {
    this.#handle = handle;
  }

  /** @returns {Handle} */
  get #open() {
    if (this.#handle) return this.#handle;
    throw new AnnealError('state', 'this preview has been disposed of');
  }

  /** @returns {PreviewSummary} */
  get summary() {
    return JSON.parse(checked(this.#open.summary()).value);
  }

  /**
   * Splits the same images into training and held-out images with the settings of another experiment,
   * including its label noise.
   *
   * @param {unknown} document with the same source, files and seed
   */
  split(document) {
    checked({ status: this.#open.divide(toJson(document)) });
  }

  /**
   * @param {object} range
   * @param {'train' | 'validation'} range.part
   * @param {number} [range.label] only images with this label
   * @param {number} [range.first]
   * @param {number} [range.count] at most 1000
   * @returns {PreviewImages}
   */
  images({ part, label = ANY, first = 0, count = 100 }) {
    const { places, pixels } = checked(this.#open.images(part, label, first, count)).value;
    return { ...JSON.parse(places), pixels };
  }

  /**
   * Mean and standard deviation of each channel over the training images, with pixels scaled to [0, 1]. Call it
   * again until it has processed all images.
   *
   * @param {{milliseconds: number}} limit of this call
   * @returns {{mean: number[], deviation: number[]} | null} [C] each; null if not all images were processed
   */
  measure({ milliseconds }) {
    return JSON.parse(checked(this.#open.measure(milliseconds)).value);
  }

  /**
   * An image as training feeds it to the network in each epoch, with augmentation. If the document
   * standardises, measure() must have finished.
   *
   * @param {unknown} document
   * @param {{image: number, first?: number, epochs: number}} range
   * @returns {Uint8Array} [epochs, H, W, 4] RGBA
   */
  asTrained(document, { image, first = 0, epochs }) {
    return checked(this.#open.asTrained(toJson(document), image, first, epochs)).value;
  }

  /** Frees the memory. May be called again. Every other method then throws an AnnealError of kind `state`. */
  dispose() {
    this.#handle?.delete();
    this.#handle = null;
  }
}
