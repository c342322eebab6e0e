// Statistics of recorded histograms: figures and quantiles of a parameter, and diagnostics of the gradients.
// Pure functions.

/** @typedef {import('./histograms.js').Moment} Moment */
/** @typedef {import('./histograms.js').HistogramRecord} HistogramRecord */
/** @typedef {import('../../../protocol/histograms.js').Quantity} Quantity */

const QUANTITIES = /** @type {const} */ (['weights', 'gradients', 'updates']);
const FIGURES = /** @type {const} */ (['low', 'high', 'mean', 'deviation', 'zeros', 'norm']);
const PER_PARAMETER = QUANTITIES.length * FIGURES.length + 1;

/** @typedef {Record<typeof FIGURES[number], number>} Figures NaN if not measured */

/**
 * @param {Moment} moment
 * @param {number} parameter
 * @param {Quantity} quantity
 * @returns {Figures}
 */
export function figuresOf(moment, parameter, quantity) {
  const from = parameter * PER_PARAMETER + QUANTITIES.indexOf(quantity) * FIGURES.length;
  const pairs = FIGURES.map((name, index) => [name, moment.figures[from + index]]);
  return Object.fromEntries(pairs);
}

/**
 * Norm of the update divided by the norm of the weights.
 *
 * @param {Moment} moment
 * @param {number} parameter
 */
export const updateRatio = (moment, parameter) =>
  moment.figures[(parameter + 1) * PER_PARAMETER - 1];

/**
 * Histogram counts of one parameter.
 *
 * @param {HistogramRecord} record
 * @param {Moment} moment
 * @param {number} parameter
 */
export function countsOf({ layout }, moment, parameter) {
  const bins = layout.edges.length - 1;
  return moment.counts.subarray(parameter * bins, (parameter + 1) * bins);
}

/**
 * The quantile of a histogram, interpolated on a logarithmic scale within a bin and limited to the range of the
 * values.
 *
 * @param {ArrayLike<number>} counts
 * @param {ArrayLike<number>} edges
 * @param {number} share
 * @param {{low: number, high: number}} ends
 */
export function quantile(counts, edges, share, { low, high }) {
  let total = 0;
  for (let bin = 0; bin < counts.length; bin++) total += counts[bin];
  if (total === 0) return Number.NaN;
  const wanted = share * total;
  let before = 0;
  let bin = 0;
  while (bin < counts.length - 1 && before + counts[bin] < wanted) before += counts[bin++];
  const within = counts[bin] > 0 ? (wanted - before) / counts[bin] : 0;
  const [from, to] = [edges[bin], edges[bin + 1]];
  const value = from < 0 && to > 0 ? 0 : from * (to / from) ** within;
  return Math.min(high, Math.max(low, value));
}

/**
 * The latest moment at or before the end of a step.
 *
 * @param {Moment[]} moments
 * @param {number | null} step counted from 0; null: the latest moment
 */
export function momentAt(moments, step) {
  if (step === null) return moments.at(-1);
  return moments.findLast((moment) => moment.step <= step + 1) ?? moments[0];
}

/**
 * The moments that a cursor on a step can select. The moment before the first step is excluded once there is
 * a later one.
 *
 * @param {Moment[]} moments
 */
export const selectableMoments = (moments) =>
  moments.filter((moment) => momentAt(moments, Math.max(0, moment.step - 1)) === moment);

/**
 * vanishing: the gradients of a layer are `amount` times smaller than those of a later layer. exploding: they
 * have grown by `amount` and updates are large. dead: all are zero. idle: the share `amount` is zero.
 *
 * @typedef {object} Finding
 * @property {'vanishing' | 'exploding' | 'dead' | 'idle'} kind
 * @property {number} parameter
 * @property {number} amount the factor, or the share
 * @property {number} [other] the later layer's parameter
 */

/** Number of consecutive moments that must agree, because single batches are noisy. */
const AGREEING = 3;
const VANISHING_FACTOR = 1000;
const EXPLODING_FACTOR = 10;
const JUMPING_RATIO = 0.1;
const IDLE_SHARE = 0.5;

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Diagnoses the gradients of weights at the latest moments.
 *
 * @param {HistogramRecord} record
 * @returns {Finding[]}
 */
export function findings({ layout, moments }) {
  const measured = moments.filter((moment) =>
    Number.isFinite(figuresOf(moment, 0, 'updates').norm),
  );
  if (measured.length < AGREEING) return [];
  const recent = measured.slice(-AGREEING);
  const earlier = measured.slice(0, -AGREEING);
  const weights = layout.parameters.flatMap(({ name, values }, parameter) => {
    if (!name.endsWith('.weight')) return [];
    const size = (/** @type {Moment} */ moment) =>
      figuresOf(moment, parameter, 'gradients').norm / Math.sqrt(values);
    return [{ parameter, size: median(recent.map(size)), grown: growth(recent, earlier, size) }];
  });
  return weights.flatMap((weight, index) => {
    const finding = findingOf(recent, weight, weights.slice(index + 1));
    return finding ? [finding] : [];
  });
}

/**
 * `size` is the root mean square of a gradient, `grown` its growth factor.
 *
 * @param {Moment[]} recent
 * @param {{parameter: number, size: number, grown: number}} weight
 * @param {{parameter: number, size: number}[]} later towards the output
 * @returns {Finding | null}
 */
function findingOf(recent, { parameter, size, grown }, later) {
  const zeros = Math.min(
    ...recent.map((moment) => figuresOf(moment, parameter, 'gradients').zeros),
  );
  if (zeros === 1) return { kind: 'dead', parameter, amount: 1 };
  const jumping = recent.every((moment) => updateRatio(moment, parameter) > JUMPING_RATIO);
  if (jumping && grown > EXPLODING_FACTOR) return { kind: 'exploding', parameter, amount: grown };
  const [largest] = [...later].sort((a, b) => b.size - a.size);
  if (largest && largest.size > VANISHING_FACTOR * size) {
    const amount = largest.size / size;
    return { kind: 'vanishing', parameter, amount, other: largest.parameter };
  }
  return zeros >= IDLE_SHARE ? { kind: 'idle', parameter, amount: zeros } : null;
}

/**
 * @param {Moment[]} recent
 * @param {Moment[]} earlier
 * @param {(moment: Moment) => number} size
 */
function growth(recent, earlier, size) {
  if (earlier.length === 0) return size(recent[recent.length - 1]) / size(recent[0]);
  return Math.min(...recent.map(size)) / median(earlier.map(size));
}
