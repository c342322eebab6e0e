// The curve of a range test as SVG paths: loss over the rate, both logarithmic where the loss allows.

import { logDomain, logTicks } from './scales.js';

/**
 * @param {object} curve
 * @param {number[]} curve.rates rising
 * @param {(number | null)[]} curve.losses
 * @param {(number | null)[]} curve.smooth
 * @param {{low: number, high: number}} range of the rates
 * @param {{width: number, height: number}} box
 */
export function rangeCurve({ rates, losses, smooth }, { low, high }, { width, height }) {
  const numbers = (/** @type {(number | null)[]} */ values) =>
    values.filter((value) => value !== null && value > 0).map(Number);
  // What runs away would flatten all the rest.
  const first = numbers(smooth)[0] ?? 1;
  const shown = numbers(smooth).filter((value) => value < 4 * first);
  const extent = { high: Math.max(0, ...shown), positive: Math.min(Infinity, ...shown) };
  const [least, most] = logDomain({ low: extent.positive, ...extent }, [0.1, 5]);
  const toX = (/** @type {number} */ rate) => (Math.log(rate / low) / Math.log(high / low)) * width;
  const toY = (/** @type {number} */ loss) =>
    height -
    (Math.log(Math.min(most, Math.max(least, loss)) / least) / Math.log(most / least)) * height;
  const path = (/** @type {(number | null)[]} */ values) =>
    values
      .map((value, index) =>
        value === null ? '' : `L${toX(rates[index]).toFixed(1)} ${toY(value).toFixed(1)}`,
      )
      .join('')
      .replace('L', 'M');
  return {
    raw: path(losses),
    smooth: path(smooth),
    toX,
    toY,
    rateTicks: logTicks(low, high, width / 2),
    lossTicks: logTicks(least, most, height),
  };
}
