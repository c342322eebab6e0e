// Handles of the schedule types that rise and fall; see family_handles.js.

import { roundTo } from '../../../ui/slider_scales.js';

/** @typedef {import('../../../protocol/types.js').Schedule} Schedule */

/**
 * @typedef {object} Handle
 * @property {string} name label key under handle.names
 * @property {number} [index] of several handles with the same name, from 1
 * @property {number} t local time
 * @property {number} rate
 * @property {boolean} [time] whether it moves in time
 * @property {boolean} [level] whether it moves in rate
 * @property {boolean} [zero] whether its rate may be zero
 * @property {[number, number]} [range] limits of its time
 * @property {(t: number, rate: number) => Record<string, any>} set returns the changed keys of the schedule
 */

/**
 * @typedef {object} Moment
 * @property {number} total length in the schedule's unit
 * @property {number} now local time; 0 before the schedule starts
 * @property {number} rate at that time, without the floor
 */

export const rounded = (/** @type {number} */ rate) => roundTo(rate, 2);
export const root = (/** @type {number} */ ratio, /** @type {number} */ power) =>
  roundTo(Math.max(0, ratio) ** (1 / power), 4);
export const limited = (
  /** @type {number} */ value,
  /** @type {number} */ low,
  /** @type {number} */ high,
) => Math.min(high, Math.max(low, value));

/** @typedef {(v: Record<string, any>, moment: Moment, schedule: Schedule) => Handle[]} HandleFactory */

/** @type {HandleFactory} */
export const oneCycle = (v, _, schedule) => {
  const low = v.peak / v.initial_divisor;
  return [
    {
      name: 'start',
      t: 0,
      rate: low,
      level: true,
      set: (_, rate) => ({ initial_divisor: roundTo(v.peak / rate, 3) }),
    },
    {
      name: 'peak',
      t: v.warm_fraction * v.total - 1,
      rate: v.peak,
      time: true,
      level: true,
      range: [0, v.total - 1],
      set: (t, rate) => ({
        peak: rounded(rate),
        warm_fraction: limited(roundTo((t + 1) / v.total, 3), 0, 1),
      }),
    },
    {
      name: 'end',
      t: v.total - 1,
      rate: low / v.final_divisor,
      time: true,
      level: true,
      set: (t, rate) => ({
        final_divisor: roundTo(low / rate, 3),
        total: t === v.total - 1 ? schedule.total : t + 1,
      }),
    },
  ];
};

/** @type {HandleFactory} */
export const cyclic = (v, { now }, schedule) => {
  const down = /** @type {number | undefined} */ (schedule.down);
  const cycle = v.up + v.down;
  const done = Math.floor(now / cycle) + (now % cycle >= v.up ? 1 : 0);
  const t = done * cycle + v.up;
  const scales = /** @type {Record<string, number>} */ ({
    triangular2: 0.5 ** done,
    exp_range: v.gamma ** t,
  });
  const scale = scales[v.mode] ?? 1;
  const foot = (Math.floor(now / cycle) + 1) * cycle;
  const cycles = foot / cycle;
  return [
    {
      name: 'peak',
      t,
      rate: v.low + (v.high - v.low) * scale,
      time: true,
      level: true,
      set: (at, rate) => {
        const up = down === undefined ? at / (2 * done + 1) : (at - done * down) / (done + 1);
        const high = Math.max(v.low * 1.01 || 1e-9, v.low + (rate - v.low) / scale);
        return { up: Math.max(1, Math.round(up)), high: rounded(high) };
      },
    },
    {
      name: 'foot',
      t: foot,
      rate: v.low,
      time: true,
      level: true,
      zero: true,
      set: (at, rate) => ({
        down: at === foot ? down : Math.max(1, Math.round(at / cycles - v.up)),
        low: Math.min(rounded(rate), roundTo(v.high * 0.99, 3)),
      }),
    },
  ];
};

/** @type {HandleFactory} */
export const warmupStableDecay = (v, { total }, schedule) => {
  const fall = v.warmup + v.stable;
  const open = schedule.stable === undefined;
  return [
    {
      name: 'peak',
      t: v.warmup,
      rate: v.peak,
      time: true,
      level: true,
      range: [0, open ? total - v.decay : Infinity],
      set: (t, rate) => ({ warmup: t, peak: Math.max(rounded(rate), v.final) }),
    },
    {
      name: 'fall',
      t: fall,
      rate: v.peak,
      time: true,
      range: [v.warmup, open ? total - 1 : Infinity],
      set: (t) => (open ? { decay: total - t } : { stable: t - v.warmup }),
    },
    {
      name: 'end',
      t: fall + v.decay,
      rate: v.final,
      time: !open,
      level: true,
      zero: true,
      range: [fall + 1, Infinity],
      set: (t, rate) => ({
        final: Math.min(rounded(rate), v.peak),
        ...(!open && { decay: t - fall }),
      }),
    },
  ];
};

/** @type {HandleFactory} */
export const restart = (v, { now }) => {
  let sum = 1;
  let power = 0;
  while (v.period * sum <= now && power < 64) sum += v.period_factor ** ++power;
  const share = v.height_factor ** (power + 1);
  return [
    {
      name: 'restart',
      t: v.period * sum,
      rate: v.final + (v.initial - v.final) * share,
      time: true,
      level: true,
      set: (t, rate) => ({
        period: Math.max(1, Math.round(t / sum)),
        height_factor: limited(root((rate - v.final) / (v.initial - v.final), power + 1), 1e-4, 1),
      }),
    },
  ];
};
