// A run in JavaScript: one owner of one session of the core, until it is disposed of.

import { AnnealError, checked } from './error.js';

/** @typedef {import('../web/generated/simd/anneal.js').Session} Handle */
/** @typedef {import('../web/generated/simd/anneal.js').RunStatus} RunStatus */

/**
 * A history's table, or the new rows of one: a Float64Array a column, all equally long. Steps have
 * step, epoch, rate, loss and accuracy; epochs have epoch, step, rate, train_loss, train_accuracy,
 * validation_loss and validation_accuracy.
 *
 * @typedef {Record<string, Float64Array>} Columns
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
 * @property {{step: number, type: 'schedule', schedule: any}[]} events changes during the run
 */

/** No limit, to the core. */
const UNLIMITED = -1;

export class Session {
  /** @type {Handle | null} */
  #handle;
  /** @type {any} */
  #experiment;

  /** Made by Anneal.createSession. @param {Handle} handle of a session that has begun */
  constructor(handle) {
    this.#handle = handle;
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
   * Trains until `steps` updates are done, `milliseconds` have passed or the run is over, whichever
   * is first. At an epoch's end the held-out images are evaluated, batch by batch: steps wait for
   * that, milliseconds do not (`status.evaluating` tells), and it does not matter to the history.
   *
   * @param {{steps?: number, milliseconds?: number}} [limits]
   * @returns {{steps: Columns, epochs: Columns, status: RunStatus}} the rows that are new
   */
  run({ steps, milliseconds } = {}) {
    if (steps !== undefined && !(Number.isInteger(steps) && steps >= 1)) {
      throw new AnnealError('state', `steps: expected a positive integer, got ${steps}`);
    }
    if (milliseconds !== undefined && !(milliseconds >= 0)) {
      throw new AnnealError('state', `milliseconds: expected at least 0, got ${milliseconds}`);
    }
    const slice = checked(this.#open.run(steps ?? UNLIMITED, milliseconds ?? UNLIMITED));
    return { steps: slice.steps, epochs: slice.epochs, status: slice.run };
  }

  /**
   * The rates of the steps from now on. What is done keeps its rates; the history notes the change.
   *
   * @param {unknown} schedule
   */
  setSchedule(schedule) {
    checked({ status: this.#open.setSchedule(toJson(schedule)) });
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
