// A curve of rates by few points: Ramer, Douglas and Peucker's rule on the logarithm of the rate, as
// the eye sees it on the chart. What lies further from the straight line than a tolerance is kept.

/** @typedef {[time: number, rate: number]} Point */

/** The first tolerance, in shares of the width and height; doubled until few enough points are left. */
const FINEST = 0.002;

/**
 * @param {Point[]} points with times that rise
 * @param {number} most points that may be left; at least 2
 * @returns {Point[]} some of them, the first and the last always
 */
export function simplify(points, most) {
  if (points.length <= 2) return points;
  const flat = scaled(points);
  for (let tolerance = FINEST; ; tolerance *= 1.5) {
    const kept = keep(flat, tolerance);
    if (kept.length <= most) return kept.map((index) => points[index]);
  }
}

/** A rate of zero has no logarithm: it lies a decade below the least other. @param {Point[]} points */
function scaled(points) {
  const rates = points.map(([, rate]) => rate).filter((rate) => rate > 0);
  const least = Math.log(Math.min(...rates, Infinity)) - Math.LN10;
  const logs = points.map(([, rate]) => (rate > 0 ? Math.log(rate) : least));
  const height = Math.max(...logs) - Math.min(...logs) || 1;
  const first = points[0][0];
  const width = points[points.length - 1][0] - first || 1;
  return points.map(([time], index) => [(time - first) / width, logs[index] / height]);
}

/** @param {number[][]} points @param {number} tolerance @returns {number[]} indices */
function keep(points, tolerance) {
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
      // Straight up and down: a curve of rates has one rate at a time.
      const distance = Math.abs(y - (y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)));
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (at < 0) continue;
    kept.add(at);
    open.push([from, at], [at, to]);
  }
  return [...kept].sort((a, b) => a - b);
}
