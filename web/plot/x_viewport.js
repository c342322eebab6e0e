// The visible range of the x axis: zooming, panning, and limiting to the full range. Pure functions.

/** @typedef {import('./scales.js').Domain} Domain */

/**
 * @param {Domain} wanted
 * @param {Domain} whole
 * @param {number} least minimum length
 * @returns {Domain | null} null: the full range
 */
export function within([min, max], [low, high], least) {
  const span = Math.max(max - min, Math.min(least, high - low));
  if (!(span < (high - low) * (1 - 1e-9))) return null;
  const middle = (min + max) / 2;
  const from = Math.min(high - span, Math.max(low, middle - span / 2));
  return [from, from + span];
}

/**
 * Zooms about the position `fixed`.
 *
 * @param {Domain} visibleRange
 * @param {number} factor below one zooms in
 * @param {number} fixed
 * @returns {Domain}
 */
export function zoomed([min, max], factor, fixed) {
  return [fixed + (min - fixed) * factor, fixed + (max - fixed) * factor];
}

/**
 * @param {Domain} visibleRange
 * @param {number} by
 * @returns {Domain}
 */
export function moved([min, max], by) {
  return [min + by, max + by];
}
