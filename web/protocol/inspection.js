// Requests that look into the open run without changing it.

/**
 * @template T
 * @typedef {import('./service.js').Answer<T>} Answer
 */

/**
 * @typedef {object} InspectionService
 * @property {() => Answer<import('./types.js').History>} history
 * @property {() => Answer<import('./types.js').Evaluation | null>} evaluation of the last epoch
 */

export {};
