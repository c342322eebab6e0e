// A run in JavaScript: one owner of one session of the core, until it is disposed of.

import { AnnealError, checked } from '../error.js';
import { histogramNews, keepHistograms } from './histograms.js';
import { Inspection } from './inspection.js';
import { RangeTest } from './range_test.js';

/** @typedef {import('../../web/generated/simd/anneal.js').Session} Handle */
/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */
/** @typedef {import('../../web/generated/simd/anneal.js').RunStatus} RunStatus */

/**
 * A history's table, or the new rows of one: a Float64Array a column, all equally long. Steps have
 * step, epoch, rate, loss, accuracy and gradient_norm; epochs have epoch, step, rate, train_loss,
 * train_accuracy, validation_loss, validation_accuracy, validation_top_k_accuracy and weight_norm.
 *
 * @typedef {Record<string, Float64Array>} Columns
 */

/**
 * What one slice of training added.
 *
 * @typedef {object} Slice
 * @property {Columns} steps new rows
 * @property {Columns} epochs new rows
 * @property {RunStatus} status after the slice
 */

/**
 * The record of a run, plain JSON: the same experiment in the same build gives the same history on
 * every machine. A number that JSON cannot say (NaN, infinity) is null.
 *
 * @typedef {object} History
 * @property {any} experiment filled in, as it was at the start
 * @property {{name: string, version: string, features: string[]}} build
 * @property {Record<string, (number | null)[]>} steps
 * @property {Record<string, (number | null)[]>} epochs
 * @property {LayerHistory[]} layers
 * @property {[label: number, prediction: number, images: number][][]} confusion after each epoch:
 *   of the held-out images, what they were taken for
 * @property {({step: number} & ({type: 'schedule', schedule: any} | Divergence))[]} events
 */

/**
 * A layer at the end of each epoch. `null`: not of this kind of layer, or not measured.
 *
 * @typedef {object} LayerHistory
 * @property {string} layer "layers.0", as in the names of its weights
 * @property {string} type
 * @property {(number | null)[]} weight_norm
 * @property {(number | null)[]} gradient_norm of the epoch's last step
 * @property {(number | null)[]} update_ratio norm of the epoch's last update / norm of the weights
 * @property {(number | null)[]} dead_units share of a relu's channels that no held-out image wakes
 */

/**
 * The end of a run that ran away.
 *
 * @typedef {object} Divergence
 * @property {'diverged'} type
 * @property {number} step at which it was seen
 * @property {'loss_not_finite' | 'loss_above_limit' | 'gradient_not_finite'} reason
 * @property {number} rate that the step would have used
 * @property {number | null} loss
 * @property {number} restored the step whose weights and optimizer are back
 * @property {string} message what happened and what to try
 */

/**
 * What the held-out images were taken for after an epoch; rows are labels, columns predictions.
 *
 * @typedef {object} Evaluation
 * @property {number} epoch
 * @property {string[]} classes
 * @property {number[][]} confusion
 * @property {(number | null)[]} precision by class; null where nothing was taken for it
 * @property {(number | null)[]} recall by class; null where there are none of it
 */

/** Resolves when events and timers that are due have run. Node's setTimeout would wait 1 ms. */
function nextTask() {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** No limit, to the core. */
const UNLIMITED = -1;

export class Session {
  /** @type {Handle | null} */
  #handle;
  /** @type {any} */
  #experiment;

  /**
   * Made by Anneal.createSession.
   *
   * @param {Module} module
   * @param {Handle} handle of a session that has begun
   */
  constructor(module, handle) {
    this.#handle = handle;
    /** Looks into the run, which does not feel them. */
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

  /** Where the run stands. @returns {RunStatus} */
  get status() {
    return this.#open.status();
  }

  /**
   * Trains until `steps` updates are done, `milliseconds` have passed or the run is over or has
   * diverged (`status.diverged`; `divergence` says why), whichever is first. At an epoch's end the
   * held-out images are evaluated, batch by batch: steps wait for that, milliseconds do not
   * (`status.evaluating` tells), and it does not matter to the history.
   *
   * @param {{steps?: number, milliseconds?: number}} [limits]
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
   * Trains to the end, or until the run diverges, in slices of about `milliseconds`; between two slices
   * the event loop turns. Leaving the loop stops the run after the slice.
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
   * The rates of the steps from now on. What is done keeps its rates; the history notes the change.
   *
   * @param {unknown} schedule
   */
  setSchedule(schedule) {
    checked({ status: this.#open.setSchedule(toJson(schedule)) });
  }

  /**
   * What the schedule's plateau has counted: its rate, the best value of its metric, values in a
   * row that were no better, and those that its cooldown still passes over.
   *
   * @returns {{rate: number, best: number | null, bad: number, cooldown_left: number} | null} null
   *   for a schedule without one
   */
  get plateau() {
    return JSON.parse(checked(this.#open.plateau()).value);
  }

  /**
   * Why the run stands still at its last good step; null where it is well.
   *
   * @returns {Divergence | null}
   */
  get divergence() {
    return JSON.parse(checked(this.#open.divergence()).value);
  }

  /**
   * After a divergence: goes on from the last good step, with another schedule best. The rows
   * behind it are gone.
   */
  recover() {
    checked({ status: this.#open.recover() });
  }

  /**
   * Tries which learning rate the network can bear, from where the run stands. Until the test is
   * disposed of nothing else can be run; then everything is as it was, bit for bit.
   *
   * @param {unknown} [settings] `{low, high, steps, smoothing, stop_factor}`
   */
  rangeTest(settings = {}) {
    return new RangeTest(this.#open, settings);
  }

  /**
   * What each class of the held-out images was taken for.
   *
   * @param {number} [epoch] the last that is over, unless given
   * @returns {Evaluation | null} null before the first, and for more than 1,024 classes
   */
  evaluation(epoch) {
    const { step, stepsPerEpoch, evaluating } = this.status;
    const last = Math.max(0, Math.floor(step / stepsPerEpoch) - (evaluating ? 2 : 1));
    return JSON.parse(checked(this.#open.evaluation(epoch ?? last)).value);
  }

  /**
   * From now on the run keeps histograms of weights, gradients and updates, which has no effect on
   * it. A coarse record costs next to nothing; called again without `coarse`, it goes on as a fine
   * one.
   *
   * @param {{coarse?: boolean}} [detail]
   * @returns {import('./histograms.js').HistogramLayout}
   */
  keepHistograms(detail) {
    return keepHistograms(this.#open, detail);
  }

  /**
   * What is new in the record of histograms.
   *
   * @param {import('./histograms.js').Quantity} quantity
   * @param {number} [last] the highest serial number that is known; all moments unless given
   * @returns {import('./histograms.js').HistogramNews}
   */
  histograms(quantity, last = -1) {
    return histogramNews(this.#open, quantity, last);
  }

  /**
   * Everything that the next step depends on, for Anneal.resumeSession.
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

  /** The weights as they are now, as safetensors. @returns {Uint8Array} */
  weights() {
    return checked(this.#open.weights()).value;
  }

  /** Gives the memory back. May be called again; every other method throws from then on. */
  dispose() {
    this.#handle?.delete();
    this.#handle = null;
  }
}

/**
 * A document as the core reads it: an object, or a text that is JSON already.
 *
 * @param {unknown} document
 * @returns {string}
 */
export function toJson(document) {
  if (typeof document === 'string') return document;
  return JSON.stringify(document) ?? 'null';
}
