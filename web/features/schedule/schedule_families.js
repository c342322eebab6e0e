// The families of schedules that the panel offers, one descriptor each: their keys and the values to
// begin with, in the groups of the menu. The rates themselves come from the core, never from here;
// formulas are in views/formulas.js, handles on the chart in schedule_handles.js.

import {
  choice,
  duration,
  factor,
  final,
  gamma,
  initial,
  number,
  peak,
  total,
} from './schedule_keys.js';
import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */
/** @typedef {import('./schedule_keys.js').Key} Key */

/**
 * @typedef {object} Family
 * @property {string} type
 * @property {Key[]} keys
 * @property {string} height the rate that a change of family keeps
 * @property {(total: number, height: number) => Record<string, any>} defaults of the keys but `height`
 *   that have to be there, or are better said
 * @property {boolean} [timeless] whether its curve is the same in any unit
 */

/** A share of the run, one unit at least. */
const part = (/** @type {number} */ total, /** @type {number} */ share) =>
  Math.max(1, Math.round(total * share));

/** @type {Family} */
const constant = {
  type: 'constant',
  keys: [initial],
  height: 'initial',
  defaults: () => ({}),
  timeless: true,
};

/** @type {Family} */
const exponential = {
  type: 'exponential',
  keys: [initial, gamma],
  height: 'initial',
  // A hundredth of the rate is left at the end.
  defaults: (total) => ({ gamma: roundTo(0.01 ** (1 / Math.max(1, total)), total > 200 ? 5 : 2) }),
};

/** @type {Family} */
const linear = {
  type: 'linear',
  keys: [initial, final, total],
  height: 'initial',
  defaults: () => ({ final: 0 }),
};

/** @type {Family} */
const polynomial = {
  type: 'polynomial',
  keys: [initial, final, number('power', 'p', { scale: 'log', min: 0.2, max: 8 }), total],
  height: 'initial',
  defaults: () => ({ final: 0, power: 2 }),
};

/** @type {Family} */
const cosine = { ...linear, type: 'cosine' };

/** @type {Family} */
const tanh = {
  type: 'tanh',
  keys: [
    initial,
    final,
    total,
    number('lower', 'l', { min: -10, max: -0.5, missing: () => -7 }),
    number('upper', 'u', { min: 0.5, max: 6, missing: () => 3 }),
  ],
  height: 'initial',
  defaults: () => ({ final: 0, lower: -7, upper: 3 }),
};

/** @type {Family} */
const inverseTime = {
  type: 'inverse_time',
  keys: [
    initial,
    number('rate', 'r', { scale: 'log', min: 0.01, max: 10 }),
    duration('every', 's', { missing: () => 1 }),
    { key: 'staircase', symbol: '', control: 'switch', missing: () => 0 },
  ],
  height: 'initial',
  // A tenth of the rate is left at the end.
  defaults: (total) => ({ rate: 1, every: part(total, 1 / 9), staircase: false }),
};

/** @type {Family} */
const inverseSqrt = {
  type: 'inverse_sqrt',
  keys: [initial, duration('timescale', 'τ')],
  height: 'initial',
  defaults: (total) => ({ timescale: part(total, 1 / 15) }),
};

/** @type {Family} */
const step = {
  type: 'step',
  keys: [initial, factor, duration('every', 's')],
  height: 'initial',
  defaults: (total) => ({ factor: 0.1, every: part(total, 1 / 3) }),
};

/** @type {Family} */
const multiStep = {
  type: 'multi_step',
  keys: [initial, factor, { key: 'milestones', symbol: 'm', control: 'milestones' }],
  height: 'initial',
  defaults: (total) => ({ factor: 0.1, milestones: [part(total, 0.5), part(total, 0.75)] }),
};

/** @type {Family} */
const plateau = {
  type: 'plateau',
  keys: [
    initial,
    { ...factor, max: 0.95, missing: () => 0.1 },
    number('patience', 'P', { kind: 'count', scale: 'count', min: 0, max: 20, missing: () => 10 }),
    number('cooldown', 'C', { kind: 'count', scale: 'count', min: 0, max: 20, missing: () => 0 }),
    number('threshold', 'θ', { scale: 'logOrZero', min: 1e-5, max: 0.1, missing: () => 1e-4 }),
    { ...final, key: 'min', symbol: 'η_m' },
    choice('metric', ['validation_loss', 'validation_accuracy', 'train_loss', 'train_accuracy']),
    choice('mode', ['min', 'max'], {
      words: 'direction',
      missing: ({ metric }) => (metric?.endsWith('accuracy') ? 'max' : 'min'),
    }),
  ],
  height: 'initial',
  defaults: () => ({
    factor: 0.3,
    patience: 3,
    cooldown: 0,
    threshold: 1e-4,
    min: 0,
    metric: 'validation_loss',
  }),
  timeless: true,
};

