// A loaded core: checks experiment documents and creates sessions and previews.

import { checkReadable, coreFiles } from '../formats/data_files.js';
import { checked } from '../error.js';
import { Preview } from './preview.js';
import { Session, toJson } from './session.js';
import { convolve2d, pool2d } from './textbook.js';

/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */
/** @typedef {import('../../web/generated/simd/anneal.js').LayerInfo} LayerInfo */

/**
 * @typedef {object} BuildInfo
 * @property {string} name
 * @property {string} version
 * @property {string[]} features WebAssembly features that the build requires
 * @property {number} threads maximum number of threads
 */

/**
 * Documents are objects or JSON texts. Every method that takes one throws an AnnealError if the core refuses
 * it: of kind `experiment`, with the path of the setting.
 */
export class Anneal {
  #module;
  #decodeImage;
  #cache;

  /**
   * @param {Module} module
   * @param {object} options
   * @param {number} options.threads maximum
   * @param {number} options.memory maximum, in bytes
   * @param {import('../formats/image_folder.js').DecodeImage} [options.decodeImage]
   * @param {import('../formats/file_cache.js').FileCache} [options.cache]
   */
  constructor(module, { threads, memory, decodeImage, cache }) {
    this.#module = module;
    this.#decodeImage = decodeImage;
    this.#cache = cache;
    /** @type {BuildInfo} the loaded build */
    this.build = { ...JSON.parse(module.build()), threads };
    /** Maximum size of the module's memory, in bytes. */
    this.memory = memory;
  }

