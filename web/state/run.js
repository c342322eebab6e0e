// One run as the page keeps it: the experiment it records, its columns, and what has been said of it;
// and its record, from which it can be made again. Knows nothing of how it is trained, drawn or stored.

import { signal } from '@preact/signals';
import { Columns, lastRowUpTo } from './columns.js';
import { Smoother, halfLifeFor } from './smoothing.js';

const STEP_KEYS = /** @type {const} */ ([
  'step',
  'epoch',
  'rate',
  'loss',
  'accuracy',
  'gradient_norm',
  'smoothLoss',
  'smoothAccuracy',
]);

const EPOCH_KEYS = /** @type {const} */ ([
  'epoch',
  'step',
  'rate',
  'train_loss',
  'train_accuracy',
  'validation_loss',
  'validation_accuracy',
  'validation_top_k_accuracy',
  'weight_norm',
]);

/** Made from the others as these come, so no part of a record. @type {readonly string[]} */
const DERIVED = ['smoothLoss', 'smoothAccuracy'];

/** A change of the schedule, in force from `step` on. @typedef {{step: number, schedule: any}} Edit */

/**
 * All that is known of a run, as plain values; columns by their names.
 *
 * @typedef {object} RunRecord
 * @property {string} id
 * @property {number} number
 * @property {number} began milliseconds since 1970
 * @property {string} name empty: none was given
 * @property {boolean} pinned
 * @property {boolean} visible
 * @property {import('../protocol/types.js').Experiment} experiment filled in
 * @property {import('../protocol/types.js').Status} status
 * @property {import('../protocol/types.js').Divergence | null} divergence
 * @property {Edit[]} edits
 * @property {Record<string, ArrayLike<number>>} steps
 * @property {Record<string, ArrayLike<number>>} epochs
 */

export class Run {
  steps = new Columns(STEP_KEYS);
  epochs = new Columns(EPOCH_KEYS, 64);
  /** @type {Edit[]} */
  edits = [];
  /** Counts up with everything that is new: what draws the run watches it. */
  version = signal(0);
  /** Why it stands still; none while it is well. @type {import('../protocol/types.js').Divergence | null} */
  divergence = null;
  /** Whether its curves are on the chart. */
  visible = signal(true);
  /** Pinned runs stand first, and stay when the others are cleared. */
  pinned = signal(false);
  /** As the reader calls it; empty: by its schedule. */
  name = signal('');

  /** @type {Smoother} */
  #loss;
  /** @type {Smoother} */
  #accuracy;
  /** The rows that it has come again, with the next that are new. */
  #again = false;

  /**
   * @param {object} options
   * @param {number} options.number counted from 1 in this session
   * @param {import('../protocol/types.js').Experiment} options.experiment filled in
   * @param {import('../protocol/types.js').Status} options.status
   * @param {string} [options.id] the same in every session that knows the run
   * @param {number} [options.began] milliseconds since 1970
   */
  constructor({ number, experiment, status, began = Date.now(), id = newId(began) }) {
    this.id = id;
    this.number = number;
    this.began = began;
    this.experiment = experiment;
    this.status = status;
    this.schedule = experiment.schedule;
    const halfLife = halfLifeFor(status.stepsPerEpoch);
    this.#loss = new Smoother(halfLife);
    this.#accuracy = new Smoother(halfLife);
  }

  /** @param {RunRecord} record */
  static fromRecord({ steps, epochs, ...known }) {
    const run = new Run(known);
    run.append({
      steps: filled(run.steps, steps),
      epochs: filled(run.epochs, epochs),
      status: known.status,
    });
    run.edits = known.edits;
    run.schedule = known.edits.at(-1)?.schedule ?? known.experiment.schedule;
    run.divergence = known.divergence;
    run.name.value = known.name;
    run.pinned.value = known.pinned;
    run.visible.value = known.visible;
    return run;
  }

  /** @returns {RunRecord} that shares no column with the run, which may go on */
  toRecord() {
    return {
      id: this.id,
      number: this.number,
      began: this.began,
      name: this.name.peek(),
      pinned: this.pinned.peek(),
      visible: this.visible.peek(),
      experiment: this.experiment,
      status: this.status,
      divergence: this.divergence,
      edits: this.edits,
      steps: recorded(this.steps),
      epochs: recorded(this.epochs),
    };
  }

