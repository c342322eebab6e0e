// The results of a race as CSV, RFC 4180: the table, and every epoch of every lane, from which the table
// can be computed again. Shares are in [0, 1]; what is not known is empty.

/** @typedef {import('./race.js').Race} Race */

/** @param {any} value */
function cell(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {any[][]} rows */
const csv = (rows) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

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
  return csv([RESULT_COLUMNS, ...rows]);
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
  return csv([['schedule', 'seed', 'state', ...EPOCH_COLUMNS], ...rows]);
}
