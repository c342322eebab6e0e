// The scene of the isolated chart: the compared runs or the schedules of a race, each in a style of its own.

import { format } from '../../../locales/index.js';
import { accuracyDomain, linearDomain, logDomain } from '../../../plot/scales.js';
import { visibleExtent } from '../../../plot/visible_range.js';
import { lastRowUpTo } from '../../training/index.js';
import { chartAxis } from './chart_axis.js';
import { colorOfStyle, runStyle } from '../../runs/index.js';

/** @typedef {import('../../../plot/types.js').Line} Line */
/** @typedef {import('../../../plot/types.js').Area} Area */

/**
 * A curve, or the mean of several with its spread. `x` are steps; with a `run`, positions come from the
 * epochs and seconds of that run.
 *
 * @typedef {object} Curve
 * @property {ArrayLike<number>} x
 * @property {ArrayLike<number>} y
 * @property {ArrayLike<number>} [low]
 * @property {ArrayLike<number>} [high]
 * @property {import('../../../plot/range_index.js').RangeIndex} [index] of y
 * @property {import('../../training/run.js').Run} [run]
 * @property {'steps' | 'epochs'} [table] of the run that the curve is from
 */

/**
 * @typedef {object} Series
 * @property {number} style index of the line style, 0 to 7
 * @property {string} label at the end of its line
 * @property {Curve} rate of every step
 * @property {Curve} accuracy held out, by epochs
 * @property {Curve} loss held out, by epochs
 * @property {{accuracy: Curve, loss: Curve}[]} [single] curves that are not part of the mean yet
 */

/**
 * @typedef {object} IsolatedChart
 * @property {Series[]} series
 * @property {import('../../training/run.js').Run} [longest] that defines how steps convert to seconds
 * @property {number} steps
 * @property {number} stepsPerEpoch
 */

/**
 * @param {IsolatedChart | null} isolated
 * @param {import('./chart_scene.js').View} view
 * @returns {import('../../../plot/types.js').Scene | null}
 */
export function isolatedScene(isolated, view) {
  if (!isolated) return null;
  const { series, longest = null } = isolated;
  const timed = longest !== null && longest.seconds > 0;
  const axis = chartAxis({
    ...view,
    unit: view.unit === 'seconds' && !timed ? 'epoch' : view.unit,
    current: longest,
    others: series.flatMap(({ rate }) => (rate.run ? [rate.run] : [])),
    length: isolated,
    going: true,
  });
  const drawn = series.map((one) => ({
    ...one,
    ...runStyle(one.style),
    color: colorOfStyle(one.style),
  }));
  const x = view.cursor === null ? null : axis.toAxis(view.cursor);
  const band = (/** @type {'rate' | 'accuracy' | 'loss'} */ name) =>
    bandOf(drawn, name, { ...view, axis, x });
  const bands = { rate: band('rate'), accuracy: band('accuracy'), loss: band('loss') };
  const norms = { log: true, domain: EMPTY_DOMAIN, lines: [], labels: [], dots: [] };
  return {
    x: axis,
    cursor: x,
    marks: [],
    jumps: [],
    bands: view.weightNorm || view.gradientNorm ? { ...bands, norms } : bands,
  };
}

const EMPTY_DOMAIN = /** @type {import('../../../plot/scales.js').Domain} */ ([0.1, 100]);

const FORMATS = { rate: format.rate, accuracy: format.percent, loss: format.loss };

/** Positions of a curve on the x axis. @param {ChartAxis} axis @param {Curve} curve */
function placeOf(axis, { x, run, table }) {
  return run && table ? axis.place(run, table) : { x, across: axis.across };
}

/**
 * @param {Drawn} series
 * @param {'rate' | 'accuracy' | 'loss'} band
 * @param {ChartAxis} axis
 * @param {number} x
 * @returns {import('../../../plot/types.js').CursorDot}
 */
function dotOf(series, band, axis, x) {
  const { color, [band]: curve } = series;
  const place = placeOf(axis, curve);
  const row = lastRowUpTo(place.x, (x - place.across.offset) / place.across.scale);
  const value = row < 0 ? undefined : curve.y[row];
  return { value, color, text: FORMATS[band](value) };
}

/** @param {boolean} log @param {'rate' | 'accuracy' | 'loss'} band */
function domainOf(log, band) {
  if (band === 'accuracy') return accuracyDomain;
  const fallback = /** @type {[number, number]} */ (band === 'rate' ? [0.001, 1] : [0.01, 5]);
  return (/** @type {import('../../../plot/range_index.js').Extent} */ extent) =>
    (log ? logDomain : linearDomain)(extent, fallback);
}

/** @typedef {import('./chart_axis.js').ChartAxis} ChartAxis */

/** @typedef {Series & {color: string, dash: number[]}} Drawn */

/**
 * @param {Drawn[]} series
 * @param {'rate' | 'accuracy' | 'loss'} band
 * @param {import('./chart_scene.js').View & {axis: ChartAxis, x: number | null}} placed
 * @returns {import('../../../plot/types.js').BandScene}
 */
function bandOf(series, band, { axis, x, rateScale, lossScale }) {
  const single =
    band === 'rate'
      ? []
      : series.flatMap((one) => (one.single ?? []).map((curves) => ({ one, curve: curves[band] })));
  /** @type {Line[]} */
  const lines = [
    ...single.map(({ one: { color, dash }, curve }) => ({
      ...{ ...placeOf(axis, curve), y: curve.y, color, dash },
      width: 1,
      alpha: 0.55,
    })),
    ...series.map(({ color, dash, [band]: curve }) => ({
      ...{ ...placeOf(axis, curve), y: curve.y, index: curve.index, color, dash },
      width: 2,
      stepped: band === 'rate',
      dots: band === 'accuracy' && dash.length === 0,
    })),
  ];
  const areas = series.flatMap(({ color, [band]: curve }) => {
    const { low, high } = curve;
    return low && high ? [{ ...placeOf(axis, curve), low, high, color, alpha: 0.14 }] : [];
  });
  const log = band !== 'accuracy' && (band === 'rate' ? rateScale : lossScale) === 'log';
  return {
    log,
    domain: domainOf(log, band)(visibleExtent(axis, lines, areas)),
    areas,
    lines,
    labels: band === 'accuracy' ? series.flatMap((one) => labelOf(axis, one)) : [],
    dots: x === null ? [] : series.map((one) => dotOf(one, band, axis, x)),
  };
}

/**
 * The label at the end of the mean, or of the first curve as long as there is no mean.
 *
 * @param {ChartAxis} axis
 * @param {Drawn} series
 * @returns {import('../../../plot/types.js').EndLabel[]}
 */
function labelOf(axis, { label, color, accuracy, single = [] }) {
  const curve = accuracy.x.length > 0 ? accuracy : (single[0]?.accuracy ?? accuracy);
  const { x, across } = placeOf(axis, curve);
  if (x.length === 0) return [];
  const last = x.length - 1;
  const end = x[last] * across.scale + across.offset;
  return [{ x: end, value: curve.y[last], text: label, color }];
}
