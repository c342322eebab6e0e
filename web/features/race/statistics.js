// Statistics over seeds: means, deviations, confidence intervals, and whether a difference between two
// schedules is significant. Pure functions.
//
//   mean                  m = sum x_i / n
//   sample deviation      s = sqrt(sum (x_i - m)^2 / (n - 1))
//   95 % interval of m    m +- t(0.975, n - 1) * s / sqrt(n)
//   paired difference     the same three of d_i = a_i - b_i, a pair for each seed
//
// Confidence limits for the mean: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2. Runs with the same
// seed are paired, because they share initial weights and batches: e-Handbook, 7.3.1.1 (analysis of paired
// observations). Student's t distribution: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3
// and 26.7.4.

/** @typedef {ArrayLike<number> & Iterable<number>} Values */

/** @param {Values} values @returns {number} NaN if there are none */
export function mean(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** @param {Values} values @returns {number} the sample standard deviation; NaN for fewer than two values */
export function deviation(values) {
  const { length } = values;
  if (length < 2) return Number.NaN;
  const middle = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  return Math.sqrt(squares / (length - 1));
}

/**
 * The probability of Student's t distribution between -t and t.
 *
 * @param {number} t at least 0
 * @param {number} freedom degrees of freedom, a positive integer
 */
export function shareWithin(t, freedom) {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine2 = Math.cos(angle) ** 2;
  const odd = freedom % 2 === 1;
  let term = odd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let index = odd ? 3 : 2; index <= freedom - 2; index += 2) {
    term *= ((index - 1) / index) * cosine2;
    sum += term;
  }
  const series = Math.sin(angle) * sum;
  return odd ? (2 / Math.PI) * (angle + series) : series;
}

/**
 * The two-sided critical value of t: the probability between -t and t is `share`.
 *
 * @param {number} freedom
 * @param {number} [share]
 */
export function criticalT(freedom, share = 0.95) {
  let [low, high] = [0, 1];
  while (shareWithin(high, freedom) < share) high *= 2;
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, freedom) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** @param {Values} values @returns {number} half the width of the 95 % interval of the mean; NaN for one value */
export function halfInterval(values) {
  const { length } = values;
  if (length < 2) return Number.NaN;
  return (criticalT(length - 1) * deviation(values)) / Math.sqrt(length);
}

/** What a band shows on either side of the mean. @typedef {'deviation' | 'interval'} Spread */

/** @type {Record<Spread, (values: Values) => number>} */
export const spreads = { deviation, interval: halfInterval };

/**
 * @typedef {object} PairedDifference
 * @property {number} pairs
 * @property {number} mean of the differences; NaN without pairs
 * @property {number} half half the width of its 95 % interval; NaN for fewer than two pairs
 * @property {'noise' | 'difference' | 'unknown'} verdict `noise`: the interval contains 0; `unknown`:
 *   fewer than two pairs
 */

/**
 * @param {number[]} one
 * @param {number[]} other for the same seeds in the same order
 * @returns {PairedDifference}
 */
export function pairedDifference(one, other) {
  const differences = one.map((value, index) => value - other[index]);
  const middle = mean(differences);
  const half = halfInterval(differences);
  const known = differences.length >= 2;
  const verdict = !known ? 'unknown' : Math.abs(middle) <= half ? 'noise' : 'difference';
  return { pairs: differences.length, mean: middle, half, verdict };
}

/**
 * Mean and band over several curves, row by row, up to the end of the shortest.
 *
 * @param {Float64Array[]} curves
 * @param {Spread} spread
 * @returns {{mean: Float64Array, low: Float64Array, high: Float64Array}} low and high are NaN for one curve
 */
export function bandOf(curves, spread) {
  const length = curves.length === 0 ? 0 : Math.min(...curves.map((curve) => curve.length));
  const band = {
    mean: new Float64Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
  };
  for (let row = 0; row < length; row++) {
    const values = curves.map((curve) => curve[row]);
    const half = spreads[spread](values);
    band.mean[row] = mean(values);
    band.low[row] = band.mean[row] - half;
    band.high[row] = band.mean[row] + half;
  }
  return band;
}
