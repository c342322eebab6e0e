// Statistics of a parameter at a moment, for cards and the table.

import { countsOf, figuresOf, quantile, updateRatio } from './histogram_figures.js';

/** @typedef {import('./histograms.js').HistogramRecord} HistogramRecord */
/** @typedef {import('./histograms.js').Moment} Moment */

/** Quantiles: 5 %, median, 95 %. */
const SHARES = [0.05, 0.5, 0.95];

/** Undefined for a figure that was not measured. @param {number} value */
const known = (value) => (Number.isNaN(value) ? undefined : value);

/**
 * @param {HistogramRecord} record
 * @param {Moment} moment
 * @param {number} parameter
 */
export function quantilesOf(record, moment, parameter) {
  const counts = countsOf(record, moment, parameter);
  const ends = figuresOf(moment, parameter, record.quantity);
  return SHARES.map((share) => quantile(counts, record.layout.edges, share, ends));
}

/**
 * @param {HistogramRecord} record
 * @param {Moment} moment
 * @param {number} parameter
 */
export function summaryOf(record, moment, parameter) {
  const { low, high, mean, deviation, zeros } = figuresOf(moment, parameter, record.quantity);
  const [from, median, to] = quantilesOf(record, moment, parameter).map(known);
  return {
    step: moment.step,
    ...{ from, median, to, low: known(low), high: known(high), mean: known(mean) },
    ...{ deviation: known(deviation), zeros: known(zeros) },
    ratio: known(updateRatio(moment, parameter)),
  };
}

/** @typedef {ReturnType<typeof summaryOf>} Summary */
