// Edits of the lists of a schedule: the position of a new entry, and the limits of a moved one.

import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {[time: number, rate: number]} Knot */

/**
 * Adds a milestone in the middle of the widest gap; the end of the run counts as a milestone.
 *
 * @param {number[]} milestones
 * @param {number} total
 * @returns {{milestones: number[], index: number}}
 */
export function withMilestone(milestones, total) {
  const known = milestones.filter((at) => Number.isFinite(at));
  const { index, middle } = widestGap([0, ...known, Math.max(total, ...known, 1)]);
  const at = Math.round(middle);
  return { milestones: known.toSpliced(index, 0, at), index };
}

/**
 * Adds a knot in the middle of the widest gap, up to the end of the run, without changing the curve.
 *
 * @param {Knot[]} knots
 * @param {number} total
 * @returns {{knots: Knot[], index: number}}
 */
export function withKnot(knots, total) {
  const last = knots[knots.length - 1];
  const times = knots.map(([time]) => time);
  const ends = total > last[0] ? [...times, total] : [...times, last[0] + 2];
  const { index, middle } = widestGap(ends);
  const time = Math.max(roundTo(middle, 6), 0);
  const before = knots[index];
  const after = knots[index + 1] ?? before;
  const share = (time - before[0]) / (after[0] - before[0] || 1);
  const rate = roundTo(before[1] + (after[1] - before[1]) * share, 3);
  return { knots: knots.toSpliced(index + 1, 0, [time, rate]), index: index + 1 };
}

/** @param {number[]} ends in increasing order */
function widestGap(ends) {
  let index = 0;
  for (let at = 0; at + 1 < ends.length; at++) {
    if (ends[at + 1] - ends[at] > ends[index + 1] - ends[index]) index = at;
  }
  return { index, middle: (ends[index] + ends[index + 1]) / 2 };
}
