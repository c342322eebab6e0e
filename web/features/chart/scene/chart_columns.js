// Columns of a run for the chart. Each column has an incremental index of its extremes, so that neither
// drawing nor computing a range iterates over every row of a long run.

import { RangeIndex } from '../../../plot/range_index.js';

/** @typedef {import('../../training/run.js').Run} Run */

/** @type {WeakMap<object, Map<string, RangeIndex>>} */
const indices = new WeakMap();

/**
 * @param {object} owner
 * @param {string} key
 */
function indexOf(owner, key) {
  const known = indices.get(owner) ?? new Map();
  indices.set(owner, known);
  const index = known.get(key) ?? new RangeIndex();
  known.set(key, index);
  return index;
}

/**
 * @param {Run} run
 * @param {'steps' | 'epochs'} table
 * @param {string} key
 * @returns {{y: Float64Array, index: RangeIndex}}
 */
export function columnOf(run, table, key) {
  const columns = /** @type {import('../../training/columns.js').Columns<string>} */ (run[table]);
  const y = columns.column(key);
  return { y, index: indexOf(columns, key).update(y, columns.revision) };
}

/** Steps 0, 1, 2, ... @type {Float64Array} */
let ramp = new Float64Array(0);

/**
 * The planned rates from a step on as a line.
 *
 * @param {Float64Array} rates of all steps
 * @param {number} from
 */
export function planFrom(rates, from) {
  if (ramp.length < rates.length) ramp = Float64Array.from({ length: rates.length }, (_, at) => at);
  const x = ramp.subarray(0, rates.length);
  return { x, y: rates, first: from, index: indexOf(rates, 'rates').update(rates) };
}
