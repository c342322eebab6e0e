// Anneal's JavaScript API, for pages, workers and Node: loads the WebAssembly module, checks experiments and
// creates sessions that train them.
//
//   const anneal = await loadAnneal();
//   const session = await anneal.createSession({ version: 1, training: { epochs: 2 } });
//   try {
//     for await (const { status } of session.train()) console.log(status.step);
//     console.log(session.history().epochs.validation_accuracy);
//   } finally {
//     session.dispose();
//   }
//
// An experiment is a JSON document, as an object or as text. Invalid experiments throw an AnnealError with the
// path of the setting. Everything runs in the calling thread.

import { AnnealError } from '../error.js';
import { Anneal } from './anneal.js';
import { loadModule } from './load.js';
import { FileCache } from '../formats/file_cache.js';
import { detectFormat } from '../formats/detect_format.js';
import { Session } from './session.js';

export { Anneal, AnnealError, FileCache, Session, detectFormat };

/** @typedef {import('../../web/generated/simd/anneal.js').LayerInfo} LayerInfo */
/** @typedef {import('../formats/files.js').Files} Files */
/** @typedef {import('./session.js').Columns} Columns */
/** @typedef {import('./session.js').History} History */
/** @typedef {import('./session.js').RunStatus} RunStatus */
/** @typedef {import('./session.js').Slice} Slice */

/** @typedef {import('./anneal.js').BuildInfo} BuildInfo */

/**
 * Loads a build of the core. Rejects if it cannot be fetched, compiled or allocated.
 *
 * @param {object} [options]
 * @param {import('./load.js').BuildName} [options.build]
 * @param {(file: string) => string} [options.locate] the URL of "anneal.wasm"; default: beside the module
 * @param {import('../formats/image_folder.js').DecodeImage} [options.decodeImage] decodes pictures; required for
 *   "source": "images"
 * @param {FileCache} [options.cache] decoded pictures and opened archives, shared by several runs
 * @param {number} [options.threads] of a build with threads; default: the number of processors; at most 8
 * @param {number} [options.memory] bytes, for a build with threads: its memory is shared and does not
 *   grow, because growing a shared memory crashes some browsers. See Anneal.requiredBytes()
 * @returns {Promise<Anneal>}
 */
export async function loadAnneal({
  build = 'simd',
  locate,
  decodeImage,
  cache,
  threads = globalThis.navigator?.hardwareConcurrency ?? 1,
  memory = 2 ** 28,
} = {}) {
  const { module, ...most } = await loadModule({ build, locate, threads, memory });
  return new Anneal(module, { ...most, decodeImage, cache });
}
