// Converts tensors to RGBA pixels [H, W, 4]: with a diverging colour scale, as colour channels, or as bytes. Pure
// functions.

/** Colours from -1 to 1, three bytes each. @typedef {Uint8ClampedArray} Scale */

const STEPS = 255;

/**
 * @param {[negative: string, zero: string, positive: string]} colors as "#rrggbb"
 * @returns {Scale}
 */
export function divergingScale([negative, zero, positive]) {
  const ends = [negative, positive].map(parseColor);
  const middle = parseColor(zero);
  const scale = new Uint8ClampedArray(3 * (2 * STEPS + 1));
  for (let step = -STEPS; step <= STEPS; step++) {
    const end = ends[step < 0 ? 0 : 1];
    const share = Math.abs(step) / STEPS;
    for (let part = 0; part < 3; part++) {
      scale[3 * (step + STEPS) + part] = middle[part] + share * (end[part] - middle[part]);
    }
  }
  return scale;
}

/** @param {string} color "#rrggbb" or "#rgb" @returns {[number, number, number]} */
function parseColor(color) {
  const short = color.trim().replace('#', '');
  const digits = short.length === 3 ? short.replace(/./g, '$&$&') : short;
  const byte = (/** @type {number} */ at) => Number.parseInt(digits.slice(at, at + 2), 16);
  return [byte(0), byte(2), byte(4)];
}

/**
 * The values of an image within a tensor: every `stride`-th value from `offset`.
 *
 * @typedef {object} Plane
 * @property {ArrayLike<number>} values
 * @property {number} offset
 * @property {number} stride
 * @property {number} count of pixels
 */

/**
 * @param {Uint8ClampedArray} pixels [count, 4]
 * @param {Plane} plane
 * @param {number} limit magnitude at the ends of the scale
 * @param {Scale} scale
 */
export function paintDiverging(pixels, { values, offset, stride, count }, limit, scale) {
  const factor = limit > 0 ? STEPS / limit : 0;
  for (let i = 0; i < count; i++) {
    const value = values[offset + i * stride];
    const step = Math.max(-STEPS, Math.min(STEPS, Math.round((value || 0) * factor)));
    const color = 3 * (step + STEPS);
    pixels[4 * i] = scale[color];
    pixels[4 * i + 1] = scale[color + 1];
    pixels[4 * i + 2] = scale[color + 2];
    pixels[4 * i + 3] = 255;
  }
}

/**
 * Three planes as red, green and blue: -limit is 0, zero is the middle, limit is full brightness.
 *
 * @param {Uint8ClampedArray} pixels
 * @param {[Plane, Plane, Plane]} planes
 * @param {number} limit
 */
export function paintColors(pixels, planes, limit) {
  const factor = limit > 0 ? 127.5 / limit : 0;
  const { count } = planes[0];
  for (let i = 0; i < count; i++) {
    for (let part = 0; part < 3; part++) {
      const { values, offset, stride } = planes[part];
      pixels[4 * i + part] = 127.5 + factor * (values[offset + i * stride] || 0);
    }
    pixels[4 * i + 3] = 255;
  }
}

/**
 * An image of bytes: three channels are red, green and blue; otherwise the first channel is grey.
 *
 * @param {Uint8ClampedArray} pixels
 * @param {ArrayLike<number>} bytes [H, W, C]
 * @param {number} channels
 * @param {number} [offset] of the image's first byte
 */
export function paintBytes(pixels, bytes, channels, offset = 0) {
  const colors = channels === 3;
  for (let i = 0; i < pixels.length / 4; i++) {
    const at = offset + i * channels;
    pixels[4 * i] = bytes[at];
    pixels[4 * i + 1] = bytes[at + (colors ? 1 : 0)];
    pixels[4 * i + 2] = bytes[at + (colors ? 2 : 0)];
    pixels[4 * i + 3] = 255;
  }
}

/**
 * The smallest and the largest value of a plane.
 *
 * @param {Plane} plane
 */
export function rangeOf({ values, offset, stride, count }) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = values[offset + i * stride];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** The largest magnitude. @param {ArrayLike<number>} values */
export function largestOf(values) {
  const { low, high } = rangeOf({ values, offset: 0, stride: 1, count: values.length });
  return Math.max(0, -low, high);
}
