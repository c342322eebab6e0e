// Selects from the store what the chart shows, for the chart, saved figures and the table.

import { batch, untracked } from '@preact/signals';
import { colorOfStyle, styleOf } from '../runs/index.js';
import { chartAxis } from './scene/chart_axis.js';
import { sceneExtras } from './scene/chart_extras.js';
import { chartScene } from './scene/chart_scene.js';
import { isolatedChart } from './isolation.js';
import { isolatedScene } from './scene/isolation_scene.js';

/** @typedef {import('../../app/store.js').Store} Store */

/** @param {Store} store */
function shownRuns({ trainingControls, runs }) {
  const current = trainingControls.current.value;
  const others = runs.list.value.filter((run) => run !== current && run.visible.value);
  const phase = trainingControls.phase.value;
  return { current, others, going: phase !== 'finished' && phase !== 'failed' };
}

/** The colour of a run other than the current one. @param {import('../training/run.js').Run} run */
export const runColor = (run) => colorOfStyle(styleOf(run.number));

/**
 * All visible runs, the current one last, or the compared runs.
 *
 * @param {Store} store
 */
export function runsOnChart(store) {
  const { comparison } = store;
  if (comparison.on.value && comparison.compared.value.length > 0) return comparison.compared.value;
  const { current, others } = shownRuns(store);
  return current ? [...others, current] : others;
}

/**
 * View settings of the chart.
 *
 * @param {Store} store
 * @param {number} width pixels between the ends of the x axis
 */
function viewOf({ chartView, cursor }, width) {
  const { unit, visibleRange, rateScale, lossScale, weightNorm, gradientNorm } = chartView;
  return {
    cursor: cursor.value,
    unit: unit.value,
    visibleRange: visibleRange.value,
    rateScale: rateScale.value,
    lossScale: lossScale.value,
    weightNorm: weightNorm.value,
    gradientNorm: gradientNorm.value,
    width,
  };
}

/**
 * @param {Store} store
 * @param {import('./scene/chart_scene.js').Colors} colors
 * @param {number} width pixels between the ends of the x axis
 */
export function sceneOf(store, colors, width) {
  const { plannedRates } = store;
  return untracked(() => {
    const view = viewOf(store, width);
    const isolated = isolatedScene(isolatedChart(store), view);
    if (isolated) return isolated;
    return chartScene({
      ...shownRuns(store),
      ...view,
      colorOf: runColor,
      rates: plannedRates.rates.value,
      length: plannedRates.length.value,
      colors,
      extras: sceneExtras.map((extra) => extra(store)),
    });
  });
}

/**
 * @param {Store} store
 * @param {import('./chart_view.js').Unit} [unit]
 * @param {number} [width] pixels between its ends
 */
export function axisOf(store, unit = store.chartView.unit.peek(), width = 1) {
  return untracked(() =>
    chartAxis({
      ...shownRuns(store),
      length: store.plannedRates.length.value,
      unit,
      visibleRange: store.chartView.visibleRange.value,
      width,
    }),
  );
}

/**
 * Changes the unit of the x axis and keeps the visible range of the run.
 *
 * @param {Store} store
 * @param {import('./chart_view.js').Unit} unit
 */
export function countIn(store, unit) {
  const { chartView } = store;
  const visibleRange = chartView.visibleRange.peek();
  const [before, after] = [axisOf(store), axisOf(store, unit)];
  batch(() => {
    chartView.unit.value = unit;
    if (!visibleRange) return;
    const [from, to] = visibleRange.map((x) => after.toAxis(before.toStep(x)));
    chartView.visibleRange.value = to > from ? [from, to] : null;
  });
}

/**
 * Subscribes an effect to all signals that the chart depends on, except for the current run and the cursor.
 *
 * @param {Store} store
 */
export function watchChart(store) {
  const { trainingControls, runs, plannedRates, chartView } = store;
  void [
    trainingControls.pulse.value,
    trainingControls.phase.value,
    plannedRates.rates.value,
    plannedRates.length.value,
  ];
  for (const run of runs.list.value) {
    void run.visible.value;
    if (run !== trainingControls.current.value) void run.version.value;
  }
  for (const extra of sceneExtras) void extra(store);
  void isolatedChart(store);
  for (const { value } of Object.values(chartView)) void value;
}
