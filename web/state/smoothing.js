// Exponential smoothing, honest at the start: the weights of what has been seen are made to add up to
// one, so that the first value is the first value and not a mixture with zero.
//
//   s_n = sum_i decay^(n-i) x_i / sum_i decay^(n-i)
//
// Values that are not finite are passed over.

export class Smoother {
  #sum = 0;
  #weight = 0;

  /** @param {number} halfLife in values: how far back a value counts half */
  constructor(halfLife) {
    this.decay = 0.5 ** (1 / halfLife);
  }

  /**
   * @param {Float64Array} values the next ones
   * @returns {Float64Array}
   */
  append(values) {
    return values.map((value) => {
      if (Number.isFinite(value)) {
        this.#sum = this.#sum * this.decay + value;
        this.#weight = this.#weight * this.decay + 1;
      }
      return this.#weight > 0 ? this.#sum / this.#weight : Number.NaN;
    });
  }
}

/**
 * A fifth of an epoch follows what learning does within one and quiets the batches.
 *
 * @param {number} stepsPerEpoch
 * @returns {number} half-life in steps
 */
export function halfLifeFor(stepsPerEpoch) {
  return Math.min(200, Math.max(4, stepsPerEpoch / 5));
}
