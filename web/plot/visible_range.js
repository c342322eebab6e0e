// The visible rows of lines and areas, and the extent of their values.

import { emptyExtent, widenBy } from './range_index.js';

/** @typedef {Pick<import('./types.js').XAxis, 'visibleRange' | 'across'>} VisibleAxis */

/**
 * The rows with min <= x <= max, and one more on either side, of a non-decreasing column.
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
 * The rows in the visible range, and one more on either side.
 *
 * @param {{x: ArrayLike<number>, first?: number, across?: import('./types.js').Across}} columns
 * @param {VisibleAxis} xAxis
 */
export function visibleRows({ x, first = 0, across }, xAxis) {
  const { scale, offset } = across ?? xAxis.across;
  const [min, max] = xAxis.visibleRange;
  const { from, to } = rowsWithin(x, (min - offset) / scale, (max - offset) / scale);
  return { from: Math.max(first, from), to };
}

/**
 * @param {VisibleAxis} xAxis
 * @param {Pick<import('./types.js').Line, 'x' | 'y' | 'across' | 'first' | 'index'>[]} lines
 * @param {import('./types.js').Area[]} [areas]
 */
export function visibleExtent(xAxis, lines, areas = []) {
  const extent = emptyExtent();
  for (const line of lines) {
    const rows = visibleRows(line, xAxis);
    if (line.index) line.index.widen(rows.from, rows.to, extent);
    else widenBy(line.y, extent, rows);
  }
  for (const area of areas) {
    const rows = visibleRows(area, xAxis);
    widenBy(area.low, extent, rows);
    widenBy(area.high, extent, rows);
  }
  return extent;
}
