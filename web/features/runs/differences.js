// In what several experiments differ: a pure comparison of filled-in documents, path by path. Where
// the kind of a thing differs (another schedule, another network), it is one difference as a whole, not
// one for each setting that the one has and the other has not.

/**
 * @typedef {object} Difference
 * @property {string} path
 * @property {any[]} values one for each experiment; undefined where it has no such setting
 */

/** What is said of an experiment and does not train. */
const UNCOMPARED = ['name', 'version'];

/**
 * @param {any[]} experiments filled in
 * @returns {{different: Difference[], same: number}} `same` counts the single settings that are alike
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
 * Whether two things can be compared part by part: sections of one type, lists of as many things of the
 * same types. Lists of bare values, as a kernel's [5, 5] or the milestones of a schedule, are values.
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

/** @param {any} value @returns {number} single settings in it */
function countOf(value) {
  if (!isSection(value)) return 1;
  return Object.values(value).reduce((sum, part) => sum + countOf(part), 0);
}

/** @param {any[]} values @returns {string[]} */
const keysOf = (values) => [...new Set(values.flatMap((value) => Object.keys(value)))];

/** The same text for the same value, in whatever order its keys stand. @param {any} value */
function canonical(value) {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
