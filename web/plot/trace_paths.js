// Converts lines and areas to path commands, for canvas and SVG.

/** @typedef {import('./types.js').PathSink} PathSink */

/** @typedef {{toX: (x: number) => number, toY: (y: number) => number}} Scales */

/** Columns of one length; gaps are null; stepped, each value holds until the next x. @typedef {{x: ArrayLike<number>, y: ArrayLike<number | null>, stepped: boolean}} Columns */

/**
 * A line, interrupted at gaps.
 *
 * @param {Pick<PathSink, 'moveTo' | 'lineTo'>} sink
 * @param {Columns} line
 * @param {Scales} scales
 */
export function traceLine(sink, { x, y, stepped }, { toX, toY }) {
  /** @type {number | null} */
  let before = null;
  for (let row = 0; row < x.length; row++) {
    const value = y[row];
    const top = value === null ? null : toY(value);
    if (top !== null && before === null) sink.moveTo(toX(x[row]), top);
    else if (top !== null && before !== null) {
      if (stepped && top !== before) sink.lineTo(toX(x[row]), before);
      sink.lineTo(toX(x[row]), top);
    }
    before = top;
  }
}

/**
 * The outline of the area between `low` and `y`: one closed path for each run of rows without a gap.
 *
 * @param {PathSink} sink
 * @param {Columns & {low: ArrayLike<number | null>}} area with gaps where y has them
 * @param {Scales} scales
 */
export function traceArea(sink, { x, y, low, stepped }, { toX, toY }) {
  const top = (/** @type {number} */ row) => toY(/** @type {number} */ (y[row]));
  const bottom = (/** @type {number} */ row) => toY(/** @type {number} */ (low[row]));
  for (let start = 0; start < x.length; start++) {
    if (y[start] === null) continue;
    let end = start + 1;
    while (end < x.length && y[end] !== null) end++;
    sink.moveTo(toX(x[start]), top(start));
    for (let row = start + 1; row < end; row++) {
      const at = toX(x[row]);
      if (stepped) sink.lineTo(at, top(row - 1));
      sink.lineTo(at, top(row));
    }
    for (let row = end - 1; row >= start; row--) {
      const at = toX(x[row]);
      sink.lineTo(at, bottom(row));
      if (stepped && row > start) sink.lineTo(at, bottom(row - 1));
    }
    sink.closePath();
    start = end;
  }
}
