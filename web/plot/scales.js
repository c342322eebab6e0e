// Domains and ticks of axes. Pure functions.

/** @typedef {[min: number, max: number]} Domain */

/** Pixels per decade from which 2 and 5 are labelled too, and below which only every second decade is. */
const ROOM_FOR_PARTS = 56;
const ROOM_FOR_DECADE = 14;

/** Rates more than this many decades below the highest are drawn at the bottom. */
const MAX_DECADES = 7;

/**
 * Domain of a logarithmic axis: the extent rounded outwards to 1, 2 or 5 times a power of ten, with a small margin.
 *
 * @param {import('./range_index.js').Extent} extent
 * @param {Domain} fallback
 * @returns {Domain}
 */
export function logDomain({ high, positive }, fallback) {
  if (!(high > 0)) return fallback;
  const low = Math.max(positive, high * 10 ** -MAX_DECADES);
  return [roundBelow(low * 0.85), roundAbove(high * 1.18)];
}

/**
 * Domain of a linear axis: the extent with a small margin, rounded outwards; from zero if that is near.
 *
 * @param {import('./range_index.js').Extent} extent
 * @param {Domain} fallback
 * @returns {Domain}
 */
export function linearDomain({ low, high }, fallback) {
  if (low > high) return fallback;
  const air = Math.max(0.05 * (high - low), 1e-3 * Math.abs(high), 1e-12);
  const from = low >= 0 && low < 0.4 * high ? 0 : low - air;
  const every = stepFor(high + air - from, 10);
  return [
    tidy(Math.floor(from / every + 1e-9) * every),
    tidy(Math.ceil((high + air) / every) * every),
  ];
}

/** @param {number} value */
function roundBelow(value) {
  const power = Math.floor(Math.log10(value));
  const factor = [5, 2, 1].find((candidate) => Number(`${candidate}e${power}`) <= value) ?? 1;
  return Number(`${factor}e${power}`);
}

/** @param {number} value */
function roundAbove(value) {
  const power = Math.floor(Math.log10(value));
  const factor = [1, 2, 5].find((candidate) => Number(`${candidate}e${power}`) >= value);
  return Number(factor ? `${factor}e${power}` : `1e${power + 1}`);
}

/**
 * Decades, and 2 and 5 times each if there is room.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} pixels length of the axis
 * @returns {number[]}
 */
export function logTicks(min, max, pixels) {
  if (!(min > 0) || !Number.isFinite(max)) return [];
  const decades = Math.log10(max / min);
  const factors = pixels / decades > ROOM_FOR_PARTS ? [1, 2, 5] : [1];
  const every = pixels / decades < ROOM_FOR_DECADE ? 2 : 1;
  const ticks = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max); power++) {
    if (power % every !== 0) continue;
    for (const factor of factors) {
      const value = Number(`${factor}e${power}`);
      if (value >= min && value <= max) ticks.push(value);
    }
  }
  return ticks;
}

const FLOORS = [0.99, 0.98, 0.95, 0.9, 0.8, 0.6, 0.4];

/**
 * Domain of accuracies: from a round number below the lowest value to one; [0, 1] without values.
 *
 * @param {import('./range_index.js').Extent} extent
 * @returns {Domain}
 */
export function accuracyDomain({ low }) {
  if (low === Infinity) return [0, 1];
  const floor = FLOORS.find((candidate) => candidate <= low - 0.1 * (1 - low)) ?? 0;
  return [floor, 1];
}

/** Removes rounding errors of binary fractions. @param {number} value */
const tidy = (value) => Number(value.toPrecision(12));

/**
 * A round distance between ticks.
 *
 * @param {number} span
 * @param {number} most maximum number of ticks
 */
function stepFor(span, most) {
  const rough = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough - 1e-12);
  return every ?? power * 10;
}

/**
 * Equidistant round numbers.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} most
 * @returns {number[]}
 */
export function linearTicks(min, max, most) {
  const step = stepFor(max - min, most);
  const ticks = [];
  for (let index = Math.ceil(min / step - 1e-9); index * step <= max + step * 1e-9; index++) {
    ticks.push(tidy(index * step));
  }
  return ticks;
}

/**
 * Ends of epochs to label: every one, or every second, fifth, tenth, ... to fit.
 *
 * @param {number} steps of the run
 * @param {number} stepsPerEpoch
 * @param {number} most
 * @returns {number[]} in steps
 */
export function epochTicks(steps, stepsPerEpoch, most) {
  const epochs = steps / stepsPerEpoch;
  if (!(epochs > 0)) return [];
  return linearTicks(0, epochs, most)
    .filter((epoch) => Number.isInteger(epoch))
    .map((epoch) => epoch * stepsPerEpoch);
}

/**
 * Moves overlapping labels apart by small distances and keeps them within [min, max].
 *
 * @param {number[]} wanted positions
 * @param {number} gap
 * @param {number} min
 * @param {number} max
 * @returns {number[]} in the order given
 */
export function spreadLabels(wanted, gap, min, max) {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
  const placed = order.map((index) => Math.min(max, Math.max(min, wanted[index])));
  // Overlapping neighbours move by the same distance; a few rounds are enough for a few labels.
  for (let round = 0; round < 8; round++) {
    for (let at = 1; at < placed.length; at++) {
      const overlap = gap - (placed[at] - placed[at - 1]);
      if (overlap <= 0) continue;
      placed[at - 1] -= overlap / 2;
      placed[at] += overlap / 2;
    }
  }
  // Finally the edges: first the lower, then the upper.
  for (let at = 0; at < placed.length; at++) {
    placed[at] = Math.max(placed[at], at === 0 ? min : placed[at - 1] + gap);
  }
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = Math.min(placed[at], at === placed.length - 1 ? max : placed[at + 1] - gap);
  }
  const result = new Array(wanted.length);
  order.forEach((index, at) => (result[index] = placed[at]));
  return result;
}
