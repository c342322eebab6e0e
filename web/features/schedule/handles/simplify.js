// Simplifies a curve of rates with the Ramer-Douglas-Peucker algorithm. The schedule interpolates linearly
// between points; the distance to that line is measured on the logarithm of the rate, as on the chart.

/** @typedef {[time: number, rate: number]} Point */

/** Initial tolerance as a share of the height; increased until few enough points are left. */
const FINEST = 0.002;

/**
 * @param {Point[]} points with increasing times
 * @param {number} most maximum number of points, at least 2
 * @returns {Point[]} a subset that includes the first and the last
 */
export function simplify(points, most) {
  if (points.length <= 2) return points;
  const toHeight = heightScale(points);
  for (let tolerance = FINEST; ; tolerance *= 1.4) {
    const kept = keep(points, toHeight, tolerance);
    if (kept.length <= most) return kept.map((index) => points[index]);
  }
}

/**
 * Maps a rate to a share of the curve's height on a logarithmic scale. Zero is placed a decade below the
 * smallest positive rate.
 *
 * @param {Point[]} points
 */
function heightScale(points) {
  const rates = points.map(([, rate]) => rate).filter((rate) => rate > 0);
  const least = Math.min(...rates, Infinity) / 10;
  const log = (/** @type {number} */ rate) => Math.log(Math.max(rate, least));
  const height = log(Math.max(...rates, least)) - Math.log(least);
  return (/** @type {number} */ rate) => (height > 0 ? log(rate) / height : 0);
}

/**
 * @param {Point[]} points
 * @param {(rate: number) => number} toHeight
 * @param {number} tolerance
 * @returns {number[]} indices
 */
function keep(points, toHeight, tolerance) {
  const kept = new Set([0, points.length - 1]);
  const open = [[0, points.length - 1]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range;
    const [x0, y0] = points[from];
    const [x1, y1] = points[to];
    let farthest = tolerance;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const [x, y] = points[index];
      const line = y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
      const distance = Math.abs(toHeight(y) - toHeight(line));
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (at < 0) continue;
    kept.add(at);
    open.push([from, at], [at, to]);
  }
  return [...kept].sort((a, b) => a - b);
}
