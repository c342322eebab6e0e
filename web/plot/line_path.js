// Turns columns of numbers into a path, with at most a few points for each pixel across: of all points
// that fall on one pixel the first, the lowest, the highest and the last are drawn, so that a long run
// looks exactly as if every point were.

/**
 * What a path is drawn into: a Path2D, or a test's recorder.
 *
 * @typedef {object} Sink
 * @property {(x: number, y: number) => void} moveTo
 * @property {(x: number, y: number) => void} lineTo
 */

/**
 * A line that breaks where a value is not finite. Both columns have one length; x never falls.
 *
 * @param {Sink} sink
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y
 * @param {(value: number) => number} toX to pixels
 * @param {(value: number) => number} toY to pixels
 * @param {{from?: number, to?: number}} [rows] half open
 * @returns {number} points that were drawn
 */
export function traceLine(sink, x, y, toX, toY, { from = 0, to = x.length } = {}) {
  let drawn = 0;
  let open = false;
  let pixel = Number.NaN;
  let at = 0;
  let first = 0;
  let low = 0;
  let high = 0;
  let last = 0;

  const point = (/** @type {number} */ value) => {
    if (open) sink.lineTo(at, value);
    else sink.moveTo(at, value);
    open = true;
    drawn++;
  };
  const flush = () => {
    if (Number.isNaN(pixel)) return;
    point(first);
    if (low < first && low < last) point(low);
    if (high > first && high > last) point(high);
    if (last !== first || low < first || high > first) point(last);
    pixel = Number.NaN;
  };

  for (let row = from; row < to; row++) {
    const py = toY(y[row]);
    if (!Number.isFinite(py)) {
      flush();
      open = false;
      continue;
    }
    const px = toX(x[row]);
    if (Math.floor(px) !== pixel) {
      flush();
      pixel = Math.floor(px);
      at = px;
      first = low = high = last = py;
    } else {
      low = Math.min(low, py);
      high = Math.max(high, py);
      last = py;
    }
  }
  flush();
  return drawn;
}

/**
 * A line of steps: each value holds until the next x, then jumps. For rates, which hold for a step.
 *
 * @param {Sink} sink
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y
 * @param {(value: number) => number} toX
 * @param {(value: number) => number} toY
 * @param {{from?: number, to?: number}} [rows]
 * @returns {number}
 */
export function traceSteps(sink, x, y, toX, toY, rows) {
  /** @type {number | undefined} */
  let before;
  const squared = {
    moveTo: (/** @type {number} */ px, /** @type {number} */ py) => {
      before = py;
      sink.moveTo(px, py);
    },
    lineTo: (/** @type {number} */ px, /** @type {number} */ py) => {
      if (before !== undefined && Math.abs(before - py) > 1) sink.lineTo(px, before);
      before = py;
      sink.lineTo(px, py);
    },
  };
  return traceLine(squared, x, y, toX, toY, rows);
}

/**
 * How far a noisy line reaches in each column of pixels, as one rectangle a column. Where many points
 * fall on a pixel it looks as the line itself would, and is far cheaper to fill than that is to stroke.
 *
 * @param {(x: number, y: number, width: number, height: number) => void} rect
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y
 * @param {(value: number) => number} toX
 * @param {(value: number) => number} toY
 * @param {{from: number, to: number}} rows
 */
export function traceEnvelope(rect, x, y, toX, toY, { from, to }) {
  let pixel = Number.NaN;
  let low = 0;
  let high = 0;
  let last = Number.NaN;
  const flush = () => {
    if (!Number.isNaN(pixel)) rect(pixel, low, 1, Math.max(1, high - low));
  };
  for (let row = from; row < to; row++) {
    const py = toY(y[row]);
    if (!Number.isFinite(py)) continue;
    const column = Math.floor(toX(x[row]));
    if (column !== pixel) {
      flush();
      pixel = column;
      low = high = Number.isNaN(last) ? py : last;
    }
    low = Math.min(low, py);
    high = Math.max(high, py);
    last = py;
  }
  flush();
}

/**
 * The outline of what lies between two columns, a closed piece for each stretch without a gap: along
 * the upper one, and back along the lower.
 *
 * @param {Sink & {closePath: () => void}} sink
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} low
 * @param {ArrayLike<number>} high
 * @param {(value: number) => number} toX
 * @param {(value: number) => number} toY
 * @param {{from: number, to: number}} rows
 */
export function traceArea(sink, x, low, high, toX, toY, { from, to }) {
  const whole = (/** @type {number} */ row) =>
    Number.isFinite(toY(low[row])) && Number.isFinite(toY(high[row]));
  for (let start = from; start < to; start++) {
    if (!whole(start)) continue;
    let end = start + 1;
    while (end < to && whole(end)) end++;
    sink.moveTo(toX(x[start]), toY(high[start]));
    for (let row = start + 1; row < end; row++) sink.lineTo(toX(x[row]), toY(high[row]));
    for (let row = end - 1; row >= start; row--) sink.lineTo(toX(x[row]), toY(low[row]));
    sink.closePath();
    start = end;
  }
}

/**
 * The rows whose x lies between two values, and one more on either side, in a column that never falls.
 *
 * @param {ArrayLike<number>} x
 * @param {number} min
 * @param {number} max
 */
export function rowsWithin(x, min, max) {
  const first = (/** @type {(value: number) => boolean} */ reached) => {
    let low = 0;
    let high = x.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(x[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    from: Math.max(0, first((value) => value >= min) - 1),
    to: Math.min(x.length, first((value) => value > max) + 1),
  };
}
