// Handles of each schedule type: which quantities can be moved on the chart, their positions, and the keys
// that a movement sets. Times are local to the schedule; schedule_handles.js converts them to steps.

import { valuesOf } from '../schedule_families.js';
import { roundTo } from '../../../ui/slider_scales.js';
import {
  cyclic,
  limited,
  oneCycle,
  restart,
  root,
  rounded,
  warmupStableDecay,
} from './wave_handles.js';

/** @typedef {import('../../../protocol/types.js').Schedule} Schedule */

/** @typedef {import('./wave_handles.js').Handle} Handle */
/** @typedef {import('./wave_handles.js').Moment} Moment */
/** @typedef {import('./wave_handles.js').HandleFactory} HandleFactory */

/** The height of the curve, at the current step. @type {HandleFactory} */
const height = (v, { now, rate }) => {
  const base = v.final ?? 0;
  const share = now > 0 ? (v.initial - base) / (rate - base) : 1;
  if (!Number.isFinite(share) || share <= 0 || share > 1e6) return [];
  const set = (/** @type {number} */ _, /** @type {number} */ to) => ({
    initial: roundTo(base + (to - base) * share, now > 0 ? 3 : 2),
  });
  return [{ name: 'height', t: now, rate: now > 0 ? rate : v.initial, level: true, set }];
};

/** The end of a decay and its final rate. @type {HandleFactory} */
const end = (v, { total }, schedule) => [
  {
    name: 'end',
    t: v.total,
    rate: v.final,
    time: true,
    level: true,
    zero: true,
    set: (t, rate) => ({
      // The default, the length of the run, stays implicit.
      total: t === total && schedule.total === undefined ? undefined : t,
      final: rounded(rate),
    }),
  },
];

/** @type {HandleFactory} */
const drop = (v, { now }) => {
  const count = Math.floor(now / v.every) + 1;
  return [
    {
      name: 'drop',
      t: count * v.every,
      rate: v.initial * v.factor ** count,
      time: true,
      level: true,
      set: (t, rate) => ({
        every: Math.max(1, Math.round(t / count)),
        factor: limited(root(rate / v.initial, count), 1e-4, 1),
      }),
    },
  ];
};

/** @type {HandleFactory} */
const milestones = (v) => {
  const all = Array.isArray(v.milestones) ? /** @type {number[]} */ (v.milestones) : [];
  return all.map((at, index) => ({
    name: 'milestone',
    index: index + 1,
    t: at,
    rate: v.initial * v.factor ** (index + 1),
    time: true,
    level: true,
    range: [all[index - 1] ?? 0, all[index + 1] ?? Infinity],
    set: (t, rate) => ({
      milestones: all.with(index, t),
      factor: limited(root(rate / v.initial, index + 1), 1e-4, 1),
    }),
  }));
};

/** @type {HandleFactory} */
const knots = (v) => {
  const all = Array.isArray(v.knots) ? /** @type {[number, number][]} */ (v.knots) : [];
  return all.map(([t, rate], index) => ({
    name: 'knot',
    index: index + 1,
    t,
    rate,
    time: true,
    level: true,
    zero: true,
    range: [
      index === 0 ? 0 : all[index - 1][0] + 1,
      index === all.length - 1 ? Infinity : all[index + 1][0] - 1,
    ],
    set: (to, value) => ({ knots: all.with(index, [to, roundTo(value, 3)]) }),
  }));
};

/** @type {Record<string, HandleFactory[]>} */
const factories = {
  constant: [height],
  exponential: [
    height,
    (v, { total }) => [
      {
        name: 'end',
        t: total,
        rate: v.initial * v.gamma ** total,
        level: true,
        set: (_, rate) => ({
          gamma: limited(roundTo((rate / v.initial) ** (1 / total), 6), 1e-4, 1),
        }),
      },
    ],
  ],
  linear: [height, end],
  polynomial: [height, end],
  cosine: [height, end],
  tanh: [height, end],
  inverse_time: [
    height,
    (v) => [
      {
        name: 'half',
        t: v.every / v.rate,
        rate: v.initial / 2,
        time: true,
        set: (t) => ({ rate: roundTo(v.every / t, 4) }),
      },
    ],
  ],
  inverse_sqrt: [
    height,
    (v) => [
      {
        name: 'half',
        t: 3 * v.timescale,
        rate: v.initial / 2,
        time: true,
        set: (t) => ({ timescale: roundTo(t / 3, 4) }),
      },
    ],
  ],
  step: [height, drop],
  multi_step: [height, milestones],
  plateau: [
    // An edited plateau restarts at its initial rate.
    (v, { now, rate }) => [
      {
        name: 'height',
        t: now,
        rate: now > 0 ? rate : v.initial,
        level: true,
        set: (_, to) => ({ initial: Math.max(rounded(to), v.min) }),
      },
    ],
  ],
  one_cycle: [oneCycle],
  warmup_stable_decay: [warmupStableDecay],
  cosine_restarts: [height, restart],
  cyclic: [cyclic],
  piecewise: [knots],
};

/**
 * The handles of one schedule.
 *
 * @param {Schedule} schedule
 * @param {Moment} moment
 * @param {import('../../../protocol/schema.js').Schema} schema
 * @returns {Handle[]}
 */
export function handlesOf(schedule, moment, schema) {
  const values = valuesOf(schedule, moment.total, schema);
  return (factories[schedule.type] ?? []).flatMap((create) => create(values, moment, schedule));
}
