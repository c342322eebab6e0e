// Downsampling of table rows: every row, or every second, fifth, tenth, twentieth, ... row.

/**
 * Selects rows of a range, at most about `most` of them.
 *
 * @param {number} from first row
 * @param {number} to last row, always selected
 * @param {number} most
 * @returns {{rows: number[], every: number}} rows are multiples of `every`, and `to`
 */
export function downsampled(from, to, most) {
  let every = 1;
  for (const factors = [2, 2.5, 2]; (to - from + 1) / every > most;) {
    const [factor] = factors;
    every *= factor;
    factors.push(/** @type {number} */ (factors.shift()));
  }
  const rows = [];
  for (let row = Math.ceil(from / every) * every; row < to; row += every) rows.push(row);
  if (to >= from) rows.push(to);
  return { rows, every };
}
