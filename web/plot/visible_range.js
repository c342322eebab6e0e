// What of lines and areas is in sight, and how far their values reach there.

import { emptyExtent, widenBy } from './range_index.js';

/** @typedef {Pick<import('./types.js').XAxis, 'window' | 'across'>} Sight */

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

/**
 * The rows in sight, and one more on either side.
 *
 * @param {{x: ArrayLike<number>, first?: number, across?: import('./types.js').Across}} columns
 * @param {Sight} sight
 */
export function rowsInSight({ x, first = 0, across }, sight) {
  const { scale, offset } = across ?? sight.across;
  const [min, max] = sight.window;
  const { from, to } = rowsWithin(x, (min - offset) / scale, (max - offset) / scale);
  return { from: Math.max(first, from), to };
}

/**
 * @param {Sight} sight
 * @param {Pick<import('./types.js').Line, 'x' | 'y' | 'across' | 'first' | 'index'>[]} lines
 * @param {import('./types.js').Area[]} [areas]
 */
export function extentInSight(sight, lines, areas = []) {
  const extent = emptyExtent();
  for (const line of lines) {
    const rows = rowsInSight(line, sight);
    if (line.index) line.index.widen(rows.from, rows.to, extent);
    else widenBy(line.y, extent, rows);
  }
  for (const area of areas) {
    const rows = rowsInSight(area, sight);
    widenBy(area.low, extent, rows);
    widenBy(area.high, extent, rows);
  }
  return extent;
}
