// Downsamples columns to the resolution of the plot (M4 aggregation): of all rows on one pixel the first, lowest,
// highest and last remain, so that the line looks the same. The number of points is bounded by the number of pixels.

import { emptyExtent } from './range_index.js';

/**
 * Columns and their scales. Both columns have the same length; x is non-decreasing.
 *
 * @typedef {object} Placed
 * @property {ArrayLike<number>} x
 * @property {ArrayLike<number>} y
 * @property {(value: number) => number} toAxis from x to the numbers of the axis
 * @property {(value: number) => number} toPixel from x to pixels
 * @property {{from: number, to: number}} rows half open
 * @property {import('./range_index.js').RangeIndex} [index] of y; makes the cost of a pixel independent of its
 *   number of rows
 */

/** Gaps are null. @typedef {{x: number[], y: (number | null)[]}} Thinned */

/** Number of rows on a pixel from which the index is used. */
const MANY = 48;

/**
 * Iterates over the pixels that contain rows. `visit` receives x of the first row, and the first, lowest, highest
 * and last value; `gap` is called for rows that are not finite.
 *
 * @param {Placed} placed
 * @param {(x: number, first: number, low: number, high: number, last: number) => void} visit
 * @param {(x: number) => void} gap
 */
function eachPixel({ x, y, toAxis, toPixel, rows, index }, visit, gap) {
  const { from, to } = rows;
  if (from >= to) return;
  const dense = index && to - from > MANY * (toPixel(x[to - 1]) - toPixel(x[from]));
  const extent = emptyExtent();
  let row = from;
  while (row < to) {
    const at = toAxis(x[row]);
    const next = Math.floor(toPixel(x[row])) + 1;
    const first = y[row];
    if (dense) {
      const end = firstAtOrAfter(x, toPixel, next, row + 1, to);
      extent.low = Infinity;
      extent.high = -Infinity;
      index.widen(row, end, extent);
      const { low, high } = extent;
      const last = y[end - 1];
      row = end;
      if (low > high) gap(at);
      else
        visit(
          at,
          Number.isFinite(first) ? first : low,
          low,
          high,
          Number.isFinite(last) ? last : low,
        );
      continue;
    }
    row++;
    if (!Number.isFinite(first)) {
      gap(at);
      continue;
    }
    let [low, high, last] = [first, first, first];
    for (; row < to && toPixel(x[row]) < next; row++) {
      const value = y[row];
      if (!Number.isFinite(value)) break;
      if (value < low) low = value;
      if (value > high) high = value;
      last = value;
    }
    visit(at, first, low, high, last);
  }
}

/**
 * @param {ArrayLike<number>} x
 * @param {(value: number) => number} toPixel
 * @param {number} pixel
 * @param {number} from
 * @param {number} to
 * @returns {number} the row, or `to`
 */
function firstAtOrAfter(x, toPixel, pixel, from, to) {
  // Galloping search: the result is usually near.
  let stride = 1;
  let low = from;
  while (low < to && toPixel(x[low]) < pixel) {
    from = low + 1;
    low += stride;
    stride *= 2;
  }
  let high = Math.min(low, to);
  while (from < high) {
    const middle = (from + high) >> 1;
    if (toPixel(x[middle]) >= pixel) high = middle;
    else from = middle + 1;
  }
  return from;
}

/** Downsamples to a line. @param {Placed} placed @returns {Thinned} */
export function thinLine(placed) {
  /** @type {Thinned} */
  const line = { x: [], y: [] };
  const point = (/** @type {number} */ at, /** @type {number | null} */ value) => {
    line.x.push(at);
    line.y.push(value);
  };
  eachPixel(
    placed,
    (at, first, low, high, last) => {
      point(at, first);
      if (low < first && low < last) point(at, low);
      if (high > first && high > last) point(at, high);
      if (last !== first || low < first || high > first) point(at, last);
    },
    (at) => point(at, null),
  );
  return line;
}

/**
 * Downsamples a noisy line to its minimum and maximum on each pixel. With many rows per pixel the filled area looks
 * like the line and is much faster to draw.
 *
 * @param {Placed} placed
 * @returns {Thinned & {low: (number | null)[]}} y is the upper edge
 */
export function thinEnvelope(placed) {
  /** @type {Thinned & {low: (number | null)[]}} */
  const area = { x: [], y: [], low: [] };
  let before = Number.NaN;
  eachPixel(
    placed,
    (at, _, low, high, last) => {
      area.x.push(at);
      area.low.push(before < low ? before : low);
      area.y.push(before > high ? before : high);
      before = last;
    },
    (at) => {
      area.x.push(at);
      area.low.push(null);
      area.y.push(null);
      before = Number.NaN;
    },
  );
  return area;
}
