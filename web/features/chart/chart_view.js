// View settings of the chart: unit of the x axis, scales, smoothing, further curves. All but the visible range
// are stored in the preferences.

import { effect, signal } from '@preact/signals';

const KEY = 'anneal.chart';

/** Unit of the x axis. @typedef {'step' | 'epoch' | 'seconds'} Unit */
/** @typedef {'log' | 'linear'} Scale */

export const units = /** @type {const} */ (['epoch', 'step', 'seconds']);
export const scales = /** @type {const} */ (['log', 'linear']);
export const tableRows = /** @type {const} */ (['epoch', 'step']);

/** Largest weight of the moving average: about the last thousand values. */
export const MAX_SMOOTHING = 0.999;

/**
 * @template {string} Choice
 * @param {readonly Choice[]} choices the first is the default
 * @param {unknown} kept
 * @returns {Choice}
 */
function oneOf(choices, kept) {
  return choices.find((choice) => choice === kept) ?? choices[0];
}

/** @param {unknown} kept */
function weightOf(kept) {
  return typeof kept === 'number' && kept >= 0 && kept <= MAX_SMOOTHING ? kept : null;
}

/** @param {string | undefined} text @returns {Record<string, unknown>} */
function parse(text) {
  try {
    return Object(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

/**
 * @param {object} options
 * @param {import('../../ui/preferences.js').Preferences} options.preferences
 * @param {import('../runs/runs.js').Runs} options.runs
 */
export function createChartView({ preferences, runs }) {
  const kept = parse(preferences.get(KEY));
  const view = {
    unit: signal(oneOf(units, kept.unit)),
    rateScale: signal(oneOf(scales, kept.rateScale)),
    lossScale: signal(oneOf(scales, kept.lossScale)),
    /** Weight of the past in the moving averages; null: chosen by the length of an epoch. */
    smoothing: signal(weightOf(kept.smoothing)),
    weightNorm: signal(kept.weightNorm === true),
    gradientNorm: signal(kept.gradientNorm === true),
    tableBy: signal(oneOf(tableRows, kept.tableBy)),
  };
  /** The visible range in the unit of the axis; null: everything. */
  const visibleRange = signal(/** @type {[number, number] | null} */ (null));

  effect(() => {
    const now = Object.entries(view).map(([key, { value }]) => [key, value]);
    preferences.set(KEY, JSON.stringify(Object.fromEntries(now)));
  });
  effect(() => {
    const weight = view.smoothing.value;
    for (const run of runs.list.value) run.smooth(weight);
  });

  return { ...view, visibleRange };
}

/** @typedef {ReturnType<typeof createChartView>} ChartView */
