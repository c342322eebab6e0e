// Exponential smoothing, honest at the start: a moving average that begins at zero is corrected for that
// beginning, as Adam corrects its moments, so that the first value is the first value.
//
//   m_n = weight * m_(n-1) + (1 - weight) * x_n,  m_0 = 0
//   s_n = m_n / (1 - weight^n)
//
// It is kept as sum_i weight^(n-i) x_i / sum_i weight^(n-i), which is the same number and needs no
// difference of nearly equal ones. A weight of zero leaves values as they are. Values that are not finite
// are passed over.

export class Smoother {
  #sum = 0;
  #weights = 0;

  /** @param {number} weight of what was before, in [0, 1) */
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
 * For who has chosen none: a value counts half after a fifth of an epoch, which follows what learning
 * does within one and quiets the batches.
 *
 * @param {number} stepsPerEpoch
 */
export function defaultWeight(stepsPerEpoch) {
  const halfLife = Math.min(200, Math.max(4, stepsPerEpoch / 5));
  return 0.5 ** (1 / halfLife);
}
