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
  simd: () => import('../web/generated/simd/anneal.js'),
};

/**
 * @param {object} [options]
 * @param {keyof typeof builds} [options.build]
 * @param {(file: string) => string} [options.locate] the URL of "anneal.wasm", if not beside the module
 * @param {import('./image_folder.js').DecodeImage} [options.decodeImage] how pictures become pixels
 *   where Anneal runs; without it there is no "source": "images"
 * @returns {Promise<Anneal>}
 */
export async function loadAnneal({ build = 'simd', locate, decodeImage } = {}) {
  const { default: createModule } = await builds[build]();
  return new Anneal(await createModule(locate ? { locateFile: locate } : {}), decodeImage);
}

class Anneal {
  #module;
  #decodeImage;

  /**
   * @param {Module} module
   * @param {import('./image_folder.js').DecodeImage} [decodeImage]
   */
  constructor(module, decodeImage) {
    this.#module = module;
    this.#decodeImage = decodeImage;
    /** @type {BuildInfo} what was loaded */
    this.build = { ...JSON.parse(module.build()), threads: module.mostThreads() };
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
      return new Session(handle);
    } catch (error) {
      handle.delete();
      throw error;
    }
  }

  /** Bytes of the module's heap in use: what sessions hold, and a little of its own. */
  get allocatedBytes() {
    return this.#module.allocatedBytes();
  }

  /** Threads that training is spread over; results do not depend on it. */
  get threads() {
    return this.#module.threads();
  }
  set threads(count) {
    this.#module.setThreads(count);
  }
}
