// Anneal's JavaScript API, the same in a page, in a worker and in Node: loads the WebAssembly module,
// answers questions about experiments, and makes sessions that train them.
//
//   const anneal = await loadAnneal();
//   const session = await anneal.createSession({ version: 1, training: { epochs: 2 } });
//   try {
//     while (!session.run({ milliseconds: 20 }).status.finished) await pause();
//     console.log(session.history().epochs.validation_accuracy);
//   } finally {
//     session.dispose();
//   }
//
// An experiment is a JSON document, given as an object or as text. What the core refuses is thrown as
// an AnnealError, with the path of the setting. Left out: where files come from, and threads of
// control: everything runs where it is called.

import { checkReadable, coreFiles } from './data_files.js';
import { AnnealError, checked } from './error.js';
import { recogniseData } from './recognise.js';
import { Session, toJson } from './session.js';
import { convolve2d, pool2d } from './textbook.js';

export { AnnealError, Session, recogniseData };

/** @typedef {import('../web/generated/simd/anneal.js').MainModule} Module */
/** @typedef {import('../web/generated/simd/anneal.js').LayerInfo} LayerInfo */

/**
 * @typedef {object} BuildInfo
 * @property {string} name
 * @property {string} version
 * @property {string[]} features of WebAssembly, beyond the first version
 * @property {number} threads that this build can use
 */

/** The builds there are; each import is written out so that bundlers find it. */
const builds = {
  scalar: () => import('../web/generated/scalar/anneal.js'),
  simd: () => import('../web/generated/simd/anneal.js'),
  relaxed: () => import('../web/generated/relaxed/anneal.js'),
  'simd-threads': () => import('../web/generated/simd-threads/anneal.js'),
  'relaxed-threads': () => import('../web/generated/relaxed-threads/anneal.js'),
};

/** @typedef {keyof typeof builds} BuildName */

const PAGE_BYTES = 65536;
/** What a module with 32-bit addresses can have. */
const MOST_BYTES = 2 ** 32;
/** More threads than these small networks can feed. */
const MOST_THREADS = 8;

/**
 * @param {object} [options]
 * @param {BuildName} [options.build]
 * @param {(file: string) => string} [options.locate] the URL of "anneal.wasm", if not beside the module
 * @param {import('./image_folder.js').DecodeImage} [options.decodeImage] how pictures become pixels
 *   where Anneal runs; without it there is no "source": "images"
 * @param {number} [options.threads] of a build with threads; the machine's processors unless given
 * @param {number} [options.memory] bytes, of a build with threads: its memory is shared and does not
 *   grow, because growing a shared memory crashes some browsers. See Anneal.enoughMemory
 * @returns {Promise<Anneal>}
 */
export async function loadAnneal({
  build = 'simd',
  locate,
  decodeImage,
  threads = globalThis.navigator?.hardwareConcurrency ?? 1,
  memory = 2 ** 28,
} = {}) {
  const { default: createModule } = await builds[build]();
  const options = locate ? { locateFile: locate } : {};
  if (!build.endsWith('-threads')) {
    const module = await createModule(options);
    return new Anneal(module, { threads: 1, memory: MOST_BYTES, decodeImage });
  }
  const count = Math.max(1, Math.min(threads, MOST_THREADS));
  const bytes = Math.min(Math.ceil(memory / PAGE_BYTES) * PAGE_BYTES, MOST_BYTES);
  const pages = bytes / PAGE_BYTES;
  const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const module = await createModule({ ...options, wasmMemory, poolSize: count - 1 });
  const anneal = new Anneal(module, { threads: count, memory: bytes, decodeImage });
  anneal.threads = count;
  return anneal;
}

class Anneal {
  #module;
  #decodeImage;

  /**
   * @param {Module} module
   * @param {object} options
   * @param {number} options.threads at most
   * @param {number} options.memory bytes at most
   * @param {import('./image_folder.js').DecodeImage} [options.decodeImage]
   */
  constructor(module, { threads, memory, decodeImage }) {
    this.#module = module;
    this.#decodeImage = decodeImage;
    /** @type {BuildInfo} what was loaded */
    this.build = { ...JSON.parse(module.build()), threads };
    /** Bytes that the module can have. */
    this.memory = memory;
  }

