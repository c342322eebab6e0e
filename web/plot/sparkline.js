// A small curve as an SVG path, for previews without axes.

import { thinLine } from './downsampling.js';
import { traceLine } from './trace_paths.js';

/**
 * @param {ArrayLike<number>} values evenly spaced
 * @param {{width: number, height: number, max?: number}} box zero is at the bottom
 * @returns {{line: string, max: number, toX: (index: number) => number, toY: (value: number) => number}}
 */
export function sparkline(values, { width, height, max = highest(values) }) {
  const toX = (/** @type {number} */ index) => (index / Math.max(1, values.length - 1)) * width;
  const toY = (/** @type {number} */ value) => (max > 0 ? height - (value / max) * height : height);
  /** @type {string[]} */
  const parts = [];
  const write =
    (/** @type {string} */ letter) => (/** @type {number} */ x, /** @type {number} */ y) =>
      void parts.push(`${letter}${x.toFixed(1)} ${y.toFixed(1)}`);
  const thinned = thinLine({
    x: Float64Array.from({ length: values.length }, (_, at) => at),
    y: values,
    toAxis: (index) => index,
    toPixel: toX,
    rows: { from: 0, to: values.length },
  });
  const sink = { moveTo: write('M'), lineTo: write('L') };
  traceLine(sink, { ...thinned, stepped: true }, { toX, toY });
  return { line: parts.join(''), max, toX, toY };
}

/** @param {ArrayLike<number>} values */
function highest(values) {
  let max = 0;
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) max = Math.max(max, values[index]);
  }
  return max;
}
