// A run of an experiment. Wraps a session of the core, whose memory is freed by dispose().

import { AnnealError, checked } from '../error.js';
import { histogramNews, recordHistograms } from './histograms.js';
import { Inspection } from './inspection.js';
import { RangeTest } from './range_test.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */
/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */
/** @typedef {import('../../web/generated/simd/anneal.js').RunStatus} RunStatus */

/**
 * A table of the history, or its new rows: one Float64Array per column, all of the same length. Steps have
 * step, epoch, rate, loss, accuracy and gradient_norm; epochs have epoch, step, rate, train_loss,
 * train_accuracy, validation_loss, validation_accuracy, validation_top_k_accuracy and weight_norm.
 *
 * @typedef {Record<string, Float64Array>} Columns
 */

/**
 * The result of one slice of training.
 *
 * @typedef {object} Slice
 * @property {Columns} steps new rows
 * @property {Columns} epochs new rows
 * @property {RunStatus} status after the slice
 */

/**
 * The record of a run as plain JSON. The same experiment in the same build gives the same history on every
 * machine. NaN and infinity are null.
 *
 * @typedef {object} History
 * @property {any} experiment with defaults filled in, as it was at the start
 * @property {{name: string, version: string, features: string[]}} build
 * @property {Record<string, (number | null)[]>} steps
 * @property {Record<string, (number | null)[]>} epochs
 * @property {LayerHistory[]} layers
 * @property {[label: number, prediction: number, images: number][][]} confusion non-zero entries of the
 *   confusion matrix of the held-out images after each epoch
 * @property {({step: number} & ({type: 'schedule', schedule: any} | Divergence))[]} events
 */

/**
 * Statistics of a layer at the end of each epoch. null: not defined for this kind of layer, or not measured.
 *
 * @typedef {object} LayerHistory
 * @property {string} layer "layers.0", the prefix of the names of its weights
 * @property {string} type
 * @property {(number | null)[]} weight_norm
 * @property {(number | null)[]} gradient_norm of the epoch's last step
 * @property {(number | null)[]} update_ratio norm of the epoch's last update / norm of the weights
 * @property {(number | null)[]} dead_units fraction of a relu's channels that are 0 for all held-out images
 */

/**
 * Why a run diverged.
 *
 * @typedef {object} Divergence
 * @property {'diverged'} type
 * @property {number} step at which divergence was detected
 * @property {'loss_not_finite' | 'loss_above_limit' | 'gradient_not_finite'} reason
 * @property {number} rate learning rate of that step
 * @property {number | null} loss null if not finite
 * @property {number} restored the step whose weights and optimizer state were restored
 * @property {string} message cause and advice, in English
 */

/**
 * Evaluation of the held-out images after an epoch.
 *
 * @typedef {object} Evaluation
 * @property {number} epoch
 * @property {string[]} classes
 * @property {number[][]} confusion [classes, classes] number of images; rows are labels, columns predictions
 * @property {(number | null)[]} precision [classes] null if the class was never predicted
 * @property {(number | null)[]} recall [classes] null if no image has this label
 */