  /**
   * Memory that a run of the document requires, without its files.
   *
   * @param {unknown} document
   * @returns {number} bytes
   */
  requiredBytes(document) {
    return checked(this.#module.requiredBytes(toJson(document))).value;
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
   * Combines completeExperiment(), describeNetwork() and requiredBytes(), and checkFit() if `form` is given.
   * Parses the document once.
   *
   * @param {unknown} document
   * @param {{input: number[], classes: number}} [form] image shape [H, W, C] and number of classes
   * @returns {{experiment: any, layers: LayerInfo[], requiredBytes: number}}
   */
  checkExperiment(document, form) {
    const { value } = checked(
      this.#module.checkExperiment(
        toJson(document),
        form ? toJson(form.input) : '',
        form?.classes ?? 0,
      ),
    );
    return { ...value, experiment: JSON.parse(value.experiment) };
  }

  /** @returns {import('./schema.js').Schema} all kinds and keys of an experiment document */
  schema() {
    return JSON.parse(this.#module.schema());
  }

  /**
   * Input and output shapes, parameters and cost of each layer of the document's network.
   *
   * @param {unknown} document
   * @returns {LayerInfo[]}
   */
  describeNetwork(document) {
    return checked(this.#module.describeNetwork(toJson(document))).value;
  }

  /**
   * Throws an AnnealError if the document's network does not accept images of that shape or has fewer outputs
   * than there are classes.
   *
   * @param {unknown} document
   * @param {{input: number[], classes: number}} form image shape [H, W, C] and number of classes
   */
  checkFit(document, { input, classes }) {
    checked({ status: this.#module.checkFit(toJson(document), toJson(input), classes) });
  }

  /**
   * Measures how fast this build trains the document's network on this machine, with images of noise.
   *
   * @param {unknown} document
   * @param {{milliseconds?: number}} [limits] approximate duration of the measurement
   * @returns {import('../../web/generated/simd/anneal.js').Speed}
   */
  measureSpeed(document, { milliseconds = 1000 } = {}) {
    return checked(this.#module.measureSpeed(toJson(document), milliseconds)).value;
  }

  /**
   * The names of the files that the document needs. Throws an AnnealError if they are pictures and no
   * `decodeImage` was given to loadAnneal().
   *
   * @param {unknown} document
   * @returns {string[]} empty if the core generates the data
   */
  fileNames(document) {
    checkReadable(this.completeExperiment(document).data, this.#decodeImage);
    return checked(this.#module.fileNames(toJson(document))).value;
  }

  /**
   * The learning rate of every step of a run, without training.
   *
   * @param {unknown} schedule the "schedule" section of a document
   * @param {{steps: number, stepsPerEpoch: number}} length of the run
   * @returns {Float64Array} [steps]
   */
  rates(schedule, { steps, stepsPerEpoch }) {
    return checked(this.#module.rates(toJson(schedule), steps, stepsPerEpoch)).value;
  }

  /**
   * Two-dimensional convolution of a single channel, with the products that each output is the sum of.
   *
   * @param {object} settings
   * @param {number[][]} settings.input [H, W], at most [64, 64]
   * @param {number[][]} settings.kernel [KH, KW], at most [11, 11]
   * @param {'convolution' | 'cross_correlation'} [settings.convention]
   * @param {'valid' | 'same' | 'full'} [settings.padding]
   * @param {number} [settings.stride]
   */
  convolve2d(settings) {
    return convolve2d(this.#module, settings);
  }

  /**
   * Two-dimensional pooling of a single channel, with the values in each window.
   *
   * @param {object} settings
   * @param {number[][]} settings.input [H, W], at most [64, 64]
   * @param {'max' | 'average'} [settings.kind]
   * @param {number | [rows: number, columns: number]} [settings.size] of the window
   * @param {number} [settings.stride] default: the larger side of the window
   */
  pool2d(settings) {
    return pool2d(this.#module, settings);
  }

  /**
   * Creates a run of the experiment, ready to train. The caller disposes of it.
   *
   * Rejects with an AnnealError: of kind `file` or `data` if a file is missing or invalid, `memory` if there
   * is too little memory, `cancelled` if reading was stopped.
   *
   * @param {unknown} document
   * @param {object} [given]
   * @param {import('../formats/files.js').Files} [given.files] by the names in the document; .gz, .npz and .zip are unpacked
   * @param {Uint8Array} [given.weights] initial weights as safetensors; default: drawn from the seed
   * @param {import('../formats/reading.js').Reading} [given.reading] reports progress and can stop reading
   * @returns {Promise<Session>}
   */
  async createSession(document, { files = {}, weights, reading } = {}) {
    const text = toJson(document);
    const handle = new this.#module.Session();
    return this.#fill(handle, text, { files, reading }, () => {
      checked({ status: handle.begin(text) });
      if (weights) checked({ status: handle.setWeights(weights) });
      return new Session(this.#module, handle);
    });
  }

  /**
   * Creates a preview of the experiment's images, without a run. The caller disposes of it. Rejects as
   * createSession() does.
   *
   * @param {unknown} document
   * @param {{files?: import('../formats/files.js').Files, reading?: import('../formats/reading.js').Reading}} [given]
   */
  async createPreview(document, { files = {}, reading } = {}) {
    const text = toJson(document);
    const handle = new this.#module.Preview();
    return this.#fill(handle, text, { files, reading }, () => {
      checked({ status: handle.begin(text) });
      return new Preview(handle);
    });
  }

  /**
   * Restores the run of a checkpoint, bit-identical. The caller disposes of it. Rejects as createSession() does.
   *
   * @param {Uint8Array} checkpoint from Session.checkpoint()
   * @param {{files?: import('../formats/files.js').Files}} [given] the files that its experiment names
   * @returns {Promise<Session>} its first run() also returns the rows of the checkpoint
   */
  async resumeSession(checkpoint, { files = {} } = {}) {
    const text = toJson(this.checkpointExperiment(checkpoint));
    const handle = new this.#module.Session();
    return this.#fill(handle, text, { files }, () => {
      checked({ status: handle.resume(checkpoint) });
      return new Session(this.#module, handle);
    });
  }

  /**
   * The experiment of a checkpoint, with defaults filled in, as it was at the start of the run.
   *
   * @param {Uint8Array} checkpoint
   * @returns {any}
   */
  checkpointExperiment(checkpoint) {
    return JSON.parse(checked(this.#module.checkpointExperiment(checkpoint)).value);
  }

  /**
   * Adds the document's files to a session or preview and begins it. Deletes the handle on failure.
   *
   * @template T
   * @param {Pick<import('../../web/generated/simd/anneal.js').Session, 'addFile' | 'delete'>} handle
   * @param {string} document
   * @param {{files: import('../formats/files.js').Files, reading?: import('../formats/reading.js').Reading}} given
   * @param {() => T} begin
   * @returns {Promise<T>}
   */
  async #fill(handle, document, { files, reading }, begin) {
    try {
      const names = this.fileNames(document);
      const { data } = this.completeExperiment(document);
      const how = { ...reading, decodeImage: this.#decodeImage, cache: this.#cache };
      for await (const [name, bytes] of coreFiles(data, names, files, how)) {
        checked({ status: handle.addFile(name, bytes) });
      }
      return begin();
    } catch (error) {
      handle.delete();
      throw error;
    }
  }

  /** Bytes of the module's heap in use, by sessions and by the module itself. */
  get allocatedBytes() {
    return this.#module.allocatedBytes();
  }

  /** Ends the threads of the build, if it has any. The object cannot be used afterwards. */
  dispose() {
    /** @type {any} */ (this.#module).PThread?.terminateAllThreads();
  }

  /** Number of threads that train, at most `build.threads`. Results do not depend on it. */
  get threads() {
    return this.#module.threads();
  }
  set threads(count) {
    this.#module.setThreads(Math.min(count, this.build.threads));
  }
}
