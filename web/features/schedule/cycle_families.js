// Schedules with a rise, cyclic schedules, and composed ones, one descriptor each; as in smooth_families.js.

import {
  choice,
  duration,
  final,
  gamma,
  initial,
  number,
  peak,
  shapeLabel,
  shapes,
  shareOf,
  total,
} from './schedule_keys.js';
import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {import('./schedule_families.js').Family} Family */

/** @type {Family} */
const oneCycle = {
  type: 'one_cycle',
  group: 'warmup_decay',
  label: { en: 'One cycle', zh: '单周期' },
  about: {
    en: 'Rises to a high peak, then falls close to zero.',
    zh: '升到较高的峰值，再降到接近零。',
  },
  keys: [
    peak,
    total,
    number({
      key: 'warm_fraction',
      label: { en: 'Warm-up fraction', zh: '预热比例' },
      hint: { en: 'of the length', zh: '占总长度的比例' },
      symbol: 'w',
      kind: 'factor',
      min: 0,
      max: 1,
    }),
    number({
      key: 'initial_divisor',
      label: { en: 'Initial divisor', zh: '初始除数' },
      hint: { en: 'initial rate = peak / this', zh: '初始学习率 = 峰值 / 此数' },
      symbol: 'd',
      scale: 'log',
      min: 1,
      max: 1000,
    }),
    number({
      key: 'final_divisor',
      label: { en: 'Final divisor', zh: '最终除数' },
      hint: { en: 'final rate = initial rate / this', zh: '最终学习率 = 初始学习率 / 此数' },
      symbol: 'D',
      scale: 'log',
      min: 1,
      max: 1e6,
    }),
    choice('shape', shapeLabel, { cosine: shapes.cosine, linear: shapes.linear }),
    {
      key: 'momentum',
      label: { en: 'Cycle momentum inversely', zh: '动量反向变化' },
      hint: { en: 'falls while the rate rises, and back', zh: '学习率上升时下降，之后返回' },
      symbol: 'μ',
      control: 'momentum',
    },
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
  group: 'warmup_decay',
  label: { en: 'Warm-up, stable, decay', zh: '预热、稳定、衰减' },
  about: { en: 'Rises, stays constant, and falls at the end.', zh: '上升，长时间保持，最后下降。' },
  keys: [
    peak,
    final,
    duration({
      key: 'warmup',
      label: { en: 'Warm-up', zh: '预热' },
      hint: { en: '{units} to the peak', zh: '到峰值的{units}数' },
      symbol: 'W',
      min: 0,
    }),
    duration({
      key: 'stable',
      label: { en: 'Stable', zh: '稳定' },
      hint: { en: '{units}; empty: the remaining time', zh: '{units}数；留空：余下的长度' },
      symbol: 'S',
      min: 0,
      missing: ({ warmup, decay }, total) => Math.max(0, total - (warmup || 0) - (decay || 0)),
    }),
    duration({
      key: 'decay',
      label: { en: 'Decay', zh: '衰减' },
      hint: { en: '{units} from the peak to the final rate', zh: '从峰值到最终学习率的{units}数' },
      symbol: 'D',
    }),
    choice('shape', shapeLabel, {
      linear: shapes.linear,
      cosine: shapes.cosine,
      one_minus_sqrt: shapes.one_minus_sqrt,
    }),
  ],
  height: 'peak',
  defaults: (total) => ({
    final: 0,
    warmup: shareOf(total, 0.1),
    decay: shareOf(total, 0.3),
    shape: 'one_minus_sqrt',
  }),
};

/** @type {Family} */
const cosineRestarts = {
  type: 'cosine_restarts',
  group: 'cyclic',
  label: { en: 'Cosine with restarts', zh: '余弦重启' },
  about: {
    en: 'Half a cosine down, then back to the start; repeated.',
    zh: '降半个余弦波，然后回到起点，如此反复。',
  },
  keys: [
    initial,
    final,
    duration({
      key: 'period',
      label: { en: 'First period', zh: '首个周期' },
      hint: { en: '{units} to the first restart', zh: '到第一次重启的{units}数' },
      symbol: 'T_0',
    }),
    number({
      key: 'period_factor',
      label: { en: 'Period factor', zh: '周期系数' },
      hint: { en: 'multiplies the period at each restart', zh: '每次重启时周期乘以此数' },
      symbol: 'a',
      min: 1,
      max: 4,
    }),
    number({
      key: 'height_factor',
      label: { en: 'Height factor', zh: '高度系数' },
      hint: {
        en: 'multiplies the initial rate at each restart',
        zh: '每次重启时初始学习率乘以此数',
      },
      symbol: 'b',
      kind: 'factor',
      min: 0.05,
      max: 1,
    }),
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
  group: 'cyclic',
  label: { en: 'Cyclic', zh: '循环' },
  about: { en: 'Rises and falls between two rates.', zh: '在两个学习率之间来回升降。' },
  keys: [
    {
      ...peak,
      key: 'high',
      label: { en: 'Maximum rate', zh: '最大学习率' },
      hint: { en: 'top of the first cycle', zh: '第一个周期的顶点' },
      symbol: 'η_h',
    },
    {
      ...final,
      key: 'low',
      label: { en: 'Base rate', zh: '基础学习率' },
      hint: { en: 'bottom of every cycle', zh: '每个周期的底部' },
      symbol: 'η_l',
    },
    duration({
      key: 'up',
      label: { en: 'Rise', zh: '上升' },
      hint: { en: '{units} from base to maximum', zh: '从基础到最大的{units}数' },
      symbol: 'u',
    }),
    duration({
      key: 'down',
      label: { en: 'Fall', zh: '下降' },
      hint: {
        en: '{units} back; empty: as long as the rise',
        zh: '返回的{units}数；留空：与上升相同',
      },
      symbol: 'd',
      missing: ({ up }) => up,
    }),
    choice(
      'mode',
      { en: 'Mode', zh: '模式' },
      {
        triangular: { en: 'constant height (triangular)', zh: '高度不变（triangular）' },
        triangular2: {
          en: 'height halved each cycle (triangular2)',
          zh: '每周期高度减半（triangular2）',
        },
        exp_range: { en: 'exponential decay with γ (exp_range)', zh: '随 γ 指数衰减（exp_range）' },
      },
    ),
    { ...gamma, shown: ({ mode }) => mode === 'exp_range' },
  ],
  height: 'high',
  defaults: (total, height) => ({
    low: roundTo(height / 20, 2),
    up: shareOf(total, 1 / 6),
    mode: 'triangular2',
  }),
};

/** @type {Family} */
const piecewise = {
  type: 'piecewise',
  group: 'custom',
  label: { en: 'Piecewise', zh: '分段插值' },
  about: { en: 'Interpolates points that you set or draw.', zh: '对设定或手绘的点进行插值。' },
  keys: [
    { key: 'knots', label: { en: 'Points', zh: '点' }, symbol: '', control: 'knots' },
    choice(
      'between',
      { en: 'Interpolation', zh: '插值' },
      {
        step: { en: 'step (constant between points)', zh: '阶梯（各点之间不变）' },
        linear: shapes.linear,
        cosine: shapes.cosine,
      },
    ),
  ],
  height: 'knots',
  defaults: (total) => ({
    between: 'linear',
    knots: [
      [0, 0.1],
      [shareOf(total, 0.6), 0.02],
      [Math.max(2, total), 0],
    ],
  }),
};

/** @type {Family} */
const sequence = {
  type: 'sequence',
  group: 'custom',
  label: { en: 'Sequence', zh: '序列' },
  about: { en: 'Several schedules, one after another.', zh: '几个调度一个接一个。' },
  keys: [],
  height: 'parts',
  defaults: () => ({}),
};

/** In the order of the menu. @type {readonly Family[]} */
export const cycleFamilies = [
  ...[oneCycle, warmupStableDecay, cosineRestarts, cyclic, piecewise, sequence],
];
