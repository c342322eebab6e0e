// Converts sizes of one or two numbers to text and back.

/**
 * The text of a size: 3, or 3 × 5.
 *
 * @param {any} value
 */
export function pairText(value) {
  return Array.isArray(value) ? value.join(' × ') : String(value ?? '');
}

/**
 * Parses a size: a number or a list of numbers. Other text is returned unchanged and refused by the core.
 *
 * @param {string} text 3; 3 5; 3 x 5; 3 × 5
 * @param {boolean} [optional] whether an empty text removes the setting
 * @returns {number | number[] | string | undefined}
 */
export function parsePair(text, optional = false) {
  const parts = text.split(/[\s,;x×]+/i).filter((part) => part !== '');
  const numbers = parts.map(Number);
  if (parts.length === 0 && optional) return undefined;
  if (parts.length === 0 || numbers.some((value) => !Number.isFinite(value))) return text;
  if (numbers.every((value) => value === numbers[0])) return numbers[0];
  return numbers;
}
