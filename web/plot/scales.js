// Which part of the numbers a band shows, and where its ticks are. Pure functions.

/** @typedef {[min: number, max: number]} Domain */

/** Pixels a decade from which 2 and 5 are labelled too, and below which only every second one is. */
const ROOM_FOR_PARTS = 56;
const ROOM_FOR_DECADE = 14;

/** Rates further below the highest than this many decades are drawn on the floor. */
const MOST_DECADES = 7;

/**
 * For a logarithmic axis: what is there, outwards to 1, 2 or 5 times a power of ten, with a little air.
 *
 * @param {import('./range_index.js').Extent} extent
 * @param {Domain} fallback
 * @returns {Domain}
 */
export function logDomain({ high, positive }, fallback) {
  if (!(high > 0)) return fallback;
  const low = Math.max(positive, high * 10 ** -MOST_DECADES);
  return [roundBelow(low * 0.85), roundAbove(high * 1.18)];
}

/**
 * For a plain axis: what is there with a little air, between round ends; from zero, where that is not
 * far away.
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
 * Decades, and where there is room between them also 2 and 5 times each.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} pixels from one to the other
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
 * For accuracies: up to one, and down to a round number below what has to be seen. All of it before
 * there is anything to see.
 *
 * @param {import('./range_index.js').Extent} extent
 * @returns {Domain}
 */
export function accuracyDomain({ low }) {
  if (low === Infinity) return [0, 1];
  const floor = FLOORS.find((candidate) => candidate <= low - 0.1 * (1 - low)) ?? 0;
  return [floor, 1];
}

/** Without the dust of binary fractions. @param {number} value */
const tidy = (value) => Number(value.toPrecision(12));

/**
 * A round distance of ticks.
 *
 * @param {number} span
 * @param {number} most ticks
 */
function stepFor(span, most) {
  const rough = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough - 1e-12);
  return every ?? power * 10;
}

/**
 * Round numbers about so far apart as asked for.
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
 * Ends of epochs to be labelled: every one, or every second, fifth, tenth, ... as room allows.
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
 * Moves labels apart that would touch, as little as may be, and keeps them inside.
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
  // Neighbours that touch share the way; a few rounds settle the handful that there are.
  for (let round = 0; round < 8; round++) {
    for (let at = 1; at < placed.length; at++) {
      const overlap = gap - (placed[at] - placed[at - 1]);
      if (overlap <= 0) continue;
      placed[at - 1] -= overlap / 2;
      placed[at] += overlap / 2;
    }
  }
  // The edges have the last word: first the lower one, then the upper.
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
