// Numbers and lists as people read them: 0.01, 3e-4, 98.2 %, 5,900. Pure functions of a language.

const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';
const BYTES = ['B', 'kB', 'MB', 'GB'];
export const NOTHING = '\u2013';

/** @param {string} language */
export function createFormat(language) {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  /** @type {Map<number, Intl.NumberFormat>} */
  const fixed = new Map();
  const withDigits = (/** @type {number} */ digits) => {
    let format = fixed.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      fixed.set(digits, format);
    }
    return format;
  };
  const known = (
    /** @type {number | undefined | null} */ value,
    /** @type {(value: number) => string} */ write,
  ) => {
    if (value === undefined || value === null) return NOTHING;
    return Number.isFinite(value) ? write(value) : String(value);
  };

  const separator = language.startsWith('zh') ? '、' : ', ';

  return {
    /** Names, settings or numbers, one after another. */
    list: (/** @type {readonly (string | number)[]} */ parts) => parts.join(separator),

    /** 5,900 */
    count: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => whole.format(number)),

    /** 832 B, 6.7 kB, 361 MB, 2.1 GB */
    bytes: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => {
        const power = number < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(number) / 3));
        const size = number / 1000 ** power;
        const digits = power > 0 && size < 9.95 ? 1 : 0;
        return `${withDigits(digits).format(size)}${NARROW_SPACE}${BYTES[power]}`;
      }),

    /** Epochs with their hundredths: 3.06 */
    epochs: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => withDigits(2).format(number)),

    /** Three digits that count and no more, so that it can be read while it changes: 5,940; 41.3 */
    speed: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => {
        const rounded = Number(number.toPrecision(3));
        return withDigits(rounded >= 100 ? 0 : rounded >= 10 ? 1 : 2).format(rounded);
      }),

    /** A share as 98.2 % */
    percent: (/** @type {number | undefined | null} */ value, digits = 1) =>
      known(value, (share) => `${withDigits(digits).format(share * 100)}${NARROW_SPACE}%`),

    /** 0.1, 0.0123, 3e-4, 0 */
    rate: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => significant(number, 3)),

    /** 0.0523, 2.30; 2.0e10 */
    loss: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => {
        const size = Math.abs(number);
        const plain = number === 0 || (size >= 1e-3 && size < 1e5);
        return plain ? padded(number) : number.toExponential(1).replace('e+', 'e');
      }),

    /** A number of a scale that ends at `limit`, with as many decimals as three digits of that need: −0.04, 1.71 */
    scaled: (/** @type {number | undefined | null} */ value, limit = 1) =>
      known(value, (number) => {
        const size = Math.max(1e-6, Math.min(1e6, Math.abs(limit) || 1));
        const decimals = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(size))));
        return withDigits(decimals)
          .format(Number(number.toFixed(decimals)) + 0)
          .replace('-', MINUS);
      }),

    /** Seconds as 0:12, 3:05, 1:02:05 */
    duration: (/** @type {number | undefined | null} */ value) =>
      known(value, (seconds) => clock(Math.round(seconds))),

    /** A bare number as it would be typed. */
    plain: (/** @type {number | undefined | null} */ value) =>
      known(value, (number) => significant(number, 6)),
  };
}

/** @typedef {ReturnType<typeof createFormat>} Format */

/**
 * @param {number} value
 * @param {number} digits
 */
export function significant(value, digits) {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size >= 1e-3 && size < 1e6) return String(rounded);
  return rounded.toExponential().replace('e+', 'e');
}

/**
 * LaTeX for a number: 3 \times 10^{-4}
 *
 * @param {number} value
 * @param {number} [digits]
 */
export function texNumber(value, digits = 4) {
  const [mantissa, exponent] = significant(value, digits).split('e');
  if (exponent === undefined) return mantissa;
  const power = `10^{${exponent}}`;
  return mantissa === '1' ? power : String.raw`${mantissa}{\cdot}${power}`;
}

/** Three digits that count, zeros kept, so that the width stays: 2.30, 0.523, 0.0520. @param {number} value */
function padded(value) {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(4, decimals)).replace('-', MINUS);
}

/** @param {number} seconds */
function clock(seconds) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
