// Trains in slices, so that messages are handled between them, and posts new rows at most once per frame.
// Depends on a session and a clock only.

/** @typedef {import('../protocol/types.js').Status} Status */

/**
 * The part of the API's session that the loop uses.
 *
 * @typedef {object} Trainable
 * @property {Status} status
 * @property {(limit: {steps?: number, milliseconds?: number}) => {
 *   steps: import('../protocol/types.js').StepColumns,
 *   epochs: import('../protocol/types.js').EpochColumns,
 *   status: Status,
 * }} run
 * @property {import('../protocol/types.js').Divergence | null} divergence
 * @property {() => void} recover
 * @property {import('../protocol/types.js').PlateauState | null} plateau
 */

/** @typedef {import('./checkpoints.js').Checkpoints} Checkpoints */
/** @typedef {ReturnType<Trainable['run']>} Slice */
/** @typedef {Slice & {steps: import('../protocol/types.js').TimedStepColumns}} TimedSlice */

/** Duration of a slice: the overhead of a call is negligible, and messages are handled soon. */
const SLICE_MILLISECONDS = 16;
const FRAME_MILLISECONDS = 1000 / 60;
/** If every slice contains an evaluation (short epochs), all slices count for the speed after this time. */
const SPEED_PATIENCE_MILLISECONDS = 1000;

/**
 * @template {Record<string, Float64Array>} Columns
 * @param {Columns[]} parts
 * @returns {Columns}
 */
export function concatColumns(parts) {
  if (parts.length === 1) return parts[0];
  /** @type {Record<string, Float64Array>} */
  const whole = {};
  for (const key of Object.keys(parts[0])) {
    const column = new Float64Array(parts.reduce((sum, part) => sum + part[key].length, 0));
    let offset = 0;
    for (const part of parts) {
      column.set(part[key], offset);
      offset += part[key].length;
    }
    whole[key] = column;
  }
  return /** @type {Columns} */ (whole);
}

export class TrainLoop {
  /** @type {import('../protocol/service.js').Target} */
  #target = 'end';
  #running = false;
  #pauseAsked = false;
  /** @type {TimedSlice[]} */
  #unsent = [];
  /** Milliseconds not yet attributed to a step. */
  #untold = 0;
  #images = 0;
  #milliseconds = 0;
  #lastSent = -Infinity;
  #lastCounted = -Infinity;
  #longestSlice = 0;
  #disposed = false;

  /**
   * @param {object} options
   * @param {Trainable} options.session
   * @param {number} options.run
   * @param {number} options.batchSize
   * @param {Checkpoints} options.checkpoints
   * @param {import('../protocol/service.js').Listener} options.post
   * @param {(error: unknown) => import('../protocol/types.js').Problem} options.toProblem
   * @param {() => number} [options.now] milliseconds
   * @param {(task: () => void) => void} [options.later] runs a task after pending messages are handled
   */
  constructor({ session, run, batchSize, checkpoints, post, toProblem, now, later }) {
    this.session = session;
    this.run_ = run;
    this.batchSize = batchSize;
    this.checkpoints = checkpoints;
    this.post = post;
    this.toProblem = toProblem;
    this.now = now ?? (() => performance.now());
    this.later = later ?? laterByMessage();
  }

  get running() {
    return this.#running;
  }

