// The scenes of the heat maps: their common axis, and one column per moment. Columns are cached while the axis
// does not change.

import { decadesOf, linearAxis, logAxis } from '../../../plot/value_axis.js';
import { countsOf, figuresOf, updateRatio } from './histogram_figures.js';
import { quantilesOf } from './histogram_summary.js';

/** @typedef {import('./histograms.js').HistogramRecord} HistogramRecord */
/** @typedef {import('./histograms.js').Moment} Moment */
/** @typedef {import('../../../plot/value_axis.js').ValueAxis} ValueAxis */
/** @typedef {'log' | 'linear'} AxisKind */
/** @typedef {import('../../../plot/heat_map.js').HeatColumn & {most: number}} Column `most`: its largest share */

/**
 * The range of the values of the shown parameters.
 *
 * @param {HistogramRecord} record
 * @param {number[]} shown
 */
function reachOf({ moments, quantity }, shown) {
  let reach = 0;
  for (const index of shown) {
    for (const moment of moments) {
      const { low, high } = figuresOf(moment, index, quantity);
      if (low < 0 || high > 0) reach = Math.max(reach, -low, high);
    }
  }
  const power = 10 ** Math.floor(Math.log10(reach || 1));
  return Math.ceil((reach || 1) / power) * power;
}

export function createDrawn() {
  /** @type {ValueAxis} */
  let axis;
  let spans = '';
  /** @type {WeakMap<Moment, Map<number, Column>>} */
  let columns = new WeakMap();

  /**
   * The axis that holds all values of the parameters shown.
   *
   * @param {HistogramRecord} record
   * @param {number[]} shown
   * @param {AxisKind} kind
   */
  function axisFor(record, shown, kind) {
    const { edges } = record.layout;
    const all = () =>
      shown.flatMap((index) => record.moments.map((moment) => countsOf(record, moment, index)));
    const span = kind === 'log' ? decadesOf(all(), edges) : reachOf(record, shown);
    const now = JSON.stringify([kind, span]);
    if (now === spans) return;
    spans = now;
    columns = new WeakMap();
    axis = typeof span === 'number' ? linearAxis(edges, span) : logAxis(edges, span);
  }

  /**
   * @param {HistogramRecord} record
   * @param {Moment} moment
   * @param {number} index
   * @returns {Column}
   */
  function columnOf(record, moment, index) {
    const ofMoment = columns.get(moment) ?? new Map();
    columns.set(moment, ofMoment);
    const known = ofMoment.get(index);
    if (known) return known;
    const shares = axis.shares(countsOf(record, moment, index));
    const middle = (axis.edges.length - 2) / 2;
    // Values at zero are often the majority and would leave no contrast for the rest.
    const most = shares.reduce((so, share, at) => (at === middle ? so : Math.max(so, share)), 0);
    const column = {
      step: moment.step,
      ...{ shares, most, quantiles: quantilesOf(record, moment, index) },
    };
    ofMoment.set(index, column);
    return column;
  }

  /**
   * What the cards draw, which changes with the record and not with the cursor.
   *
   * @param {HistogramRecord} record
   * @param {number[]} shown
   * @param {AxisKind} kind
   */
  return (record, shown, kind) => {
    const { layout, moments, quantity } = record;
    axisFor(record, shown, kind);
    const cards = shown.map((index) => ({
      parameter: layout.parameters[index],
      index,
      columns: moments
        .filter((moment) => !Number.isNaN(figuresOf(moment, index, quantity).norm))
        .map((moment) => columnOf(record, moment, index)),
      ratios: moments
        .map((moment) => ({ step: moment.step, ratio: updateRatio(moment, index) }))
        .filter(({ ratio }) => !Number.isNaN(ratio)),
    }));
    const most = cards.flatMap((card) => card.columns.map((column) => column.most));
    return { axis, cards, full: Math.max(0, ...most) || 1 };
  };
}
