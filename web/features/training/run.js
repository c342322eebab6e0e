// A run: its experiment, metrics and properties, and its record, from which it can be restored. Independent
// of training, drawing and storage.

import { signal } from '@preact/signals';
import { Columns, lastRowUpTo } from './columns.js';
import { JumpFinder } from './rate_jumps.js';
import { EPOCH_KEYS, SMOOTHED, STEP_KEYS, filled, recorded } from './run_columns.js';
import { Smoother, defaultWeight } from './smoothing.js';

/** A change of the schedule, in force from `step` on. @typedef {{step: number, schedule: any}} Edit */

/**
 * The state of a run as plain values, with columns by name.
 *
 * @typedef {object} RunRecord
 * @property {string} id
 * @property {number} number
 * @property {number} began milliseconds since 1970
 * @property {string} name empty: the run is named after its schedule
 * @property {boolean} pinned
 * @property {boolean} visible
 * @property {import('../../protocol/types.js').Experiment} experiment with all defaults
 * @property {import('../../protocol/types.js').Status} status
 * @property {import('../../protocol/types.js').Divergence | null} divergence
 * @property {Edit[]} edits
 * @property {Record<string, ArrayLike<number>>} steps
 * @property {Record<string, ArrayLike<number>>} epochs
 */

export class Run {
  steps = new Columns(STEP_KEYS);
  epochs = new Columns(EPOCH_KEYS, 64);
  /** @type {Edit[]} */
  edits = [];
  /** Incremented with every change, so that views redraw. */
  version = signal(0);
  /** Why the run diverged; null if it did not. @type {import('../../protocol/types.js').Divergence | null} */
  divergence = null;
  /** Whether its curves are on the chart. */
  visible = signal(true);
  /** Pinned runs are listed first and are not cleared. */
  pinned = signal(false);
  /** Name given by the user; empty: the run is named after its schedule. */
  name = signal('');

  /** Rows up to this count were already recorded before the run resumed; they arrive again. */
  #replayedRows = 0;
  #jumps = new JumpFinder();
  /** @type {number} */
  #weight;
  /** @type {Map<string, Smoother>} */
  #smoothers = new Map();

  /**
   * @param {object} options
   * @param {number} options.number counted from 1 in this session
   * @param {import('../../protocol/types.js').Experiment} options.experiment with all defaults
   * @param {import('../../protocol/types.js').Status} options.status
   * @param {string} [options.id] unique, also across sessions
   * @param {number} [options.began] milliseconds since 1970
   */
  constructor({ number, experiment, status, began = Date.now(), id = newId(began) }) {
    this.id = id;
    this.number = number;
    this.began = began;
    this.experiment = experiment;
    this.status = status;
    this.schedule = experiment.schedule;
    this.#weight = defaultWeight(status.stepsPerEpoch);
  }

  /** @param {RunRecord} record */
  static fromRecord({ steps, epochs, ...known }) {
    const run = new Run(known);
    run.#appendRows(filled(run.steps, steps), filled(run.epochs, epochs));
    run.edits = known.edits;
    run.schedule = known.edits.at(-1)?.schedule ?? known.experiment.schedule;
    run.divergence = known.divergence;
    run.name.value = known.name;
    run.pinned.value = known.pinned;
    run.visible.value = known.visible;
    return run;
  }

  /** @returns {RunRecord} with copies of the columns */
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

  /** @param {Pick<import('../../protocol/service.js').MetricsEvent, 'steps' | 'epochs' | 'status'>} news */
  append({ steps: { milliseconds, ...steps }, epochs, status }) {
    const seconds = this.#secondsOf(milliseconds);
    const before = this.steps.length;
    const secondsAt = (/** @type {number} */ done) =>
      seconds[done - 1 - before] ?? this.steps.at('seconds', done - 1) ?? this.seconds;
    this.#appendRows({ ...steps, seconds }, { ...epochs, seconds: epochs.step.map(secondsAt) });
    this.status = status;
    this.version.value++;
  }

