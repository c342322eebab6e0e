// How reading goes on that takes its time: said as it goes, and stopped when it is no longer wanted. And
// pictures that were decoded once, kept for the next run of the same.

import { AnnealError } from '../error.js';

/** @typedef {import('./files.js').FileContent} FileContent */
/** @typedef {import('./files.js').Folder} Folder */

/**
 * @typedef {object} Reading
 * @property {(progress: {name: string, done: number, total: number, unit: 'bytes' | 'pictures'}) => void} [onProgress]
 * @property {AbortSignal} [signal]
 * @property {PictureCache} [pictures]
 * @property {import('./image_folder.js').DecodeImage} [decodeImage] how pictures become pixels here
 */

/** Throws where the reading is no longer wanted. @param {Reading} [reading] */
export function checkWanted(reading) {
  if (reading?.signal?.aborted) throw new AnnealError('cancelled', 'reading was stopped');
}

/** More than this is not kept between runs. */
const MOST_BYTES = 2 ** 28;

/** The decoded pictures that were read last. */
export class PictureCache {
  /** @type {string | undefined} */
  #key;
  /** @type {[string, Uint8Array][]} */
  #files = [];

  /**
   * @param {FileContent | Folder} given
   * @param {object} form what else the result depends on
   * @param {() => Promise<[string, Uint8Array][]>} read
   */
  async get(given, form, read) {
    const print = fingerprint(given);
    const key = print && JSON.stringify([print, form]);
    if (key !== undefined && key === this.#key) return this.#files;
    const files = await read();
    const bytes = files.reduce((sum, [, content]) => sum + content.length, 0);
    if (key !== undefined && bytes <= MOST_BYTES) {
      this.#key = key;
      this.#files = files;
    }
    return files;
  }
}

/**
 * Tells files apart as build tools do, by names, sizes and times; bytes without those are not told apart.
 *
 * @param {FileContent | Folder} given
 * @returns {string | undefined}
 */
export function fingerprint(given) {
  const one = (/** @type {FileContent} */ content) =>
    content instanceof File ? [content.name, content.size, content.lastModified] : undefined;
  if (!Array.isArray(given)) {
    const print = one(given);
    return print && JSON.stringify(print);
  }
  const prints = given.map(({ path, content }) => [path, one(content)]);
  return prints.every(([, print]) => print) ? JSON.stringify(prints) : undefined;
}
