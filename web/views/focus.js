// What the chart shows alone, if anything: the runs that are compared.

import { columnOf } from './chart_columns.js';
import { runName } from './words.js';

/** As much of a name as there is room for at the end of a line. */
const LABEL_LETTERS = 14;

/**
 * Reads signals: what it read makes it anew.
 *
 * @param {import('../state/store.js').Store} store
 * @returns {import('./focus_scene.js').Focus | null}
 */
export function focusOf({ comparison }) {
  const runs = comparison.compared.value;
  if (!comparison.on.value || runs.length === 0) return null;
  for (const run of runs) void run.version.value;
  const longest = runs.reduce((a, b) => (b.status.totalSteps > a.status.totalSteps ? b : a));
  return {
    longest,
    steps: longest.status.totalSteps,
    stepsPerEpoch: longest.status.stepsPerEpoch,
    series: runs.map((run) => seriesOf(run, comparison.styles.value.get(run) ?? 0)),
  };
}

/**
 * @param {import('../state/run.js').Run} run
 * @param {number} style
 * @returns {import('./focus_scene.js').Series}
 */
function seriesOf(run, style) {
  const curve = (/** @type {'steps' | 'epochs'} */ table, /** @type {string} */ key) => ({
    ...{ run, table, x: run[table].column('step') },
    ...columnOf(run, table, key),
  });
  return {
    style,
    label: `${run.number} ${shortened(runName(run))}`,
    rate: curve('steps', 'rate'),
    accuracy: curve('epochs', 'validation_accuracy'),
    loss: curve('epochs', 'validation_loss'),
  };
}

/** @param {string} name */
const shortened = (name) =>
  name.length > LABEL_LETTERS ? `${name.slice(0, LABEL_LETTERS - 1).trimEnd()}…` : name;
