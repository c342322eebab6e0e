// The images of an experiment to look at, without a run: what each part holds, pictures by the page, and
// what training makes of one. One owner of one preview of the core, until it is disposed of.

import { AnnealError, checked } from '../error.js';
import { toJson } from './session.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Preview} Handle */

/**
 * @typedef {object} PreviewSummary
 * @property {number[]} shape [H, W, C]
 * @property {string[]} classes their names
 * @property {number[]} train training images of each class, by the labels that a run has
 * @property {number[]} validation held-out images of each class
 * @property {number} wrong_labels of training images
 */

/**
 * @typedef {object} PreviewImages
 * @property {number} total that there are, of the class that was asked for
 * @property {number[]} images their numbers in the data set
 * @property {number[]} labels as a run has them
 * @property {number[]} truths another than the label where that was replaced on purpose
 * @property {Uint8Array} pixels [N, H, W, 4]
 */

/** Every class, to the core. */
const ANY = -1;

export class Preview {
  /** @type {Handle | null} */
  #handle;

  /** Made by Anneal.createPreview. @param {Handle} handle of a preview that has begun */
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
   * Shares the same images out as another experiment says, with its wrong labels.
   *
   * @param {unknown} document of the same source, files and seed
   */
  divide(document) {
    checked({ status: this.#open.divide(toJson(document)) });
  }

  /**
   * @param {object} range
   * @param {'train' | 'validation'} range.part
   * @param {number} [range.label] of this class alone
   * @param {number} [range.first]
   * @param {number} [range.count] at most 1000
   * @returns {PreviewImages}
   */
  images({ part, label = ANY, first = 0, count = 100 }) {
    const { places, pixels } = checked(this.#open.images(part, label, first, count)).value;
    return { ...JSON.parse(places), pixels };
  }

  /**
   * Mean and deviation of every channel over the training images, in units of byte / 255; null while
   * not all were looked at in that time: ask again.
   *
   * @param {{milliseconds: number}} limit
   * @returns {{mean: number[], deviation: number[]} | null}
   */
  measure({ milliseconds }) {
    return JSON.parse(checked(this.#open.measure(milliseconds)).value);
  }

  /**
   * What training on the document shows the network of an image, epoch by epoch. Where the document
   * standardises, the images have to be measured first.
   *
   * @param {unknown} document
   * @param {{image: number, first?: number, epochs: number}} range
   * @returns {Uint8Array} [epochs, H, W, 4]
   */
  asTrained(document, { image, first = 0, epochs }) {
    return checked(this.#open.asTrained(toJson(document), image, first, epochs)).value;
  }

  dispose() {
    this.#handle?.delete();
    this.#handle = null;
  }
}
