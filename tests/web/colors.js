// How colours look: contrast by WCAG 2, and how far apart two are for common sight and for the three
// kinds of colour blindness.
//
// Simulation: Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of
// color vision deficiency", the matrices of severity 1, in linear RGB. Distance: CIE 1976, in L*a*b* of
// D65; from about 2.3 a difference is just noticed.

/** @typedef {[number, number, number]} Triple */

/** @type {Record<'common' | 'protan' | 'deutan' | 'tritan', Triple[]>} */
const SIGHT = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * The colours that a theme gives to names.
 *
 * @param {string} css of tokens.css: what is light first
 * @param {'light' | 'dark'} theme
 * @returns {Record<string, string>}
 */
export function colorsOf(css, theme) {
  const [light, dark] = css.split("[data-theme='dark']");
  const part = theme === 'light' ? light : dark;
  return Object.fromEntries(
    [...part.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]),
  );
}

/** @param {string} color @returns {Triple} linear, in [0, 1] */
function linear(color) {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  return /** @type {Triple} */ (
    parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  );
}

/** @param {Triple} weights @param {Triple} values */
const dot = (weights, values) =>
  weights.reduce((sum, weight, index) => sum + weight * values[index], 0);

/** @param {string} color */
const luminance = (color) => dot([0.2126, 0.7152, 0.0722], linear(color));

/** @param {string} one @param {string} other */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** @param {Triple} rgb linear @returns {Triple} L*, a*, b* */
function lab(rgb) {
  const f = (/** @type {number} */ share) =>
    share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * @param {string} one
 * @param {string} other
 * @param {keyof typeof SIGHT} sight
 */
export function apartness(one, other, sight) {
  const [a, b] = [one, other].map((color) => {
    const seen = SIGHT[sight].map((row) => dot(row, linear(color)));
    return lab(/** @type {Triple} */ (seen.map((part) => Math.min(1, Math.max(0, part)))));
  });
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
