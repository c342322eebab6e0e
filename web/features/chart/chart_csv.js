// The recorded columns of runs as CSV, one line per step or epoch. The text is generated in pieces, because
// a long run takes longer than a frame.

import { csvLine } from '../../ui/csv.js';

const ROWS_PER_PIECE = 4000;

/** Smoothed columns are computed by the page for display only. @param {string} key */
const isMeasured = (key) => !key.startsWith('smooth');

/**
 * @param {{run: import('../training/run.js').Run, name: string}[]} runs
 * @param {'steps' | 'epochs'} table
 * @returns {Generator<string>}
 */
export function* csvOf(runs, table) {
  if (runs.length === 0) return;
  const keys = runs[0].run[table].keys.filter(isMeasured);
  yield csvLine(['run', 'name', ...keys]);
  for (const { run, name } of runs) {
    const columns = /** @type {import('../training/columns.js').Columns<string>} */ (run[table]);
    const values = keys.map((key) => columns.column(key));
    for (let from = 0; from < columns.length; from += ROWS_PER_PIECE) {
      const lines = [];
      for (let row = from; row < Math.min(columns.length, from + ROWS_PER_PIECE); row++) {
        lines.push(csvLine([run.number, name, ...values.map((column) => column[row])]));
      }
      yield lines.join('');
    }
  }
}
