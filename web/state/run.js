// One run as the page keeps it: the experiment it records, its columns, and what has been said of it.
// Knows nothing of how it is trained or drawn.

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

/** A change of the schedule, in force from `step` on. @typedef {{step: number, schedule: any}} Edit */

export class Run {
  steps = new Columns(STEP_KEYS);
  epochs = new Columns(EPOCH_KEYS, 64);
  /** @type {Edit[]} */
  edits = [];
  /** Counts up with everything that is new: what draws the run watches it. */
  version = signal(0);
  /** Why it stands still; none while it is well. @type {import('../protocol/types.js').Divergence | null} */
  divergence = null;
  visible = signal(true);

  /** @type {Smoother} */
  #loss;
  /** @type {Smoother} */
  #accuracy;

  /**
   * @param {object} options
   * @param {number} options.number counted from 1 in this session
   * @param {import('../protocol/types.js').Experiment} options.experiment filled in
   * @param {import('../protocol/types.js').Status} options.status
   */
  constructor({ number, experiment, status }) {
    this.number = number;
    this.experiment = experiment;
    this.status = status;
    this.schedule = experiment.schedule;
    const halfLife = halfLifeFor(status.stepsPerEpoch);
    this.#loss = new Smoother(halfLife);
    this.#accuracy = new Smoother(halfLife);
  }

  /** @param {import('../protocol/service.js').MetricsEvent} event */
  append({ steps, epochs, status }) {
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
    this.steps.cut(step);
    this.epochs.cut(Math.floor(step / this.status.stepsPerEpoch));
    const halfLife = halfLifeFor(this.status.stepsPerEpoch);
    this.#loss = new Smoother(halfLife);
    this.#accuracy = new Smoother(halfLife);
    this.#loss.append(this.steps.column('loss'));
    this.#accuracy.append(this.steps.column('accuracy'));
    this.edits = this.edits.map((edit) => ({ ...edit, step: Math.min(edit.step, step) }));
    this.status = { ...this.status, step, diverged: false };
    this.version.value++;
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
