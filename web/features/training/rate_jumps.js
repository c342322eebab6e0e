// Where a learning rate jumps: at the steps of step decay, a plateau or a warm restart, not where it falls
// smoothly. Pure functions of the rates.

/** Smaller changes are not worth a mark, whatever the schedule calls them. */
const LEAST_CHANGE = 0.03;

/** A jump is so much larger than what the rate does on the steps around it. */
const OUTSTANDING = 8;

/**
 * The steps whose rate differs from that of the step before by a jump: by more than 3 %, and by more than
 * eight times the change of the step before it and of the step after it. A rate that changes smoothly
 * from epoch to epoch is held within each, so the same is asked of the steps an epoch before and after.
 *
 * @param {ArrayLike<number>} rates of all steps from the first on
 * @param {number} held steps of an epoch
 * @param {number} [from] steps to look at, half open; a step is known once the next one is there
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

/** Finds the jumps of a run that grows, each step looked at once. */
export class JumpFinder {
  /** @type {number[]} */
  #found = [];
  #known = 1;
  #revision = 0;

  /**
   * @param {Float64Array} rates of the steps that are done
   * @param {number} revision another one: earlier rates are not what they were
   * @param {number} held steps of an epoch
   * @returns {readonly number[]} the last step is not judged yet, nor the first epoch before the second is
   *   over: until then a rate that changes smoothly by epochs has changed but once
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
