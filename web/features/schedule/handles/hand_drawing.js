// Drawing a schedule by hand: a stroke over future steps becomes a piecewise schedule with few knots. Outside
// the stroke the curve does not change.

import { simplify } from './simplify.js';
import { roundTo } from '../../../ui/slider_scales.js';

/** @typedef {[step: number, rate: number]} Point */

const MAX_KNOTS = 24;
const MAX_SAMPLES = 1000;

/**
 * The stroke as a function of the step: where it goes back, the later points replace the earlier ones.
 *
 * @param {Point[]} stroke
 * @returns {Point[]} with increasing steps
 */
export function forwards(stroke) {
  /** @type {Point[]} */
  let points = [];
  const backwards = stroke.length > 1 && stroke[stroke.length - 1][0] < stroke[0][0];
  for (const [at, rate] of backwards ? stroke.toReversed() : stroke) {
    const last = points[points.length - 1];
    if (!last || at > last[0]) points.push([at, rate]);
    else points = [...points.filter(([step]) => step < at), [at, rate]];
  }
  return points;
}

/**
 * Converts a stroke to a schedule.
 *
 * @param {Point[]} stroke steps and rates as drawn
 * @param {object} run
 * @param {ArrayLike<number>} run.rates as planned
 * @param {number} run.now the next step
 * @returns {import('../../../protocol/types.js').Schedule | undefined} undefined for a stroke with fewer than
 *   two future points
 */
export function scheduleFromStroke(stroke, { rates, now }) {
  const ahead = forwards(stroke).filter(([step]) => step >= now && step < rates.length);
  if (ahead.length < 2) return undefined;
  const first = Math.ceil(ahead[0][0]);
  const last = Math.floor(ahead[ahead.length - 1][0]);
  const every = Math.max(1, Math.floor((rates.length - now) / MAX_SAMPLES));
  /** @type {Point[]} */
  const points = [];
  let at = 0;
  for (let step = now; step < rates.length; step += every) {
    if (step < first || step > last) {
      points.push([step, rates[step]]);
      continue;
    }
    while (at + 2 < ahead.length && ahead[at + 1][0] < step) at += 1;
    const [[x0, y0], [x1, y1]] = [ahead[at], ahead[at + 1]];
    points.push([step, between(y0, y1, Math.min(1, Math.max(0, (step - x0) / (x1 - x0))))]);
  }
  const knots = simplify(points, MAX_KNOTS).map(([step, rate]) => [step, roundTo(rate, 3)]);
  return { type: 'piecewise', knots, between: 'linear', unit: 'step' };
}

/** Interpolates linearly on the logarithmic axis. @param {number} a @param {number} b @param {number} share */
function between(a, b, share) {
  return a > 0 && b > 0 ? a * (b / a) ** share : a + (b - a) * share;
}

/**
 * Adds a knot to a piecewise schedule.
 *
 * @param {import('../../../protocol/types.js').Schedule} schedule
 * @param {number} t in its unit
 * @param {number} rate
 * @returns {import('../../../protocol/types.js').Schedule} unchanged if there is a knot at that time
 */
export function withKnotAt(schedule, t, rate) {
  const knots = /** @type {[number, number][]} */ (schedule.knots);
  const at = Math.max(0, Math.round(t));
  if (knots.some(([time]) => time === at)) return schedule;
  const index = knots.filter(([time]) => time < at).length;
  return { ...schedule, knots: knots.toSpliced(index, 0, [at, roundTo(rate, 3)]) };
}