  /**
   * Trains until the target is reached. If training is in progress, changes the target. A diverged run continues
   * from its restored step.
   *
   * @param {import('../protocol/service.js').Target} target
   */
  run(target) {
    this.#target = target;
    this.#pauseAsked = false;
    if (this.#running) return;
    if (this.session.status.diverged) {
      this.session.recover();
      const { status, plateau } = this.session;
      this.post({ type: 'recovered', run: this.run_, step: status.step, plateau });
    }
    this.#running = true;
    this.#lastCounted = this.now();
    this.checkpoints.begin();
    this.later(() => this.#slice());
  }

  /** Stops before the next slice. */
  pause() {
    this.#pauseAsked = true;
  }

  /** Makes a new checkpoint after the schedule of a paused run was changed. */
  changed() {
    if (!this.#running) this.#keep();
  }

  /** @returns {import('../protocol/persistence.js').Checkpoint | null} of the current state */
  checkpoint() {
    this.#send();
    return this.checkpoints.make();
  }

  /** Ends training. No further events are posted. */
  dispose() {
    this.#disposed = true;
  }

  #slice() {
    if (this.#disposed) return;
    if (this.#pauseAsked) return this.#stop();
    try {
      if (this.session.status.finished) return this.#stop();
      this.#train();
    } catch (error) {
      return this.#fail(error);
    }
    if (this.#reached()) return this.#stop();
    if (this.now() - this.#lastSent >= FRAME_MILLISECONDS) this.#send();
    if (this.checkpoints.due(this.#longestSlice)) this.#keep();
    this.later(() => this.#slice());
  }

  #train() {
    const { evaluating: before, step } = this.session.status;
    const start = this.now();
    const slice = this.session.run(this.#limit());
    const end = this.now();
    this.#unsent.push(this.#timed(slice, end - start, step));
    const pure = !before && !slice.status.evaluating && slice.epochs.step.length === 0;
    this.#longestSlice = Math.max(this.#longestSlice, end - start);
    this.#count(slice, pure, start, end);
  }

  /**
   * Divides the time of a slice, and of preceding slices without steps, equally among its steps. Rows restored
   * from a checkpoint get no time.
   *
   * @param {Slice} slice
   * @param {number} milliseconds
   * @param {number} from the first step of the slice
   * @returns {TimedSlice}
   */
  #timed(slice, milliseconds, from) {
    const { step } = slice.steps;
    const trained = step.filter((one) => one >= from).length;
    this.#untold += milliseconds;
    const each = this.#untold / trained;
    if (trained > 0) this.#untold = 0;
    const shares = step.map((one) => (one >= from ? each : 0));
    return { ...slice, steps: { ...slice.steps, milliseconds: shares } };
  }

  /** @returns {{steps?: number, milliseconds?: number}} */
  #limit() {
    const { step, stepsPerEpoch, evaluating } = this.session.status;
    if (this.#target === 'step') return { steps: 1 };
    if (this.#target === 'end') return { milliseconds: SLICE_MILLISECONDS };
    // The shortest slice: one batch of held-out images and no step of the next epoch.
    if (evaluating) return { milliseconds: 0 };
    return { steps: stepsPerEpoch - (step % stepsPerEpoch), milliseconds: SLICE_MILLISECONDS };
  }

  /**
   * Adds a slice to the measured speed. Slices that contain evaluation are skipped if there are others.
   *
   * @param {Slice} slice
   * @param {boolean} pure
   * @param {number} start
   * @param {number} end
   */
  #count(slice, pure, start, end) {
    if (!pure && end - this.#lastCounted < SPEED_PATIENCE_MILLISECONDS) return;
    this.#images += slice.steps.step.length * this.batchSize;
    this.#milliseconds += end - start;
    this.#lastCounted = end;
  }

  #reached() {
    const { finished, diverged, step, stepsPerEpoch, evaluating } = this.session.status;
    if (finished || diverged || this.#target === 'step') return true;
    return this.#target === 'epoch' && step % stepsPerEpoch === 0 && !evaluating;
  }

  #send() {
    if (this.#unsent.length === 0) return;
    const slices = this.#unsent;
    this.#unsent = [];
    const counted = slices.some((slice) => slice.epochs.step.length > 0);
    this.post({
      type: 'metrics',
      run: this.run_,
      steps: concatColumns(slices.map((slice) => slice.steps)),
      epochs: concatColumns(slices.map((slice) => slice.epochs)),
      status: slices[slices.length - 1].status,
      images: this.#images,
      milliseconds: this.#milliseconds,
      ...(counted && { plateau: this.session.plateau }),
    });
    this.#images = 0;
    this.#milliseconds = 0;
    this.#lastSent = this.now();
  }

  #stop() {
    this.#running = false;
    this.#pauseAsked = false;
    this.#send();
    this.post({
      type: 'stopped',
      run: this.run_,
      finished: this.session.status.finished,
      divergence: this.session.divergence,
    });
    if (!this.session.status.finished) this.#keep();
  }

  #keep() {
    const checkpoint = this.checkpoint();
    if (checkpoint) this.post({ type: 'checkpoint', run: this.run_, ...checkpoint });
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#running = false;
    this.#send();
    this.post({ type: 'failed', run: this.run_, problem: this.toProblem(error) });
  }
}

/**
 * Runs tasks after pending messages. Browsers delay nested timers by at least four milliseconds, and by more in
 * background tabs, so this uses messages.
 */
function laterByMessage() {
  const { port1, port2 } = new MessageChannel();
  /** @type {(() => void)[]} */
  const tasks = [];
  port1.onmessage = () => tasks.shift()?.();
  return (/** @type {() => void} */ task) => {
    tasks.push(task);
    port2.postMessage(null);
  };
}
