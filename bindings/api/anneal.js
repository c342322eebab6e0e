// A loaded core: questions about documents, and sessions and previews of them.

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
 * @property {string[]} features of WebAssembly, beyond the first version
 * @property {number} threads that this build can use
 */

export class Anneal {
  #module;
  #decodeImage;
  #cache;

  /**
   * @param {Module} module
   * @param {object} options
   * @param {number} options.threads at most
   * @param {number} options.memory bytes at most
   * @param {import('../formats/image_folder.js').DecodeImage} [options.decodeImage]
   * @param {import('../formats/file_cache.js').FileCache} [options.cache]
   */
  constructor(module, { threads, memory, decodeImage, cache }) {
    this.#module = module;
    this.#decodeImage = decodeImage;
    this.#cache = cache;
    /** @type {BuildInfo} what was loaded */
    this.build = { ...JSON.parse(module.build()), threads };
    /** Bytes that the module can have. */
    this.memory = memory;
  }

  /**
   * Bytes of memory that a run of the document requires, beside its files.
   *
   * @param {unknown} document
   * @returns {number}
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
   * The filled-in document, its layers, and the bytes that are enough for a run of it, in one call that
   * reads the document once. With the form of its images it throws as `checkFit` does.
   *
   * @param {unknown} document
   * @param {{input: number[], classes: number}} [form] [H, W, C]
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

  /** @returns {import('./schema.js').Schema} every kind and every key of an experiment document */
  schema() {
    return JSON.parse(this.#module.schema());
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
   * Throws where the document's network does not take images of that form, or has fewer outputs than
   * there are classes.
   *
   * @param {unknown} document
   * @param {{input: number[], classes: number}} form [H, W, C]
   */
  checkFit(document, { input, classes }) {
    checked({ status: this.#module.checkFit(toJson(document), toJson(input), classes) });
  }

  /**
   * How fast this build trains the document's network on this machine, on images of noise.
   *
   * @param {unknown} document
   * @param {{milliseconds?: number}} [limits] about how long it may take
   * @returns {import('../../web/generated/simd/anneal.js').Speed}
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
   * @param {import('../formats/files.js').Files} [given.files] by the names in the document; .gz, .npz and .zip are unpacked
   * @param {Uint8Array} [given.weights] to start from, as safetensors, instead of the seed's
   * @param {import('../formats/reading.js').Reading} [given.reading] to follow it and to stop it
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
   * The experiment's images to look at. Their owner disposes of them.
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
   * The run of a checkpoint, to the bit where it stood. Its owner disposes of it.
   *
   * @param {Uint8Array} checkpoint as Session.checkpoint gave it
   * @param {{files?: import('../formats/files.js').Files}} [given] the files that its experiment names
   * @returns {Promise<Session>} whose first run() reports the rows that were there, too
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
   * The experiment that a checkpoint is of, filled in, as it was at the start.
   *
   * @param {Uint8Array} checkpoint
   * @returns {any}
   */
  checkpointExperiment(checkpoint) {
    return JSON.parse(checked(this.#module.checkpointExperiment(checkpoint)).value);
  }

  /**
   * Hands the document's files to what will hold them; where that fails it is gone.
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
