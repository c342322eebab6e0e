// Turns columns of numbers into a path, with at most a few points for each pixel across: of all points
// that fall on one pixel the first, the lowest, the highest and the last are drawn, so that a long run
// looks exactly as if every point were. What is drawn is bounded by the pixels, not by the points.

import { emptyExtent } from './range_index.js';

/**
 * What a path is drawn into: a Path2D, or a test's recorder.
 *
 * @typedef {object} Sink
 * @property {(x: number, y: number) => void} moveTo
 * @property {(x: number, y: number) => void} lineTo
 */

/**
 * Columns as they lie on pixels. Both have one length; x never falls.
 *
 * @typedef {object} Placed
 * @property {ArrayLike<number>} x
 * @property {ArrayLike<number>} y
 * @property {(value: number) => number} toX to pixels
 * @property {(value: number) => number} toY to pixels, rising or falling with the value
 * @property {{from: number, to: number}} rows half open
 * @property {number} [grain] the width of a pixel: less than one on a fine screen
 * @property {import('./range_index.js').RangeIndex} [index] of y: with it, a pixel with many points
 *   costs no more than one with few
 */

/** Points on a pixel from which the index is asked instead of each of them. */
const MANY = 48;

/**
 * Goes through the pixels that points fall on. `visit` gets a pixel and its first, lowest, highest and
 * last point; all are NaN where none of them is a number.
 *
 * @param {Placed} placed
 * @param {(x: number, first: number, low: number, high: number, last: number, alone: boolean) => void} visit
 * @param {() => void} gap between points lies one that is no number
 */
function eachPixel({ x, y, toX, toY, rows, grain = 1, index }, visit, gap) {
  const { from, to } = rows;
  const dense = index && to - from > MANY * ((toX(x[to - 1]) - toX(x[from])) / grain);
  const extent = emptyExtent();
  let row = from;
  while (row < to) {
    const at = toX(x[row]);
    const next = (Math.floor(at / grain) + 1) * grain;
    const first = toY(y[row]);
    if (dense) {
      const end = firstAtOrAfter(x, toX, next, row + 1, to);
      extent.low = Infinity;
      extent.high = -Infinity;
      index.widen(row, end, extent);
      if (extent.low > extent.high) gap();
      else {
        const one = toY(extent.low);
        const other = toY(extent.high);
        const last = toY(y[end - 1]);
        visit(
          at,
          Number.isFinite(first) ? first : one,
          Math.min(one, other),
          Math.max(one, other),
          Number.isFinite(last) ? last : one,
          end === row + 1,
        );
      }
      row = end;
      continue;
    }
    if (!Number.isFinite(first)) {
      gap();
      row++;
      continue;
    }
    let [low, high, last] = [first, first, first];
    const start = row++;
    for (; row < to && toX(x[row]) < next; row++) {
      const value = toY(y[row]);
      if (!Number.isFinite(value)) break;
      if (value < low) low = value;
      if (value > high) high = value;
      last = value;
    }
    visit(at, first, low, high, last, row === start + 1);
  }
}

/**
 * @param {ArrayLike<number>} x
 * @param {(value: number) => number} toX
 * @param {number} pixel
 * @param {number} from
 * @param {number} to
 * @returns {number} the row, or `to`
 */
function firstAtOrAfter(x, toX, pixel, from, to) {
  // The end is near: it is looked for in strides that double, then by halves.
  let stride = 1;
  let low = from;
  while (low < to && toX(x[low]) < pixel) {
    from = low + 1;
    low += stride;
    stride *= 2;
  }
  let high = Math.min(low, to);
  while (from < high) {
    const middle = (from + high) >> 1;
    if (toX(x[middle]) >= pixel) high = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * A line that breaks where a value is not finite.
 *
 * @param {Sink} sink
 * @param {Placed} placed
 * @returns {number} points that were drawn
 */
export function traceLine(sink, placed) {
  let drawn = 0;
  let open = false;
  const point = (/** @type {number} */ at, /** @type {number} */ value) => {
    if (open) sink.lineTo(at, value);
    else sink.moveTo(at, value);
    open = true;
    drawn++;
  };
  eachPixel(
    placed,
    (at, first, low, high, last, alone) => {
      point(at, first);
      if (alone) return;
      if (low < first && low < last) point(at, low);
      if (high > first && high > last) point(at, high);
      if (last !== first || low < first || high > first) point(at, last);
    },
    () => (open = false),
  );
  return drawn;
}

/**
 * A line of steps: each value holds until the next x, then jumps. For rates, which hold for a step.
 *
 * @param {Sink} sink
 * @param {Placed} placed
 * @returns {number}
 */
export function traceSteps(sink, placed) {
  /** @type {number | undefined} */
  let before;
  const squared = {
    moveTo: (/** @type {number} */ px, /** @type {number} */ py) => {
      before = py;
      sink.moveTo(px, py);
    },
    lineTo: (/** @type {number} */ px, /** @type {number} */ py) => {
      if (before !== undefined && Math.abs(before - py) > 1) sink.lineTo(px, before);
      before = py;
      sink.lineTo(px, py);
    },
  };
  return traceLine(squared, placed);
}

/**
 * How far a noisy line reaches in each column of pixels, as one rectangle a column. Where many points
 * fall on a pixel it looks as the line itself would, and is far cheaper to fill than that is to stroke.
 *
 * @param {(x: number, y: number, width: number, height: number) => void} rect
 * @param {Placed} placed
 */
export function traceEnvelope(rect, placed) {
  const { grain = 1 } = placed;
  let before = Number.NaN;
  eachPixel(
    placed,
    (at, first, low, high, last) => {
      const from = Math.min(low, Number.isNaN(before) ? low : before);
      const to = Math.max(high, Number.isNaN(before) ? high : before);
      rect(Math.floor(at / grain) * grain, from, grain, Math.max(1, to - from));
      before = last;
    },
    () => {},
  );
}

/**
 * The outline of what lies between two columns, a closed piece for each stretch without a gap: along
 * the upper one, and back along the lower.
 *
 * @param {Sink & {closePath: () => void}} sink
 * @param {Omit<Placed, 'y'> & {low: ArrayLike<number>, high: ArrayLike<number>}} placed
 */
export function traceArea(sink, { x, low, high, toX, toY, rows: { from, to } }) {
  const whole = (/** @type {number} */ row) =>
    Number.isFinite(toY(low[row])) && Number.isFinite(toY(high[row]));
  for (let start = from; start < to; start++) {
    if (!whole(start)) continue;
    let end = start + 1;
    while (end < to && whole(end)) end++;
    sink.moveTo(toX(x[start]), toY(high[start]));
    for (let row = start + 1; row < end; row++) sink.lineTo(toX(x[row]), toY(high[row]));
    for (let row = end - 1; row >= start; row--) sink.lineTo(toX(x[row]), toY(low[row]));
    sink.closePath();
    start = end;
  }
}

/**
 * The rows whose x lies between two values, and one more on either side, in a column that never falls.
 *
 * @param {ArrayLike<number>} x
 * @param {number} min
 * @param {number} max
 */
export function rowsWithin(x, min, max) {
  const first = (/** @type {(value: number) => boolean} */ reached) => {
    let low = 0;
    let high = x.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(x[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    from: Math.max(0, first((value) => value >= min) - 1),
    to: Math.min(x.length, first((value) => value > max) + 1),
  };
}
