// The chart while it shows a chosen few and nothing else, each in a style of its own: the runs that are
// compared, or the schedules of a race.

import { accuracyDomain, logDomain } from '../plot/scales.js';
import { colorOfStyle, runStyle } from './run_colors.js';

/** @typedef {import('../plot/types.js').Line} Line */
/** @typedef {import('../plot/types.js').Area} Area */

/** A curve, or the mean of several with how far they differ. @typedef {Pick<Line, 'x' | 'y'> & {low?: ArrayLike<number>, high?: ArrayLike<number>}} Curve */

/**
 * @typedef {object} Series
 * @property {number} style one of the eight
 * @property {string} label at the end of its line
 * @property {Curve} rate of every step
 * @property {Curve} accuracy held out, by epochs
 * @property {Curve} loss held out, by epochs
 * @property {{accuracy: Curve, loss: Curve}[]} [single] curves that are no part of the mean yet
 */

/**
 * @typedef {object} Focus
 * @property {Series[]} series
 * @property {number} steps
 * @property {number} stepsPerEpoch
 */

/** @param {Focus | null} focus @param {number | null} cursor @returns {import('../plot/types.js').Scene | null} */
export function focusScene(focus, cursor) {
  if (!focus) return null;
  const { series, steps, stepsPerEpoch } = focus;
  const drawn = series.map((one) => ({
    ...one,
    ...runStyle(one.style),
    color: colorOfStyle(one.style),
  }));
  return {
    steps,
    stepsPerEpoch,
    cursor,
    marks: [],
    bands: {
      rate: bandOf(drawn, 'rate', (columns) => logDomain(columns, [0.001, 1])),
      accuracy: bandOf(drawn, 'accuracy', accuracyDomain),
      loss: bandOf(drawn, 'loss', (columns) => logDomain(columns, [0.01, 5])),
    },
  };
}

/** @typedef {Series & {color: string, dash: number[]}} Drawn */

/**
 * @param {Drawn[]} series
 * @param {'rate' | 'accuracy' | 'loss'} band
 * @param {(columns: ArrayLike<number>[]) => import('../plot/scales.js').Domain} domainOf
 * @returns {import('../plot/types.js').BandScene}
 */
function bandOf(series, band, domainOf) {
  const single =
    band === 'rate'
      ? []
      : series.flatMap((one) => (one.single ?? []).map((curves) => ({ one, curve: curves[band] })));
  /** @type {Line[]} */
  const lines = [
    ...single.map(({ one: { color, dash }, curve: { x, y } }) => ({
      ...{ x, y, color, dash },
      width: 1,
      alpha: 0.55,
    })),
    ...series.map(({ color, dash, [band]: { x, y } }) => ({
      ...{ x, y, color, dash },
      width: 2,
      stepped: band === 'rate',
      dots: band === 'accuracy' && dash.length === 0,
    })),
  ];
  const areas = series.flatMap(({ color, [band]: { x, low, high } }) =>
    low && high ? [{ x, low, high, color, alpha: 0.14 }] : [],
  );
  return {
    domain: domainOf([
      ...lines.map(({ y }) => y),
      ...areas.flatMap(({ low, high }) => [low, high]),
    ]),
    areas,
    lines,
    labels: band === 'accuracy' ? series.flatMap(labelOf) : [],
    dots: [],
  };
}

/** @param {Drawn} series @returns {import('../plot/types.js').EndLabel[]} */
function labelOf({ label, color, accuracy: { x, y } }) {
  if (x.length === 0) return [];
  const last = x.length - 1;
  return [{ step: x[last], value: y[last], text: label, color }];
}