  /** @param {Pick<import('../protocol/service.js').MetricsEvent, 'steps' | 'epochs' | 'status'>} news */
  append({ steps, epochs, status }) {
    if (this.#again) this.#forgetRows(0);
    this.#again = false;
    this.steps.append({
      ...steps,
      smoothLoss: this.#loss.append(steps.loss),
      smoothAccuracy: this.#accuracy.append(steps.accuracy),
    });
    this.epochs.append(epochs);
    this.status = status;
    this.version.value++;
  }

  /**
   * The past keeps the rates it had; from `step` on the new plan holds. Edits of one step are one.
   *
   * @param {number} step
   * @param {any} schedule
   */
  setSchedule(step, schedule) {
    this.edits = [...this.edits.filter((edit) => edit.step !== step), { step, schedule }];
    this.schedule = schedule;
    this.version.value++;
  }

  /**
   * It goes on from an earlier step: what came after is gone.
   *
   * @param {number} step
   */
  cut(step) {
    this.divergence = null;
    this.#forgetRows(step);
    this.edits = this.edits.map((edit) => ({ ...edit, step: Math.min(edit.step, step) }));
    this.status = { ...this.status, step, diverged: false };
    this.version.value++;
  }

  /**
   * It goes on from a checkpoint, whose rows come again with the first that are new.
   *
   * @param {{status: import('../protocol/types.js').Status, edits: Edit[]}} checkpoint
   */
  goOn({ status, edits }) {
    this.status = status;
    this.edits = edits;
    this.schedule = edits.at(-1)?.schedule ?? this.experiment.schedule;
    this.divergence = null;
    this.#again = true;
    this.version.value++;
  }

  /** @param {number} step the first that is forgotten */
  #forgetRows(step) {
    this.steps.cut(step);
    this.epochs.cut(Math.floor(step / this.status.stepsPerEpoch));
    const halfLife = halfLifeFor(this.status.stepsPerEpoch);
    this.#loss = new Smoother(halfLife);
    this.#accuracy = new Smoother(halfLife);
    this.#loss.append(this.steps.column('loss'));
    this.#accuracy.append(this.steps.column('accuracy'));
  }

  /** The rate of the last step. */
  get rateNow() {
    return this.steps.at('rate', -1);
  }

  get lastHeldOut() {
    return this.epochs.at('validation_accuracy', -1);
  }

  get bestHeldOut() {
    const column = this.epochs.column('validation_accuracy');
    return column.length > 0 ? column.reduce((best, value) => Math.max(best, value)) : undefined;
  }

  /**
   * What was measured at a step: its own row, and the last epoch that had ended after it was done.
   *
   * @param {number} step
   */
  at(step) {
    const row = Math.max(0, lastRowUpTo(this.steps.column('step'), step));
    const done = (this.steps.at('step', row) ?? 0) + 1;
    const epoch = lastRowUpTo(this.epochs.column('step'), done);
    return {
      step: this.steps.at('step', row),
      epoch: this.steps.at('epoch', row),
      rate: this.steps.at('rate', row),
      loss: this.steps.at('smoothLoss', row),
      accuracy: this.steps.at('smoothAccuracy', row),
      batchLoss: this.steps.at('loss', row),
      batchAccuracy: this.steps.at('accuracy', row),
      heldOutLoss: epoch < 0 ? undefined : this.epochs.at('validation_loss', epoch),
      heldOutAccuracy: epoch < 0 ? undefined : this.epochs.at('validation_accuracy', epoch),
    };
  }
}

/** @param {number} began */
function newId(began) {
  return `${began.toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/**
 * @param {Columns<string>} columns
 * @returns {Record<string, Float64Array>}
 */
function recorded(columns) {
  const kept = columns.keys.filter((key) => !DERIVED.includes(key));
  return Object.fromEntries(kept.map((key) => [key, columns.column(key).slice()]));
}

/**
 * @template {string} Key
 * @param {Columns<Key>} columns
 * @param {Record<string, ArrayLike<number | null>>} record of JSON, nulls are what is no number; a column
 *   that came into use after it was written is unknown throughout
 * @returns {Record<Key, Float64Array>}
 */
function filled({ keys }, record) {
  const { length } = record.step;
  const column = (/** @type {string} */ key) =>
    key in record
      ? Float64Array.from(record[key], (value) => value ?? Number.NaN)
      : new Float64Array(length).fill(Number.NaN);
  return /** @type {Record<Key, Float64Array>} */ (
    Object.fromEntries(keys.map((key) => [key, column(key)]))
  );
}
