// The scene of the chart: axis, bands, marks of schedule edits and jumps of the learning rate. The screen
// and saved figures are drawn from the same scene.

import { format, t } from '../../../locales/index.js';
import { rateJumps } from '../../training/index.js';
import { chartAxis } from './chart_axis.js';
import { accuracyBand, lossBand, normsBand, rateBand } from './chart_traces.js';
import { editLabel } from '../../schedule/index.js';

/** @typedef {import('../../training/run.js').Run} Run */

/**
 * Colours of the theme, named as in ui/tokens.css.
 *
 * @typedef {Record<'rate' | 'heldOut' | 'training' | 'loss' | 'weights' | 'gradients' | 'rateText' |
 *   'heldOutText' | 'trainingText' | 'lossText', string>} Colors
 */

/**
 * View settings of the chart.
 *
 * @typedef {object} View
 * @property {number | null} cursor a step
 * @property {import('../chart_view.js').Unit} unit
 * @property {[number, number] | null} visibleRange visible range in that unit; null: everything
 * @property {import('../chart_view.js').Scale} rateScale
 * @property {import('../chart_view.js').Scale} lossScale
 * @property {boolean} weightNorm
 * @property {boolean} gradientNorm
 * @property {number} width pixels between the ends of the axis
 */

/**
 * The data that the chart shows.
 *
 * @typedef {object} Subject
 * @property {Run | null} current
 * @property {Run[]} others other visible runs, drawn behind it
 * @property {(run: Run) => string} colorOf of a run that is not the current one
 * @property {Float64Array} rates of the whole run, as planned now
 * @property {{steps: number, stepsPerEpoch: number}} length
 * @property {boolean} going whether the current run can continue
 * @property {Colors} colors
 * @property {Partial<Record<string, import('./chart_extras.js').Extra>>[]} [extras] by band
 */

/** @typedef {Subject & View} Shown */

/**
 * @param {Shown} shown
 * @returns {import('../../../plot/types.js').Scene}
 */
export function chartScene(shown) {
  const { current, cursor, weightNorm, gradientNorm } = shown;
  const axis = chartAxis(shown);
  const placed = { ...shown, axis, zoomed: axis.visibleRange !== axis.whole };
  return {
    x: axis,
    cursor: cursor === null ? null : axis.toAxis(cursor),
    marks: marksOf(current).map((mark) => ({ ...mark, x: axis.toAxis(mark.step) })),
    jumps: axis.known ? jumpsOf(placed) : [],
    bands: {
      rate: rateBand(placed),
      accuracy: accuracyBand(placed),
      loss: lossBand(placed),
      ...(weightNorm || gradientNorm ? { norms: normsBand(placed) } : {}),
    },
  };
}

/** @param {Run | null} run */
function marksOf(run) {
  let before = run?.experiment.schedule;
  return (run?.edits ?? []).map(({ step, schedule }) => {
    const text = before ? editLabel(before, schedule) : '';
    before = schedule;
    return { step, text, name: t('chart.edit.at', { step: format.count(step), text }) };
  });
}

/** @type {WeakMap<Float64Array, number[]>} */
const jumpsOfPlans = new WeakMap();

/** @param {Float64Array} rates @param {number} stepsPerEpoch */
function plannedJumps(rates, stepsPerEpoch) {
  const known = jumpsOfPlans.get(rates) ?? rateJumps(rates, stepsPerEpoch);
  jumpsOfPlans.set(rates, known);
  return known;
}

/**
 * Jumps of the recorded rate, then of the planned rate. Edits have marks of their own.
 *
 * @param {import('./chart_traces.js').Placed} placed
 */
function jumpsOf({ current, rates, length, going, axis }) {
  const past = current?.steps.column('rate') ?? rates.subarray(0, 0);
  const edits = new Set(current?.edits.map(({ step }) => step));
  const known = past.length - 1;
  const steps = [
    ...(current?.jumps ?? []),
    ...(going ? plannedJumps(rates, length.stepsPerEpoch).filter((step) => step >= known) : []),
  ];
  const rateAt = (/** @type {number} */ step) => (step < past.length ? past : rates)[step];
  const [min, max] = axis.visibleRange;
  return steps
    .filter((step) => step > 0 && !edits.has(step))
    .map((step) => ({
      x: axis.toAxis(step),
      value: rateAt(step),
      text: jumpLabel(rateAt(step - 1), rateAt(step)),
    }))
    .filter(({ x }) => x >= min && x <= max);
}

/** @param {number} before @param {number} after */
function jumpLabel(before, after) {
  if (after > before) return t('chart.jump.up', { rate: format.rate(after) });
  if (after === 0) return t('chart.jump.zero');
  return t('chart.jump.down', { factor: format.rate(before / after) });
}
