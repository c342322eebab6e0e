// Scales of sliders: map a position in [0, 1] to a value, rounded to few digits.

/**
 * @typedef {object} SliderScale
 * @property {(value: number, min: number, max: number) => number} toPosition
 * @property {(position: number, min: number, max: number) => number} fromPosition
 */

/**
 * @param {number} value
 * @param {number} digits significant digits
 */
export function roundTo(value, digits) {
  return Number(value.toPrecision(digits));
}

const clamp = (/** @type {number} */ position) => Math.min(1, Math.max(0, position));

const mix = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ share) =>
  from + (to - from) * share;

/** @type {SliderScale} */
const linear = {
  toPosition: (value, min, max) => clamp((value - min) / (max - min)),
  fromPosition: (position, min, max) => roundTo(mix(min, max, position), 3),
};

/** Whole numbers, evenly spaced. @type {SliderScale} */
const count = {
  toPosition: linear.toPosition,
  fromPosition: (position, min, max) => Math.round(mix(min, max, position)),
};

/** Logarithmic; min must be positive. @type {SliderScale} */
const log = {
  toPosition: (value, min, max) =>
    value > 0 ? clamp(Math.log(value / min) / Math.log(max / min)) : 0,
  fromPosition: (position, min, max) => roundTo(min * (max / min) ** position, 2),
};

/** Logarithmic, but the lower end is zero. @type {SliderScale} */
const logOrZero = {
  toPosition: log.toPosition,
  fromPosition: (position, min, max) => (position <= 0 ? 0 : log.fromPosition(position, min, max)),
};

/**
 * For factors close to one: logarithmic in the distance from one. min and max are below one.
 * @type {SliderScale}
 */
const nearOne = {
  toPosition: (value, min, max) =>
    value < 1 ? clamp(Math.log((1 - min) / (1 - value)) / Math.log((1 - min) / (1 - max))) : 1,
  fromPosition: (position, min, max) => {
    const distance = roundTo((1 - min) * ((1 - max) / (1 - min)) ** position, 2);
    return roundTo(1 - distance, 9);
  },
};

export const sliderScales = { linear, count, log, logOrZero, nearOne };

/** Resolution of positions for keyboard steps. */
const FINEST = 1000;

/**
 * The next higher or lower value that differs after rounding.
 *
 * @param {SliderScale} scale
 * @param {number} value
 * @param {number} min
 * @param {number} max
 * @param {number} steps signed distance in thousandths of the slider, extended until the value changes
 * @returns {number}
 */
export function nudge(scale, value, min, max, steps) {
  const start = Math.round(scale.toPosition(value, min, max) * FINEST);
  const direction = Math.sign(steps);
  for (let at = start + steps; at >= 0 && at <= FINEST; at += direction) {
    const next = scale.fromPosition(at / FINEST, min, max);
    if ((next - value) * direction > 0) return next;
  }
  return scale.fromPosition(direction > 0 ? 1 : 0, min, max);
}
