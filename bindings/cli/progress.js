// Progress of a run: on a terminal one line that is redrawn, elsewhere one line for each epoch.

/** @typedef {import('../api/session.js').Columns} Columns */
/** @typedef {import('../api/session.js').RunStatus} RunStatus */

/**
 * @typedef {object} Output
 * @property {(text: string) => unknown} write
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 */

const BAR_LENGTH = 20;
const REDRAW_MILLISECONDS = 100;
/** The speed shown is a mean over this time: a speed per slice would flicker. */
const SPEED_MILLISECONDS = 1000;

const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** @param {number} value share in [0, 1] */
const percent = (value) => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '-');

/** @param {number} value a rate: 0.01, 3e-4 */
export function formatRate(value) {
  if (value === 0 || (value >= 0.001 && value < 10_000))
    return String(Number(value.toPrecision(4)));
  const [digits, exponent] = value.toExponential(3).split('e');
  return `${Number(digits)}e${Number(exponent)}`;
}

/** @param {number} milliseconds written as 0:07, 12:30 or 1:02:03 */
export function formatTime(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export class Progress {
  #lastDrawn = -Infinity;
  #rate = NaN;
  #accuracy = NaN;
  #heldOut = NaN;
  #speed = NaN;
  /** Whether a whole measuring time has passed. */
  #measured = false;
  #drawn = false;
  /** Start of the current measurement. */
  #mark;

  /**
   * @param {object} options
   * @param {Output} options.output
   * @param {number} options.imagesPerStep on average
   * @param {() => number} [options.now] milliseconds
   */
  constructor({ output, imagesPerStep, now = () => performance.now() }) {
    this.output = output;
    this.imagesPerStep = imagesPerStep;
    this.now = now;
    this.start = now();
    this.#mark = { time: this.start, step: 0 };
  }

  /** @param {{steps: Columns, epochs: Columns, status: RunStatus}} slice */
  update({ steps, epochs, status }) {
    this.#rate = steps.rate.at(-1) ?? this.#rate;
    this.#accuracy = steps.accuracy.at(-1) ?? this.#accuracy;
    this.#heldOut = epochs.validation_accuracy.at(-1) ?? this.#heldOut;
    this.#measure(status.step);
    if (!this.output.isTTY) {
      epochs.epoch.forEach((epoch, row) => this.#writeEpoch(epochs, row, status));
    } else if (status.finished || this.now() - this.#lastDrawn >= REDRAW_MILLISECONDS) {
      this.#draw(status);
    }
  }

  /** Ends the redrawn line, so that later output starts below it. */
  end() {
    if (this.#drawn) this.output.write('\n');
  }

  /** @param {number} step */
  #measure(step) {
    const time = this.now();
    const passed = time - this.#mark.time;
    if (passed < SPEED_MILLISECONDS && this.#measured) return;
    this.#speed = ((step - this.#mark.step) * this.imagesPerStep * 1000) / Math.max(passed, 1);
    if (passed < SPEED_MILLISECONDS) return;
    this.#mark = { time, step };
    this.#measured = true;
  }

  /**
   * @param {Columns} epochs
   * @param {number} row
   * @param {RunStatus} status
   */
  #writeEpoch(epochs, row, { totalEpochs }) {
    const fields = [
      `epoch ${epochs.epoch[row] + 1}/${totalEpochs}`,
      `rate ${formatRate(epochs.rate[row])}`,
      `loss ${epochs.train_loss[row].toFixed(4)}`,
      `accuracy ${percent(epochs.train_accuracy[row])}`,
      `held out ${percent(epochs.validation_accuracy[row])}`,
      `${wholeNumber.format(this.#speed)} images/s`,
    ];
    this.output.write(`${fields.join('  ')}\n`);
  }

  /** @param {RunStatus} status */
  #draw({ step, epoch, totalSteps, totalEpochs, finished }) {
    const share = step / totalSteps;
    const filled = Math.round(share * BAR_LENGTH);
    const passed = this.now() - this.start;
    const fields = [
      `epoch ${Math.min(epoch + 1, totalEpochs)}/${totalEpochs}`,
      `[${'#'.repeat(filled).padEnd(BAR_LENGTH, '-')}]`,
      `rate ${formatRate(this.#rate)}`,
      `accuracy ${percent(this.#accuracy)}`,
      `held out ${percent(this.#heldOut)}`,
      `${wholeNumber.format(this.#speed)} images/s`,
      finished
        ? `took ${formatTime(passed)}`
        : `${formatTime((passed * (1 - share)) / share)} left`,
    ];
    // A wrapped line cannot be redrawn in place.
    const line = fields.join('  ').slice(0, (this.output.columns ?? 120) - 1);
    this.output.write(`\r\u001b[2K${line}`);
    this.#lastDrawn = this.now();
    this.#drawn = true;
  }
}
