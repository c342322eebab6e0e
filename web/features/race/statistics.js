// What a few seeds say: means, how far they spread, and whether a difference between two schedules is
// within the noise. Pure functions.
//
//   mean                  m = sum x_i / n
//   sample deviation      s = sqrt(sum (x_i - m)^2 / (n - 1))
//   95 % interval of m    m +- t(0.975, n - 1) * s / sqrt(n)
//   paired difference     the same three of d_i = a_i - b_i, a pair for each seed
//
// The interval is Student's: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2 (confidence limits
// for the mean); pairs of one seed share what the seed decides, so their differences are taken first:
// the same, 7.3.1.1 (analysis of paired observations). The distribution of t: Abramowitz and Stegun,
// Handbook of Mathematical Functions, 26.7.3 and 26.7.4.

/** @typedef {ArrayLike<number> & Iterable<number>} Values */

/** @param {Values} values @returns {number} NaN of none */
export function mean(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** @param {Values} values @returns {number} the sample's standard deviation; NaN of fewer than two */
export function deviation(values) {
  const { length } = values;
  if (length < 2) return Number.NaN;
  const middle = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  return Math.sqrt(squares / (length - 1));
}

/**
 * The share of Student's distribution between -t and t.
 *
 * @param {number} t at least 0
 * @param {number} freedom degrees of it, a whole number from 1
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
 * The t beyond which, on both sides together, a share of `1 - share` lies.
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

/** @param {Values} values @returns {number} half the width of the mean's 95 % interval; NaN of one */
export function halfInterval(values) {
  const { length } = values;
  if (length < 2) return Number.NaN;
  return (criticalT(length - 1) * deviation(values)) / Math.sqrt(length);
}

/** How far a band reaches to either side. @typedef {'deviation' | 'interval'} Spread */

/** @type {Record<Spread, (values: Values) => number>} */
export const spreads = { deviation, interval: halfInterval };

/**
 * @typedef {object} PairedDifference
 * @property {number} pairs
 * @property {number} mean of what the one has more than the other; NaN without pairs
 * @property {number} half the width of its 95 % interval; NaN of fewer than two pairs
 * @property {'noise' | 'difference' | 'unknown'} verdict `noise`: the interval holds 0; `unknown`: one
 *   pair or none says nothing about noise
 */

/**
 * @param {number[]} one
 * @param {number[]} other of the same seeds in the same order
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
 * Mean and band over several curves, row by row, as far as all of them reach.
 *
 * @param {Float64Array[]} curves
 * @param {Spread} spread
 * @returns {{mean: Float64Array, low: Float64Array, high: Float64Array}} low and high NaN of one curve
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
