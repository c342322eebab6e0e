// The parts of a band: columns of runs as lines, labels at their ends, dots at the cursor.

import { format, t } from '../../../locales/index.js';
import { columnOf } from './chart_columns.js';

/** @typedef {import('../../training/run.js').Run} Run */
/** @typedef {import('../../../plot/types.js').Line} Line */
/** @typedef {import('../../../plot/types.js').EndLabel} EndLabel */
/** @typedef {import('../../../plot/types.js').CursorDot} CursorDot */
/** @typedef {import('./chart_traces.js').Placed} Placed */
/** @typedef {ReturnType<Run['at']>} Values */

/**
 * One column of a run as a line.
 *
 * @param {Placed} placed
 * @param {Run} run
 * @param {'steps' | 'epochs'} table
 * @param {string} key
 * @param {Omit<Line, 'x' | 'y' | 'across' | 'index'>} style
 * @returns {Line}
 */
export function lineOf({ axis }, run, table, key, style) {
  return { ...axis.place(run, table), ...columnOf(run, table, key), ...style };
}

/**
 * One column of every run that is shown behind the current one.
 *
 * @param {Placed} placed
 * @param {'steps' | 'epochs'} table
 * @param {string} key
 * @param {Partial<Line>} [style]
 */
export function behind(placed, table, key, style) {
  return placed.others.map((run) =>
    lineOf(placed, run, table, key, { color: placed.colorOf(run), width: 1.25, ...style }),
  );
}

/**
 * Values of the other runs at the cursor, labelled with the number of the run.
 *
 * @param {Placed} placed
 * @param {(values: Values) => number | undefined} pick
 * @param {(value: number | undefined) => string} write
 * @returns {CursorDot[]}
 */
export function dotsBehind({ others, colorOf, axis, cursor }, pick, write) {
  if (cursor === null) return [];
  const x = axis.toAxis(cursor);
  return others.map((run) => {
    const step = axis.stepOf(run, x);
    const value = step < run.status.step ? pick(run.at(step)) : undefined;
    return { value, color: colorOf(run), text: `${run.number}\u2002${write(value)}` };
  });
}

/** @param {Placed} placed @returns {EndLabel[]} the numbers of the other runs at the ends of their lines */
export function numbersBehind({ others, colorOf, axis }) {
  return others.map((run) => {
    const { x, across } = axis.place(run, 'epochs');
    return {
      x: (x.at(-1) ?? 0) * across.scale + across.offset,
      value: run.lastHeldOut ?? Number.NaN,
      text: String(run.number),
      color: colorOf(run),
    };
  });
}

/** Position of the newest row of a run. @param {Placed} placed @param {Run} run */
function endOf({ axis }, run) {
  return axis.toAxis(Math.max(0, run.status.step - 1));
}

/** @param {Placed} placed @returns {Values | undefined} of the current run, at the cursor */
export function valuesAtCursor({ current, cursor }) {
  const inside = current && cursor !== null && cursor < current.status.step;
  return inside ? current.at(cursor) : undefined;
}

/**
 * The values of single batches behind the smoothed line; empty without smoothing.
 *
 * @param {Placed} placed
 * @param {Run} run
 * @param {'loss' | 'accuracy' | 'gradient_norm'} key
 * @param {string} color
 * @param {number} alpha
 */
export function rawLine(placed, run, key, color, alpha) {
  if (run.smoothing === 0) return [];
  return [lineOf(placed, run, 'steps', key, { color, width: 1, alpha, noisy: true })];
}

/**
 * "training 98.2 %" and "held-out 97.8 %" at the end of each line. The held-out label moves with the run
 * although its value changes only at the end of an epoch.
 *
 * @param {Placed} placed
 * @param {Run} run
 * @param {{training: string, heldOut: string}} what
 * @param {(value: number | undefined) => string} write
 * @param {{trainingText: string, heldOutText: string}} colors
 * @returns {EndLabel[]}
 */
export function endLabels(placed, run, what, write, colors) {
  const x = endOf(placed, run);
  const trained = run.steps.at(/** @type {'smoothLoss'} */ (what.training), -1);
  const measured = run.epochs.at(/** @type {'validation_loss'} */ (what.heldOut), -1);
  return [
    {
      x,
      value: trained ?? Number.NaN,
      text: `${t('chart.training')} ${write(trained)}`,
      color: colors.trainingText,
    },
    {
      x,
      value: measured ?? Number.NaN,
      text: `${t('chart.heldOut')} ${write(measured)}`,
      color: colors.heldOutText,
    },
  ];
}

/** @param {Placed} placed @param {Run} run @returns {EndLabel[]} */
export function normLabels(placed, run) {
  const { colors, weightNorm, gradientNorm } = placed;
  const x = endOf(placed, run);
  const weights = run.epochs.at('weight_norm', -1);
  const gradient = run.steps.at('smoothGradientNorm', -1);
  const label = (/** @type {string} */ name, /** @type {number | undefined} */ value) => ({
    x,
    value: value ?? Number.NaN,
    text: `${name} ${format.loss(value)}`,
  });
  return [
    ...(weightNorm ? [{ ...label(t('chart.weights'), weights), color: colors.weights }] : []),
    ...(gradientNorm ? [{ ...label(t('chart.gradient'), gradient), color: colors.gradients }] : []),
  ];
}