/** @type {Family} */
const oneCycle = {
  type: 'one_cycle',
  keys: [
    peak,
    total,
    number('warm_fraction', 'w', { kind: 'factor', min: 0, max: 1, missing: () => 0.3 }),
    number('initial_divisor', 'd', { scale: 'log', min: 1, max: 1000, missing: () => 25 }),
    number('final_divisor', 'D', { scale: 'log', min: 1, max: 1e6, missing: () => 1e4 }),
    choice('shape', ['cosine', 'linear']),
    { key: 'momentum', symbol: 'μ', control: 'momentum', missing: () => 0 },
  ],
  height: 'peak',
  defaults: () => ({
    warm_fraction: 0.3,
    initial_divisor: 25,
    final_divisor: 1e4,
    shape: 'cosine',
  }),
};

/** @type {Family} */
const warmupStableDecay = {
  type: 'warmup_stable_decay',
  keys: [
    peak,
    final,
    duration('warmup', 'W', { min: 0 }),
    duration('stable', 'S', {
      min: 0,
      missing: ({ warmup, decay }, total) => Math.max(0, total - (warmup || 0) - (decay || 0)),
    }),
    duration('decay', 'D'),
    choice('shape', ['linear', 'cosine', 'one_minus_sqrt']),
  ],
  height: 'peak',
  defaults: (total) => ({
    final: 0,
    warmup: part(total, 0.1),
    decay: part(total, 0.3),
    shape: 'one_minus_sqrt',
  }),
};

/** @type {Family} */
const cosineRestarts = {
  type: 'cosine_restarts',
  keys: [
    initial,
    final,
    duration('period', 'T_0'),
    number('period_factor', 'a', { min: 1, max: 4, missing: () => 1 }),
    number('height_factor', 'b', { kind: 'factor', min: 0.05, max: 1, missing: () => 1 }),
  ],
  height: 'initial',
  // Three periods, 1 + 2 + 4, and no restart in the last few units of the run.
  defaults: (total) => ({
    final: 0,
    period: Math.max(1, Math.ceil(total / 7)),
    period_factor: 2,
    height_factor: 1,
  }),
};

/** @type {Family} */
const cyclic = {
  type: 'cyclic',
  keys: [
    { ...peak, key: 'high', symbol: 'η_h' },
    { ...final, key: 'low', symbol: 'η_l', missing: undefined },
    duration('up', 'u'),
    duration('down', 'd', { missing: ({ up }) => up }),
    choice('mode', ['triangular', 'triangular2', 'exp_range']),
    { ...gamma, missing: () => 1, shown: ({ mode }) => mode === 'exp_range' },
  ],
  height: 'high',
  defaults: (total, height) => ({
    low: roundTo(height / 20, 2),
    up: part(total, 1 / 6),
    mode: 'triangular2',
  }),
};

/** @type {Family} */
const piecewise = {
  type: 'piecewise',
  keys: [
    { key: 'knots', symbol: '', control: 'knots' },
    choice('between', ['step', 'linear', 'cosine']),
  ],
  height: 'knots',
  defaults: (total) => ({
    between: 'linear',
    knots: [
      [0, 0.1],
      [part(total, 0.6), 0.02],
      [Math.max(2, total), 0],
    ],
  }),
};

/** @type {Family} */
const sequence = { type: 'sequence', keys: [], height: 'parts', defaults: () => ({}) };

/** As the menu shows them: what a learner meets first, and what is alike together. */
export const familyGroups = [
  { id: 'constant', families: [constant] },
  {
    id: 'smooth',
    families: [exponential, linear, polynomial, cosine, tanh, inverseTime, inverseSqrt],
  },
  { id: 'step', families: [step, multiStep, plateau] },
  { id: 'warmup_decay', families: [oneCycle, warmupStableDecay] },
  { id: 'cyclic', families: [cosineRestarts, cyclic] },
  { id: 'custom', families: [piecewise, sequence] },
];

export const families = familyGroups.flatMap((group) => group.families);

/** @param {string} type */
export function familyOf(type) {
  return families.find((family) => family.type === type);
}

/**
 * What the keys of a schedule's family are, those left out included.
 *
 * @param {Schedule} schedule
 * @param {number} total
 * @returns {Record<string, any>}
 */
export function valuesOf(schedule, total) {
  const keys = familyOf(schedule.type)?.keys ?? [];
  return Object.fromEntries(
    keys.map(({ key, missing }) => [key, schedule[key] ?? missing?.(schedule, total) ?? 0]),
  );
}
