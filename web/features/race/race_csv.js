// The results of a race as CSV: the table, and every epoch of every lane, from which the table can be
// computed again. Accuracies are in [0, 1]; unknown values are empty fields.

import { csvLine } from '../../ui/csv.js';

/** @typedef {import('./race.js').Race} Race */

const RESULT_COLUMNS = [
  ...['schedule', 'document', 'seeds', 'finished', 'diverged', 'failed', 'stopped'],
  ...['final_mean', 'final_spread', 'best_mean', 'best_spread'],
  ...['reference', 'pairs', 'difference_mean', 'difference_half_interval_95', 'verdict'],
];

/**
 * @param {Race} race
 * @param {import('./race_results.js').Result[]} results
 * @param {string[]} names of the schedules
 */
export function resultsCsv(race, results, names) {
  const reference = results.findIndex((result) => result.reference);
  const rows = results.map(({ entry, final, best, lanes, difference }) => [
    ...[names[entry], JSON.stringify(race.entries[entry].schedule), race.seeds.join(' ')],
    ...[lanes.finished, lanes.diverged, lanes.failed, lanes.stopped],
    ...[final.mean, final.half, best.mean, best.half],
    ...[names[reference], difference?.pairs, difference?.mean, difference?.half],
    difference?.verdict,
  ]);
  return [RESULT_COLUMNS, ...rows].map(csvLine).join('');
}

const EPOCH_COLUMNS = /** @type {const} */ ([
  ...['epoch', 'step', 'rate', 'train_loss', 'train_accuracy'],
  ...['validation_loss', 'validation_accuracy'],
]);

/**
 * @param {Race} race
 * @param {string[]} names of the schedules
 */
export function epochsCsv(race, names) {
  const rows = race.lanes.flatMap(({ entry, seed, state, run }) =>
    Array.from({ length: run?.epochs.length ?? 0 }, (_, row) => [
      ...[names[entry], seed, state],
      ...EPOCH_COLUMNS.map((key) => run?.epochs.at(/** @type {any} */ (key), row)),
    ]),
  );
  return [['schedule', 'seed', 'state', ...EPOCH_COLUMNS], ...rows].map(csvLine).join('');
}
