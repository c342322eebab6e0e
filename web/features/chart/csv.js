// Runs as CSV (RFC 4180): one line per row, ended by CRLF. Numbers round-trip exactly; NaN and infinity are
// empty fields. The text is generated in pieces, because a long run takes longer than a frame.

const ROWS_PER_PIECE = 4000;

/** Smoothed columns are computed by the page for display only. @param {string} key */
const isMeasured = (key) => !key.startsWith('smooth');

/** @param {string | number} value */
export function csvField(value) {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * @param {{run: import('../training/run.js').Run, name: string}[]} runs
 * @param {'steps' | 'epochs'} table
 * @returns {Generator<string>}
 */
export function* csvOf(runs, table) {
  if (runs.length === 0) return;
  const keys = runs[0].run[table].keys.filter(isMeasured);
  yield `${['run', 'name', ...keys].join(',')}\r\n`;
  for (const { run, name } of runs) {
    const columns = /** @type {import('../training/columns.js').Columns<string>} */ (run[table]);
    const values = keys.map((key) => columns.column(key));
    const start = `${csvField(run.number)},${csvField(name)},`;
    for (let from = 0; from < columns.length; from += ROWS_PER_PIECE) {
      const lines = [];
      for (let row = from; row < Math.min(columns.length, from + ROWS_PER_PIECE); row++) {
        lines.push(`${start}${values.map((column) => csvField(column[row])).join(',')}\r\n`);
      }
      yield lines.join('');
    }
  }
}
