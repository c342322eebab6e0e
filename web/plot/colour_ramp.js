// Perceptually uniform colour ramps: linear interpolation in Oklab (Björn Ottosson, "A perceptual color space for
// image processing", 2020). Pure functions.

/** @typedef {[number, number, number]} Triple */

/** @param {string} hex #rrggbb @returns {Triple} */
export function parseColor(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** @param {number} channel 0 to 255 */
const toLinear = (channel) => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** @param {number} light */
const fromLinear = (light) => {
  const share = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, share)));
};

/** @param {Triple} rgb 0 to 255 @returns {Triple} lightness, a, b */
export function toOklab(rgb) {
  const [r, g, b] = rgb.map(toLinear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** @param {Triple} lab @returns {Triple} 0 to 255 */
export function fromOklab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/**
 * @param {string} from #rrggbb
 * @param {string} to
 * @param {number} count at least 2
 * @returns {Triple[]}
 */
export function colourRamp(from, to, count) {
  const [start, end] = [toOklab(parseColor(from)), toOklab(parseColor(to))];
  return Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const between = start.map((value, axis) => value + (end[axis] - value) * share);
    return fromOklab(/** @type {Triple} */ (between));
  });
}
