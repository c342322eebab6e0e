// What is costly to read again: the directory of a zip, and decoded pictures.

import { openZip } from './zip.js';

/** @typedef {import('./files.js').FileContent} FileContent */
/** @typedef {import('./files.js').Folder} Folder */

/** Decoded pictures above this size are not cached. */
const MAX_CACHED_BYTES = 2 ** 28;

/**
 * Keeps the directory of the zip that was opened last and the pictures that were decoded last, so that
 * a file is not read once to detect its format and once more to train on it.
 */
export class FileCache {
  /** @type {unknown} */
  #zipKey;
  #zipName = '';
  /** @type {Promise<import('./zip.js').Zip> | undefined} */
  #zip;
  /** @type {string | undefined} */
  #picturesKey;
  /** @type {[string, Uint8Array][]} */
  #pictures = [];

  /**
   * @param {FileContent} content
   * @param {string} name
   * @returns {Promise<import('./zip.js').Zip>}
   */
  openZip(content, name) {
    const key = fingerprint(content) ?? content;
    if (this.#zip === undefined || this.#zipKey !== key || this.#zipName !== name) {
      const zip = openZip(content, name);
      this.#zipKey = key;
      this.#zipName = name;
      this.#zip = zip;
      zip.catch(() => {
        if (this.#zip === zip) this.#zip = undefined;
      });
    }
    return this.#zip;
  }

  /**
   * @param {FileContent | Folder} given
   * @param {object} form what else the result depends on
   * @param {() => Promise<[string, Uint8Array][]>} read
   */
  async pictures(given, form, read) {
    const print = fingerprint(given);
    const key = print && JSON.stringify([print, form]);
    if (key !== undefined && key === this.#picturesKey) return this.#pictures;
    const files = await read();
    const bytes = files.reduce((sum, [, content]) => sum + content.length, 0);
    if (key !== undefined && bytes <= MAX_CACHED_BYTES) {
      this.#picturesKey = key;
      this.#pictures = files;
    }
    return files;
  }
}

/**
 * Opens a zip, or takes it from the cache.
 *
 * @param {FileContent} content
 * @param {string} name
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<import('./zip.js').Zip>}
 */
export const openOnce = (content, name, reading) =>
  reading?.cache ? reading.cache.openZip(content, name) : openZip(content, name);

/**
 * Identifies files by names, sizes and modification times; undefined for bytes, which have none of these.
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
