// Reading that takes time: its progress and its cancellation.

import { AnnealError } from '../error.js';

/**
 * @typedef {object} Reading
 * @property {(progress: {name: string, done: number, total: number, unit: 'bytes' | 'pictures'}) => void} [onProgress]
 * @property {AbortSignal} [signal] cancels: the reading then throws an AnnealError of the kind `cancelled`
 * @property {import('./file_cache.js').FileCache} [cache]
 * @property {import('./image_folder.js').DecodeImage} [decodeImage]
 */

/** Throws if the reading was cancelled. @param {Reading} [reading] */
export function checkWanted(reading) {
  if (reading?.signal?.aborted) throw new AnnealError('cancelled', 'reading was stopped');
}