  /**
   * The time at which each of the next rows was completed. Repeated rows keep their time.
   *
   * @param {Float64Array} milliseconds duration of each
   */
  #secondsOf(milliseconds) {
    const known = this.steps.column('seconds').slice(0, this.#replayedRows);
    if (this.#replayedRows > 0) this.#forgetRows(0);
    this.#replayedRows = 0;
    let now = this.seconds;
    return milliseconds.map((more, row) => (now = known[row] ?? now + more / 1000));
  }

  /**
   * @param {Record<string, Float64Array>} steps all columns except the smoothed ones
   * @param {Record<string, Float64Array>} epochs
   */
  #appendRows(steps, epochs) {
    this.steps.append(/** @type {any} */ ({ ...steps, ...this.#smoothed(steps) }));
    this.epochs.append(/** @type {any} */ (epochs));
  }

  /**
   * Records a change of the schedule from `step` on. Several changes at one step count as one.
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
   * Returns to an earlier step: later rows are removed.
   *
   * @param {number} step
   */
  truncate(step) {
    this.divergence = null;
    this.#forgetRows(step);
    this.edits = this.edits.map((edit) => ({ ...edit, step: Math.min(edit.step, step) }));
    this.status = { ...this.status, step, diverged: false };
    this.version.value++;
  }

  /**
   * Resumes from a checkpoint, whose rows arrive again with the first new ones.
   *
   * @param {{status: import('../../protocol/types.js').Status, edits: Edit[]}} checkpoint
   */
  resume({ status, edits }) {
    this.status = status;
    this.edits = edits;
    this.schedule = edits.at(-1)?.schedule ?? this.experiment.schedule;
    this.divergence = null;
    this.#replayedRows = status.step;
    this.version.value++;
  }

  /** @param {number} step the first to remove */
  #forgetRows(step) {
    this.steps.truncate(step);
    this.epochs.truncate(Math.floor(step / this.status.stepsPerEpoch));
    this.#recomputeSmoothed();
  }

  /**
   * Smooths again from the first step with another weight; null: the default for the length of its epochs.
   *
   * @param {number | null} weight
   */
  smooth(weight) {
    const wanted = weight ?? defaultWeight(this.status.stepsPerEpoch);
    if (wanted === this.#weight) return;
    this.#weight = wanted;
    this.#recomputeSmoothed();
    this.version.value = this.version.peek() + 1;
  }

  get smoothing() {
    return this.#weight;
  }

  #recomputeSmoothed() {
    this.#smoothers.clear();
    const columns = Object.values(SMOOTHED).map((key) => [key, this.steps.column(key)]);
    this.steps.rewrite(this.#smoothed(Object.fromEntries(columns)));
  }

  /** @param {Record<string, any>} next values of the columns to smooth */
  #smoothed(next) {
    const smooth = (/** @type {string} */ key, /** @type {string} */ from) => {
      const smoother = this.#smoothers.get(key) ?? new Smoother(this.#weight);
      this.#smoothers.set(key, smoother);
      return smoother.append(next[from]);
    };
    return Object.fromEntries(
      Object.entries(SMOOTHED).map(([key, from]) => [key, smooth(key, from)]),
    );
  }

  /** Training time so far: time that the worker spent on training and evaluation, without pauses. */
  get seconds() {
    return this.steps.at('seconds', -1) || 0;
  }

  /** The steps at which the rate jumped. */
  get jumps() {
    const { stepsPerEpoch } = this.status;
    return this.#jumps.update(this.steps.column('rate'), this.steps.revision, stepsPerEpoch);
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
   * The metrics at a step: its own row, and that of the last epoch that was complete after it.
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
      gradientNorm: this.steps.at('smoothGradientNorm', row),
      seconds: this.steps.at('seconds', row),
      batchLoss: this.steps.at('loss', row),
      batchAccuracy: this.steps.at('accuracy', row),
      heldOutLoss: epoch < 0 ? undefined : this.epochs.at('validation_loss', epoch),
      heldOutAccuracy: epoch < 0 ? undefined : this.epochs.at('validation_accuracy', epoch),
      weightNorm: epoch < 0 ? undefined : this.epochs.at('weight_norm', epoch),
    };
  }
}

/** @param {number} began */
function newId(began) {
  return `${began.toString(36)}-${Math.random().toString(36).slice(2)}`;
}
