// The differences between experiments, path by path, as a pure function of documents with all defaults.
// Sections of different types (another schedule, another network) count as one difference, not as one per
// setting.

/**
 * @typedef {object} Difference
 * @property {string} path
 * @property {any[]} values one for each experiment; undefined if it has no such setting
 */

/** Descriptive keys, which do not affect training. */
const UNCOMPARED = ['name', 'version'];

/**
 * @param {any[]} experiments with all defaults
 * @returns {{different: Difference[], same: number}} `same` counts the equal settings
 */
export function differencesOf(experiments) {
  const result = { different: /** @type {Difference[]} */ ([]), same: 0 };
  for (const key of keysOf(experiments)) {
    if (UNCOMPARED.includes(key)) continue;
    compare(
      key,
      experiments.map((experiment) => experiment[key]),
      result,
    );
  }
  return result;
}

/**
 * @param {string} path
 * @param {any[]} values
 * @param {{different: Difference[], same: number}} result
 */
function compare(path, values, result) {
  const [first] = values.map((value) => canonical(value));
  if (values.every((value) => canonical(value) === first)) {
    result.same += countOf(values[0]);
    return;
  }
  if (!values.every((value) => isOfOneKind(value, values[0]))) {
    result.different.push({ path, values });
    return;
  }
  for (const key of keysOf(values)) {
    const at = Array.isArray(values[0]) ? `${path}[${key}]` : `${path}.${key}`;
    compare(
      at,
      values.map((value) => value[key]),
      result,
    );
  }
}

/**
 * Whether two values are compared by parts: sections of the same type, or lists of the same length and
 * types. Lists of numbers, such as a kernel size [5, 5] or milestones, are compared as a whole.
 *
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
function isOfOneKind(one, other) {
  if (!isSection(one) || !isSection(other)) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (!Array.isArray(one)) return one.type === other.type && one.source === other.source;
  return one.length === other.length && one.every((part, index) => isOfOneKind(part, other[index]));
}

/** @param {any} value */
const isSection = (value) =>
  typeof value === 'object' &&
  value !== null &&
  (!Array.isArray(value) || (value.length > 0 && value.every(isSection)));

/** @param {any} value @returns {number} number of settings in it */
function countOf(value) {
  if (!isSection(value)) return 1;
  return Object.values(value).reduce((sum, part) => sum + countOf(part), 0);
}

/** @param {any[]} values @returns {string[]} */
const keysOf = (values) => [...new Set(values.flatMap((value) => Object.keys(value)))];

/** JSON with sorted keys. @param {any} value */
function canonical(value) {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
