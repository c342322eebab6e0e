// Convolution and pooling of a single channel, with the terms of each output value. The formulas and their
// limits are in core/textbook/.

import { checked } from '../error.js';
import { toJson } from './session.js';

/** @typedef {import('../../web/generated/simd/anneal.js').MainModule} Module */
/** @typedef {import('../../web/generated/simd/anneal.js').TextbookOutput} Output */

/**
 * @typedef {object} Matrix
 * @property {number} rows
 * @property {number} columns
 * @property {Float64Array} values [rows, columns]
 */

/**
 * One product of the sum for an output value. If row or column are outside the input, x is a zero of the
 * padding.
 *
 * @typedef {object} Term
 * @property {number} m row of the kernel
 * @property {number} n column of the kernel
 * @property {number} row of the input
 * @property {number} column of the input
 * @property {number} x
 * @property {number} k
 * @property {number} product
 */

/**
 * One value in a pooling window.
 *
 * @typedef {object} Member
 * @property {number} m row of the window
 * @property {number} n column of the window
 * @property {number} row of the input
 * @property {number} column of the input
 * @property {number} x
 * @property {boolean} wins whether it is the maximum of the window, in max pooling
 */

/**
 * @typedef {object} Convolution
 * @property {Matrix} output
 * @property {(i: number, j: number) => Term[]} terms whose sum is output (i, j); throws a RangeError outside of
 *   the output
 */

/**
 * @typedef {object} Pooling
 * @property {Matrix} output
 * @property {(i: number, j: number) => Member[]} members of the window of output (i, j); throws a RangeError
 *   outside of the output
 */

/**
 * @param {Module} module
 * @param {unknown} settings
 * @returns {Convolution}
 */
export function convolve2d(module, settings) {
  const result = checked(module.convolve2d(toJson(settings))).value;
  return {
    output: outputOf(result),
    terms: (i, j) =>
      partsOf(result, i, j, 7).map(([m, n, row, column, x, k, product]) => ({
        ...{ m, n, row, column, x, k, product },
      })),
  };
}

/**
 * @param {Module} module
 * @param {unknown} settings
 * @returns {Pooling}
 */
export function pool2d(module, settings) {
  const result = checked(module.pool2d(toJson(settings))).value;
  return {
    output: outputOf(result),
    members: (i, j) =>
      partsOf(result, i, j, 5).map(([m, n, row, column, x], member) => ({
        ...{ m, n, row, column, x },
        wins: result.winners[i * result.columns + j] === member,
      })),
  };
}

/** @param {Output} result */
function outputOf({ rows, columns, output }) {
  return { rows, columns, values: output };
}

/**
 * @param {Output} result
 * @param {number} i
 * @param {number} j
 * @param {number} width number of values of one part
 */
function partsOf({ rows, columns, perOutput, parts }, i, j, width) {
  const inside = (/** @type {number} */ value, /** @type {number} */ size) =>
    Number.isInteger(value) && value >= 0 && value < size;
  if (!inside(i, rows) || !inside(j, columns)) {
    throw new RangeError(`(${i}, ${j}) is not in an output of ${rows} x ${columns}`);
  }
  const first = (i * columns + j) * perOutput * width;
  return Array.from({ length: perOutput }, (_, part) =>
    parts.slice(first + part * width, first + (part + 1) * width),
  );
}
