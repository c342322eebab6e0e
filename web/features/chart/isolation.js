// The isolated chart: only the open race, or only the compared runs, instead of the current run.

import { computed } from '@preact/signals';
import { curvesOf, entryNames } from '../race/index.js';
import { columnOf } from './scene/chart_columns.js';
import { familyName } from '../schedule/index.js';

/** Maximum length of a label at the end of a line. */
const LABEL_LETTERS = 15;

/** @typedef {{race: import('../race/race.js').Race} | {runs: import('../training/run.js').Run[]}} ChartIsolation */

/**
 * The race or the runs that the chart shows alone; null: it shows the current run and the visible runs.
 *
 * @param {{comparison: import('../runs/comparison.js').Comparison, races: import('../race/races.js').Races}} parts
 * @returns {import('@preact/signals').ReadonlySignal<ChartIsolation | null>}
 */
export function createChartIsolation({ comparison, races }) {
  return computed(() => {
    const race = races.open.value ? races.shown.value : null;
    if (race) return { race };
    const runs = comparison.on.value ? comparison.compared.value : [];
    return runs.length > 0 ? { runs } : null;
  });
}

/**
 * The series of the isolated chart. Reads signals, so that callers inside an effect are updated.
 *
 * @param {import('../../app/store.js').Store} store
 * @returns {import('./scene/isolation_scene.js').IsolatedChart | null}
 */
export function isolatedChart(store) {
  const { comparison, races, plannedRates } = store;
  const isolated = store.chartIsolation.value;
  if (!isolated) return null;
  if ('race' in isolated) {
    return isolatedRace(isolated.race, races.spread.value, plannedRates.length.value.stepsPerEpoch);
  }
  const { runs } = isolated;
  for (const run of runs) void run.version.value;
  return {
    ...lengthOf(runs),
    series: runs.map((run) => runSeries(run, comparison.styles.value.get(run) ?? 0)),
  };
}

/** @param {import('../training/run.js').Run[]} runs */
function lengthOf(runs) {
  const longest = runs.reduce((a, b) => (b.status.totalSteps > a.status.totalSteps ? b : a));
  const { totalSteps, stepsPerEpoch } = longest.status;
  return { longest, steps: totalSteps, stepsPerEpoch };
}

/**
 * @param {import('../training/run.js').Run} run
 * @param {number} style
 * @returns {import('./scene/isolation_scene.js').Series}
 */
function runSeries(run, style) {
  const curve = (/** @type {'steps' | 'epochs'} */ table, /** @type {string} */ key) => ({
    ...{ run, table, x: run[table].column('step') },
    ...columnOf(run, table, key),
  });
  const name = run.name.value || familyName(run.schedule);
  return {
    style,
    label: shortened(`${run.number} ${name}`),
    rate: curve('steps', 'rate'),
    accuracy: curve('epochs', 'validation_accuracy'),
    loss: curve('epochs', 'validation_loss'),
  };
}

/**
 * @param {import('../race/race.js').Race} race
 * @param {import('../race/statistics.js').Spread} spread
 * @param {number} stepsPerEpoch as planned, until the first lane has started
 * @returns {import('./scene/isolation_scene.js').IsolatedChart}
 */
function isolatedRace(race, spread, stepsPerEpoch) {
  void race.pulse.value;
  const runs = race.lanes.flatMap(({ run }) => run ?? []);
  if (runs.length === 0) {
    return { series: [], steps: race.experiment.training.epochs * stepsPerEpoch, stepsPerEpoch };
  }
  const names = entryNames(race.entries);
  return {
    ...lengthOf(runs),
    series: race.entries.map((_, entry) => {
      const accuracy = curvesOf(race, entry, 'validation_accuracy', spread);
      const loss = curvesOf(race, entry, 'validation_loss', spread);
      return {
        style: entry,
        label: shortened(names[entry]),
        rate: ratesOf(race, entry),
        accuracy,
        loss,
        single: accuracy.single.map((curve, index) => ({
          accuracy: curve,
          loss: loss.single[index],
        })),
      };
    }),
  };
}

/** The rates of the longest lane of an entry. @param {import('../race/race.js').Race} race @param {number} entry */
function ratesOf(race, entry) {
  const [first, ...rest] = race.lanesOf(entry).flatMap(({ run }) => run ?? []);
  if (!first) return { x: [], y: [] };
  const longest = rest.reduce((a, b) => (b.steps.length > a.steps.length ? b : a), first);
  return { x: longest.steps.column('step'), y: longest.steps.column('rate') };
}

/** @param {string} name */
const shortened = (name) =>
  name.length > LABEL_LETTERS ? `${name.slice(0, LABEL_LETTERS - 1).trimEnd()}…` : name;
