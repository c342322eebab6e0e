// Sizes that are one number or two, as text and back.

/**
 * What is written for a pair: 3, or 3 × 5.
 *
 * @param {any} value
 */
export function pairText(value) {
  return Array.isArray(value) ? value.join(' × ') : String(value ?? '');
}

/**
 * What was typed, as the document has it: a number or a list of numbers where it is that, else the text
 * itself, for the core to refuse.
 *
 * @param {string} text 3; 3 5; 3 x 5; 3 × 5
 * @param {boolean} [optional] whether an empty text leaves the setting out
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