  /**
   * Bytes of memory that are enough for a run of the document, beside its files.
   *
   * @param {unknown} document
   * @returns {number}
   */
  enoughMemory(document) {
    return checked(this.#module.enoughBytes(toJson(document))).value;
  }

  /**
   * The document with every default filled in.
   *
   * @param {unknown} document
   * @returns {any}
   */
  completeExperiment(document) {
    return JSON.parse(checked(this.#module.completeExperiment(toJson(document))).value);
  }

  /**
   * What each layer of the document's network makes of its input.
   *
   * @param {unknown} document
   * @returns {LayerInfo[]}
   */
  describeNetwork(document) {
    return checked(this.#module.describeNetwork(toJson(document))).value;
  }

  /**
   * How fast this build trains the document's network on this machine, on images of noise.
   *
   * @param {unknown} document
   * @param {{milliseconds?: number}} [limits] about how long it may take
   * @returns {import('../web/generated/simd/anneal.js').Speed}
   */
  measureSpeed(document, { milliseconds = 1000 } = {}) {
    return checked(this.#module.measureSpeed(toJson(document), milliseconds)).value;
  }

  /**
   * The names of the files that the document needs; empty where the core makes the data. Throws where
   * they are pictures and nothing here decodes them.
   *
   * @param {unknown} document
   * @returns {string[]}
   */
  fileNames(document) {
    checkReadable(this.completeExperiment(document).data, this.#decodeImage);
    return checked(this.#module.fileNames(toJson(document))).value;
  }

  /**
   * The rate of every step of a run, without training.
   *
   * @param {unknown} schedule
   * @param {{steps: number, stepsPerEpoch: number}} length
   * @returns {Float64Array}
   */
  rates(schedule, { steps, stepsPerEpoch }) {
    return checked(this.#module.rates(toJson(schedule), steps, stepsPerEpoch)).value;
  }

  /**
   * Convolution as textbooks write it, with every product of every sum.
   *
   * @param {object} settings
   * @param {number[][]} settings.input at most 64 x 64
   * @param {number[][]} settings.kernel at most 11 x 11
   * @param {'convolution' | 'cross_correlation'} [settings.convention]
   * @param {'valid' | 'same' | 'full'} [settings.padding]
   * @param {number} [settings.stride]
   */
  convolve2d(settings) {
    return convolve2d(this.#module, settings);
  }

  /**
   * Pooling in the same notation, with the numbers of every window.
   *
   * @param {object} settings
   * @param {number[][]} settings.input at most 64 x 64
   * @param {'max' | 'average'} [settings.kind]
   * @param {number | [rows: number, columns: number]} [settings.size] of the window
   * @param {number} [settings.stride] the window's larger side unless given
   */
  pool2d(settings) {
    return pool2d(this.#module, settings);
  }

  /**
   * A run of the experiment, ready to train. Its owner disposes of it.
   *
   * @param {unknown} document
   * @param {object} [given]
   * @param {import('./files.js').Files} [given.files] by the names in the document; .gz, .npz and .zip are unpacked
   * @param {Uint8Array} [given.weights] to start from, as safetensors, instead of the seed's
   * @returns {Promise<Session>}
   */
  async createSession(document, { files = {}, weights } = {}) {
    const text = toJson(document);
    return this.#open(text, files, (handle) => {
      checked({ status: handle.begin(text) });
      if (weights) checked({ status: handle.setWeights(weights) });
    });
  }

  /**
   * The run of a checkpoint, to the bit where it stood. Its owner disposes of it.
   *
   * @param {Uint8Array} checkpoint as Session.checkpoint gave it
   * @param {{files?: import('./files.js').Files}} [given] the files that its experiment names
   * @returns {Promise<Session>} whose first run() reports the rows that were there, too
   */
  async resumeSession(checkpoint, { files = {} } = {}) {
    const experiment = this.checkpointExperiment(checkpoint);
    return this.#open(toJson(experiment), files, (handle) =>
      checked({ status: handle.resume(checkpoint) }),
    );
  }

  /**
   * The experiment that a checkpoint is of, filled in, as it was at the start.
   *
   * @param {Uint8Array} checkpoint
   * @returns {any}
   */
  checkpointExperiment(checkpoint) {
    return JSON.parse(checked(this.#module.checkpointExperiment(checkpoint)).value);
  }

  /**
   * @param {string} document
   * @param {import('./files.js').Files} files
   * @param {(handle: import('../web/generated/simd/anneal.js').Session) => void} begin
   */
  async #open(document, files, begin) {
    const handle = new this.#module.Session();
    try {
      const names = this.fileNames(document);
      const { data } = this.completeExperiment(document);
      for await (const [name, bytes] of coreFiles(data, names, files, this.#decodeImage)) {
        checked({ status: handle.addFile(name, bytes) });
      }
      begin(handle);
      return new Session(this.#module, handle);
    } catch (error) {
      handle.delete();
      throw error;
    }
  }

  /** Bytes of the module's heap in use: what sessions hold, and a little of its own. */
  get allocatedBytes() {
    return this.#module.allocatedBytes();
  }

  /** Ends the threads of a build that has some. Nothing works from then on. */
  dispose() {
    /** @type {any} */ (this.#module).PThread?.terminateAllThreads();
  }

  /** Threads that training is spread over; results do not depend on it. */
  get threads() {
    return this.#module.threads();
  }
  set threads(count) {
    this.#module.setThreads(Math.min(count, this.build.threads));
  }
}
