// Finds jumps of the learning rate: drops of step decay or a plateau, and warm restarts, but not smooth
// decay. Pure functions of the rates.

/** Smaller relative changes are not marked. */
const LEAST_CHANGE = 0.03;

/** The minimum ratio of a jump to the changes at the neighbouring steps. */
const OUTSTANDING = 8;

/**
 * The steps at which the rate jumps: it changes by more than 3 %, and by more than eight times the change at
 * the previous and at the next step. A schedule in epochs keeps the rate constant within each epoch, so the
 * change is also compared to those one epoch before and after.
 *
 * @param {ArrayLike<number>} rates one per step, from the first
 * @param {number} held steps per epoch
 * @param {number} [from] first step of the half-open range; a step is judged once the next one is known
 * @param {number} [to]
 * @returns {number[]}
 */
export function rateJumps(rates, held, from = 1, to = rates.length) {
  const changeAt = (/** @type {number} */ step) =>
    step > 0 && step < rates.length ? Math.abs(rates[step] - rates[step - 1]) : 0;
  const jumps = [];
  for (let step = Math.max(1, from); step < to; step++) {
    const change = changeAt(step);
    if (!(change > LEAST_CHANGE * Math.max(rates[step], rates[step - 1]))) continue;
    const around = [step - 1, step + 1, step - held, step + held].map(changeAt);
    if (change > OUTSTANDING * Math.max(...around)) jumps.push(step);
  }
  return jumps;
}

/** Finds the jumps of a run in progress incrementally. */
export class JumpFinder {
  /** @type {number[]} */
  #found = [];
  #known = 1;
  #revision = 0;

  /**
   * @param {Float64Array} rates of the completed steps
   * @param {number} revision changes when earlier rates change
   * @param {number} held steps per epoch
   * @returns {readonly number[]} without the last step, and without the first epochs until the second is
   *   complete: before that a smooth decay by epochs has changed only once
   */
  update(rates, revision, held) {
    if (revision !== this.#revision) {
      this.#found = [];
      this.#known = 1;
      this.#revision = revision;
    }
    if (rates.length <= 2 * held) return this.#found;
    const end = Math.max(this.#known, rates.length - 1);
    const next = rateJumps(rates, held, this.#known, end);
    if (next.length > 0) this.#found = [...this.#found, ...next];
    this.#known = end;
    return this.#found;
  }
}
