// Where a learning rate jumps: at the steps of step decay, a plateau or a warm restart, not where it falls
// smoothly. Pure functions of the rates.

/** Smaller changes are not worth a mark, whatever the schedule calls them. */
const LEAST_CHANGE = 0.03;

/** A jump is so much larger than what the rate does on the steps around it. */
const OUTSTANDING = 8;

/**
 * The steps whose rate differs from that of the step before by a jump: by more than 3 %, and by more than
 * eight times the change of the step before it and of the step after it.
 *
 * @param {ArrayLike<number>} rates of all steps from the first on
 * @param {number} [from] steps to look at, half open; a step is known once the next one is there
 * @param {number} [to]
 * @returns {number[]}
 */
export function rateJumps(rates, from = 1, to = rates.length) {
  const changeAt = (/** @type {number} */ step) =>
    step > 0 && step < rates.length ? Math.abs(rates[step] - rates[step - 1]) : 0;
  const jumps = [];
  for (let step = Math.max(1, from); step < to; step++) {
    const change = changeAt(step);
    if (!(change > LEAST_CHANGE * Math.max(rates[step], rates[step - 1]))) continue;
    const around = Math.max(changeAt(step - 1), changeAt(step + 1));
    if (change > OUTSTANDING * around) jumps.push(step);
  }
  return jumps;
}

/** Finds the jumps of a run that grows, each step looked at once. */
export class JumpFinder {
  /** @type {number[]} */
  #found = [];
  #known = 1;
  #revision = 0;

  /**
   * @param {Float64Array} rates of the steps that are done
   * @param {number} revision another one: earlier rates are not what they were
   * @returns {readonly number[]} the last step is not judged yet
   */
  update(rates, revision) {
    if (revision !== this.#revision) {
      this.#found = [];
      this.#known = 1;
      this.#revision = revision;
    }
    const end = Math.max(this.#known, rates.length - 1);
    const next = rateJumps(rates, this.#known, end);
    if (next.length > 0) this.#found = [...this.#found, ...next];
    this.#known = end;
    return this.#found;
  }
}
