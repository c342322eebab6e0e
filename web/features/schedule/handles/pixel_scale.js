// A snapshot of the scales of the rate band, for a gesture that may change them.

/**
 * @param {import('../../../plot/chart.js').Chart} chart
 * @returns {(x: number, y: number) => {step: number, rate: number}} from pixels of the band; its
 *   lower edge is a rate of zero
 */
export function pixelScale(chart) {
  const { left, top, height } = chart.area('rate');
  const valueAt = (/** @type {number} */ share) =>
    chart.fromPixel('rate', left, top + height * share).value;
  const [high, middle, low] = [0, 0.5, 1].map(valueAt);
  const straight = Math.abs(middle - (high + low) / 2) < 1e-6 * high;
  const rateAt = (/** @type {number} */ share) =>
    straight ? Math.max(0, high + (low - high) * share) : high * (low / high) ** share;
  return (x, y) => ({
    step: chart.fromPixel('rate', x, y).step,
    rate: y >= top + height ? 0 : rateAt((y - top) / height),
  });
}
