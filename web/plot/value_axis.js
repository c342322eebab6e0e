// Axes for histograms of values of both signs over many decades: symmetric logarithmic, or linear. Pure functions.

/**
 * @typedef {object} ValueAxis
 * @property {number[]} edges of the cells, ascending
 * @property {(value: number) => number} place of a value: 0 at the bottom, 1 at the top
 * @property {(place: number) => number} value
 * @property {number[]} ticks
 * @property {(counts: ArrayLike<number>) => Float64Array} shares of each cell; 0 where there is nothing
 */

/** Part of the height for values near zero, between both signs. */
const ZERO_BAND = 0.06;
const MAX_DECADES = 6;
/** Maximum share of nonzero values in the band at zero. */
const HIDDEN = 0.02;
const LINEAR_CELLS = 96;

/**
 * Range of the magnitudes, as logarithms: the smaller end rounded to a power of ten, the larger to 1, 2 or 5 times
 * one.
 *
 * @param {Iterable<ArrayLike<number>>} histograms counts of the same bins
 * @param {ArrayLike<number>} edges
 * @returns {{inner: number, outer: number}}
 */
export function decadesOf(histograms, edges) {
  const zero = (edges.length - 2) / 2;
  const sizes = new Float64Array(zero + 1);
  for (const counts of histograms) {
    for (let at = 1; at <= zero; at++) sizes[at] += counts[zero + at] + counts[zero - at];
  }
  const total = sizes.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { inner: -3, outer: 0 };
  let top = zero;
  while (sizes[top] === 0) top--;
  let hidden = 0;
  let low = 1;
  while (hidden + sizes[low] <= HIDDEN * total) hidden += sizes[low++];
  const outer = roundUp(edges[zero + top + 1]);
  const inner = Math.floor(Math.log10(edges[zero + low]) + 1e-9);
  return {
    inner: Math.max(Math.min(inner, Math.ceil(outer) - 1), Math.ceil(outer) - MAX_DECADES),
    outer,
  };
}

/** Logarithm of a size rounded up to 1, 2 or 5 times a power of ten. @param {number} size */
function roundUp(size) {
  const decade = Math.floor(Math.log10(size) + 1e-9);
  const factor = [1, 2, 5, 10].find((candidate) => candidate * 10 ** decade >= size * (1 - 1e-9));
  return decade + Math.log10(factor ?? 10);
}

/**
 * @param {ArrayLike<number>} binEdges
 * @param {{inner: number, outer: number}} decades
 * @returns {ValueAxis}
 */
export function logAxis(binEdges, { inner, outer }) {
  const [low, high] = [10 ** inner, 10 ** outer];
  const half = (1 - ZERO_BAND) / 2;
  const place = (/** @type {number} */ value) => {
    const size = Math.abs(value);
    if (size < low) return 0.5 + (value / low) * (ZERO_BAND / 2);
    const share = Math.min(1, Math.log10(size / low) / (outer - inner));
    return 0.5 + Math.sign(value) * (ZERO_BAND / 2 + share * half);
  };
  const value = (/** @type {number} */ at) => {
    const from = at - 0.5;
    if (Math.abs(from) <= ZERO_BAND / 2) return (from / (ZERO_BAND / 2)) * low;
    const share = (Math.abs(from) - ZERO_BAND / 2) / half;
    return Math.sign(from) * low * (high / low) ** share;
  };
  const sizes = Array.from(binEdges).filter((edge) => edge >= low && edge <= high * (1 + 1e-9));
  const edges = [...sizes.map((size) => -size).reverse(), ...sizes];
  const decades = Array.from(
    { length: Math.floor(outer + 1e-9) - inner + 1 },
    (_, index) => 10 ** (inner + index),
  );
  const ticks = [...decades.map((decade) => -decade).reverse(), 0, ...decades];
  return { edges, place, value, ticks, shares: sharing(binEdges, edges) };
}

/**
 * @param {ArrayLike<number>} binEdges
 * @param {number} reach largest magnitude
 * @returns {ValueAxis}
 */
export function linearAxis(binEdges, reach) {
  const edges = Array.from(
    { length: LINEAR_CELLS + 1 },
    (_, index) => reach * ((2 * index) / LINEAR_CELLS - 1),
  );
  return {
    edges,
    place: (value) => Math.min(1, Math.max(0, 0.5 + value / (2 * reach))),
    value: (place) => (place - 0.5) * 2 * reach,
    ticks: [-reach, -reach / 2, 0, reach / 2, reach],
    shares: sharing(binEdges, edges),
  };
}

/**
 * Distributes the counts of bins over cells by overlap. The outermost cells include everything beyond.
 *
 * @param {ArrayLike<number>} bins edges
 * @param {number[]} cells edges
 */
function sharing(bins, cells) {
  const count = cells.length - 1;
  /** @type {[cell: number, share: number][][]} */
  const parts = Array.from({ length: bins.length - 1 }, () => []);
  parts.forEach((part, bin) => {
    const [from, to] = [bins[bin], bins[bin + 1]];
    for (let cell = 0; cell < count; cell++) {
      const low = cell === 0 ? -Infinity : cells[cell];
      const high = cell === count - 1 ? Infinity : cells[cell + 1];
      const overlap = Math.min(to, high) - Math.max(from, low);
      if (overlap > 0) part.push([cell, overlap / (to - from)]);
    }
  });
  return (/** @type {ArrayLike<number>} */ counts) => {
    const shares = new Float64Array(count);
    let total = 0;
    for (let bin = 0; bin < counts.length; bin++) {
      if (counts[bin] === 0) continue;
      total += counts[bin];
      for (const [cell, share] of parts[bin]) shares[cell] += counts[bin] * share;
    }
    return total === 0 ? shares : shares.map((share) => share / total);
  };
}
