// The x axis of the chart: positions of a run's rows in steps, epochs or seconds, and the tick labels. The
// current run, or else the planned one, defines how steps convert to epochs and seconds.

import { format } from '../../../locales/index.js';
import { linearTicks } from '../../../plot/scales.js';
import { within } from '../../../plot/x_viewport.js';
import { lastRowUpTo } from '../../training/index.js';

/** @typedef {import('../../training/run.js').Run} Run */
/** @typedef {import('../chart_view.js').Unit} Unit */
/** @typedef {import('../../../plot/types.js').Across} Across */

/** Width of a tick label in pixels. */
const TICK_ROOM = 64;

/** Smallest zoom range in steps. */
const LEAST_STEPS = 4;

const SAME = /** @type {Across} */ ({ scale: 1, offset: 0 });

/** A time axis ends at one of these times a power of ten, so that its end does not change with each estimate. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** @param {number} value */
function roundUp(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return (ROUND.find((factor) => factor * power >= value) ?? 10) * power;
}

/**
 * @param {object} options
 * @param {Unit} options.unit
 * @param {Run | null} options.current
 * @param {Run[]} options.others
 * @param {{steps: number, stepsPerEpoch: number}} options.length of the current or planned run
 * @param {boolean} options.going whether the current run can continue
 * @param {[number, number] | null} options.visibleRange
 * @param {number} options.width pixels between the ends of the axis
 */
export function chartAxis({ unit, current, others, length, going, visibleRange, width }) {
  const stepsPerEpoch = Math.max(1, current?.status.stepsPerEpoch ?? length.stepsPerEpoch);
  const total = Math.max(1, current?.status.totalSteps ?? length.steps);
  const scale = scaleOf(unit, current, stepsPerEpoch);
  const longest = others.map((run) => lengthOf(run, unit));
  const ownEnd = current && !going ? lengthOf(current, unit) : scale.toAxis(total);
  const end = unit !== 'step' && unit !== 'epoch' && going ? roundUp(ownEnd) : ownEnd;
  /** @type {[number, number]} */
  const whole = [0, Math.max(end, ...longest) || 1];
  const least = LEAST_STEPS * (scale.across.scale || whole[1] / total);
  const visible = (visibleRange && within(visibleRange, whole, least)) ?? whole;
  return {
    ...scale,
    unit,
    whole,
    least,
    visibleRange: visible,
    ticks: ticksOf(unit, visible, width, stepsPerEpoch, scale),
    place: (/** @type {Run} */ run, /** @type {'steps' | 'epochs'} */ table) =>
      placeOf(run, table, unit),
    stepOf: (/** @type {Run} */ run, /** @type {number} */ x) => stepOf(run, x, unit),
  };
}

/** @typedef {ReturnType<typeof chartAxis>} ChartAxis */

/**
 * @param {Unit} unit
 * @param {Run | null} current
 * @param {number} stepsPerEpoch
 */
function scaleOf(unit, current, stepsPerEpoch) {
  if (unit === 'seconds') return secondsScale(current);
  const per = unit === 'epoch' ? stepsPerEpoch : 1;
  return {
    known: true,
    across: { scale: 1 / per, offset: 0 },
    toAxis: (/** @type {number} */ step) => step / per,
    toStep: (/** @type {number} */ x) => x * per,
  };
}

/**
 * Finished steps lie at their measured time, future steps are extrapolated with the mean time per step.
 * Before the first step the scale is unknown.
 *
 * @param {Run | null} run
 */
function secondsScale(run) {
  const seconds = run?.steps.column('seconds') ?? new Float64Array(0);
  const last = seconds.length - 1;
  const pace = last < 0 ? 0 : seconds[last] / seconds.length;
  const now = last < 0 ? 0 : seconds[last];
  return {
    known: pace > 0,
    across: { scale: pace || 1, offset: now - last * pace },
    toAxis(/** @type {number} */ step) {
      if (step >= last) return now + (step - last) * pace;
      const row = Math.max(0, Math.floor(step));
      return seconds[row] + (seconds[row + 1] - seconds[row]) * Math.max(0, step - row);
    },
    toStep(/** @type {number} */ x) {
      if (pace === 0) return 0;
      if (x >= now) return last + (x - now) / pace;
      const row = lastRowUpTo(seconds, x);
      if (row < 0) return 0;
      return row + (x - seconds[row]) / (seconds[row + 1] - seconds[row] || 1);
    },
  };
}

/** @param {Run} run @param {Unit} unit */
function lengthOf(run, unit) {
  if (unit === 'seconds') return run.seconds;
  return unit === 'epoch' ? run.status.step / run.status.stepsPerEpoch : run.status.step;
}

/**
 * @param {Run} run
 * @param {'steps' | 'epochs'} table
 * @param {Unit} unit
 * @returns {{x: Float64Array, across: Across}}
 */
function placeOf(run, table, unit) {
  const columns = /** @type {import('../../training/columns.js').Columns<'step' | 'seconds'>} */ (
    run[table]
  );
  if (unit === 'seconds') return { x: columns.column('seconds'), across: SAME };
  const scale = unit === 'epoch' ? 1 / run.status.stepsPerEpoch : 1;
  return { x: columns.column('step'), across: { scale, offset: 0 } };
}

/**
 * @param {Run} run
 * @param {number} x
 * @param {Unit} unit
 * @returns {number} the step of a run at x; past the end of the run if it has none there
 */
function stepOf(run, x, unit) {
  if (unit === 'step') return Math.round(x);
  if (unit === 'epoch') return Math.round(x * run.status.stepsPerEpoch);
  return x > run.seconds ? Infinity : lastRowUpTo(run.steps.column('seconds'), x);
}

/**
 * @param {Unit} unit
 * @param {[number, number]} visibleRange
 * @param {number} width
 * @param {number} stepsPerEpoch
 * @param {{known: boolean, toStep: (x: number) => number}} scale
 */
function ticksOf(unit, [min, max], width, stepsPerEpoch, { known, toStep }) {
  const ticks = linearTicks(min, max, width / TICK_ROOM);
  const whole = unit === 'step' ? ticks.filter((tick) => Number.isInteger(tick)) : ticks;
  const epochs = (/** @type {number} */ at) =>
    format.plain(Number((toStep(at) / stepsPerEpoch).toFixed(2)));
  const steps = (/** @type {number} */ at) => format.count(Math.round(toStep(at)));
  return whole.map((at) => ({
    at,
    text: Number.isInteger(at) ? format.count(at) : format.plain(at),
    second: unit === 'epoch' ? steps(at) : known ? epochs(at) : '',
  }));
}