/** Resolves after pending events and due timers have run. Node's setTimeout would wait 1 ms. */
function nextTask() {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** In the core: no limit. */
const UNLIMITED = -1;

/** Methods throw an AnnealError of kind `state` after dispose(), or if the run is not in the required state. */
export class Session {
  /** @type {Handle | null} */
  #handle;
  /** @type {any} */
  #experiment;

  /**
   * Created by Anneal.createSession() and Anneal.resumeSession().
   *
   * @param {Module} module
   * @param {Handle} handle of a session that has begun
   */
  constructor(module, handle) {
    this.#handle = handle;
    /** Filters, feature maps and predictions. */
    this.inspection = new Inspection(module, () => this.#open);
    this.#experiment = JSON.parse(checked(handle.experiment()).value);
  }

  /** @returns {Handle} */
  get #open() {
    if (this.#handle) return this.#handle;
    throw new AnnealError('state', 'this session has been disposed of');
  }

  /** The document with every default filled in. */
  get experiment() {
    return this.#experiment;
  }

  /** Progress of the run. @returns {RunStatus} */
  get status() {
    return this.#open.status();
  }

  /**
   * Trains until `steps` updates are done, `milliseconds` have passed, the run has finished or it has diverged
   * (see `divergence`), whichever comes first. At the end of an epoch the held-out images are evaluated batch by
   * batch. A limit in milliseconds may interrupt the evaluation (`status.evaluating`), a limit in steps does not.
   * The limits do not change the history.
   *
   * @param {{steps?: number, milliseconds?: number}} [limits] steps >= 1, milliseconds >= 0; default: no limit
   * @returns {Slice} the new rows
   */
  run({ steps, milliseconds } = {}) {
    if (steps !== undefined && !(Number.isInteger(steps) && steps >= 1)) {
      throw new AnnealError('state', `steps: expected a positive integer, got ${steps}`);
    }
    if (milliseconds !== undefined && !(milliseconds >= 0)) {
      throw new AnnealError('state', `milliseconds: expected at least 0, got ${milliseconds}`);
    }
    const result = this.#open.run(steps ?? UNLIMITED, milliseconds ?? UNLIMITED);
    const { run, ...rows } = checked(result).value;
    return { ...rows, status: run };
  }

  /**
   * Trains until the run has finished or diverged, in slices of about `milliseconds`. Yields to the event loop
   * between slices. Leaving the loop stops training after the slice.
   *
   * @param {{milliseconds?: number}} [limits]
   * @returns {AsyncGenerator<Slice, void>} the new rows of each slice
   */
  async *train({ milliseconds = 50 } = {}) {
    while (!this.status.finished && !this.status.diverged) {
      yield this.run({ milliseconds });
      await nextTask();
    }
  }

  /**
   * Replaces the schedule for the remaining steps. The history records the change. Throws an AnnealError of kind
   * `experiment` if the schedule is invalid.
   *
   * @param {unknown} schedule the "schedule" section of a document
   */
  setSchedule(schedule) {
    checked({ status: this.#open.setSchedule(toJson(schedule)) });
  }

  /**
   * State of a reduce-on-plateau schedule: the current rate, the best value of its metric, the number of
   * consecutive values without improvement, and the remaining cooldown.
   *
   * @returns {{rate: number, best: number | null, bad: number, cooldown_left: number} | null} null
   *   for other schedules
   */
  get plateau() {
    return JSON.parse(checked(this.#open.plateau()).value);
  }

  /**
   * Why the run diverged; null if it did not.
   *
   * @returns {Divergence | null}
   */
  get divergence() {
    return JSON.parse(checked(this.#open.divergence()).value);
  }

  /**
   * After divergence, continues from the restored step and removes later rows. Set a schedule with lower rates
   * first.
   */
  recover() {
    checked({ status: this.#open.recover() });
  }

  /**
   * Begins a learning-rate range test from the current weights. The session cannot train until the test is
   * disposed of, which restores the state bit for bit.
   *
   * @param {unknown} [settings] `{low, high, steps, smoothing, stop_factor}`
   */
  rangeTest(settings = {}) {
    return new RangeTest(this.#open, settings);
  }

  /**
   * Confusion matrix, precision and recall of the held-out images.
   *
   * @param {number} [epoch] counted from 0; default: the last evaluated epoch
   * @returns {Evaluation | null} null before the first evaluation, and for more than 1,024 classes
   */
  evaluation(epoch) {
    const { step, stepsPerEpoch, evaluating } = this.status;
    const last = Math.max(0, Math.floor(step / stepsPerEpoch) - (evaluating ? 2 : 1));
    return JSON.parse(checked(this.#open.evaluation(epoch ?? last)).value);
  }

  /**
   * Records histograms of weights, gradients and updates from now on, without effect on the training. A coarse
   * record takes almost no time. A second call without `coarse` continues it with more moments.
   *
   * @param {{coarse?: boolean}} [detail]
   * @returns {import('./histograms.js').HistogramLayout}
   */
  recordHistograms(detail) {
    return recordHistograms(this.#open, detail);
  }

  /**
   * Recorded histograms of a quantity.
   *
   * @param {import('./histograms.js').Quantity} quantity
   * @param {number} [last] the highest serial number already received; default: return all moments
   * @returns {import('./histograms.js').HistogramNews}
   */
  histograms(quantity, last = -1) {
    return histogramNews(this.#open, quantity, last);
  }

  /**
   * The complete state of the run, for Anneal.resumeSession().
   *
   * @returns {Uint8Array}
   */
  checkpoint() {
    return checked(this.#open.checkpoint()).value;
  }

  /** @returns {History} */
  history() {
    return JSON.parse(checked(this.#open.history()).value);
  }

  /** The current weights as safetensors. @returns {Uint8Array} */
  weights() {
    return checked(this.#open.weights()).value;
  }

  /** Frees the memory. May be called again. Every other method then throws. */
  dispose() {
    this.#handle?.delete();
    this.#handle = null;
  }
}

/**
 * Converts a document to JSON. A string is taken as JSON already.
 *
 * @param {unknown} document
 * @returns {string}
 */
export function toJson(document) {
  if (typeof document === 'string') return document;
  return JSON.stringify(document) ?? 'null';
}
