// Exponential moving average with bias correction: the average is initialized with zero and corrected for
// this bias as in Adam, so that the first smoothed value equals the first value.
//
//   m_n = weight * m_(n-1) + (1 - weight) * x_n,  m_0 = 0
//   s_n = m_n / (1 - weight^n)
//
// It is computed as sum_i weight^(n-i) x_i / sum_i weight^(n-i), which is equal and avoids cancellation. A
// weight of zero leaves the values unchanged. Values that are not finite are skipped.

export class Smoother {
  #sum = 0;
  #weights = 0;

  /** @param {number} weight of the previous average, in [0, 1) */
  constructor(weight) {
    this.weight = weight;
  }

  /**
   * @param {Float64Array} values the next ones
   * @returns {Float64Array}
   */
  append(values) {
    return values.map((value) => {
      if (Number.isFinite(value)) {
        this.#sum = this.#sum * this.weight + value;
        this.#weights = this.#weights * this.weight + 1;
      }
      return this.#weights > 0 ? this.#sum / this.#weights : Number.NaN;
    });
  }
}

/**
 * The default weight: a half-life of a fifth of an epoch, which follows changes within an epoch and removes
 * the noise of single batches.
 *
 * @param {number} stepsPerEpoch
 */
export function defaultWeight(stepsPerEpoch) {
  const halfLife = Math.min(200, Math.max(4, stepsPerEpoch / 5));
  return 0.5 ** (1 / halfLife);
}
