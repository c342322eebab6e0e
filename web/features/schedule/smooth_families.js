// Schedules that stay constant or decay smoothly, one descriptor each: labels, place in the menu, keys, and the
// values to begin with. The rates themselves come from the core; formulas are in formula/formulas.js,
// handles on the chart in handles/.

import { duration, every, final, gamma, initial, number, shareOf, total } from './schedule_keys.js';
import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {import('./schedule_families.js').Family} Family */

/** @type {Family} */
const constant = {
  type: 'constant',
  group: 'constant',
  label: { en: 'Constant', zh: '恒定' },
  about: { en: 'The rate never changes.', zh: '学习率始终不变。' },
  keys: [initial],
  height: 'initial',
  defaults: () => ({}),
  timeless: true,
};

/** @type {Family} */
const exponential = {
  type: 'exponential',
  group: 'smooth',
  label: { en: 'Exponential', zh: '指数' },
  about: { en: 'Multiplied by a constant factor each {unit}.', zh: '每{unit}乘以固定系数。' },
  keys: [initial, gamma],
  height: 'initial',
  // A hundredth of the rate is left at the end.
  defaults: (total) => ({ gamma: roundTo(0.01 ** (1 / Math.max(1, total)), total > 200 ? 5 : 2) }),
};

/** @type {Family} */
const linear = {
  type: 'linear',
  group: 'smooth',
  label: { en: 'Linear', zh: '线性' },
  about: { en: 'Decreases by the same amount each {unit}.', zh: '每{unit}减去同样的量。' },
  keys: [initial, final, total],
  height: 'initial',
  defaults: () => ({ final: 0 }),
};

/** @type {Family} */
const polynomial = {
  type: 'polynomial',
  group: 'smooth',
  label: { en: 'Polynomial', zh: '多项式' },
  about: {
    en: 'A power of the remaining time: fast first, slow at the end.',
    zh: '剩余时间的幂：先快后慢。',
  },
  keys: [
    initial,
    final,
    number({
      key: 'power',
      label: { en: 'Power', zh: '幂次' },
      hint: {
        en: '1 is linear; higher values decay faster at first',
        zh: '1 为线性；越大则开始时降得越快',
      },
      symbol: 'p',
      scale: 'log',
      min: 0.2,
      max: 8,
    }),
    total,
  ],
  height: 'initial',
  defaults: () => ({ final: 0, power: 2 }),
};

/** @type {Family} */
const cosine = {
  ...linear,
  type: 'cosine',
  label: { en: 'Cosine', zh: '余弦' },
  about: { en: 'Half a cosine: slow, fast, slow.', zh: '半个余弦波：慢、快、慢。' },
};

/** @type {Family} */
const tanh = {
  type: 'tanh',
  group: 'smooth',
  label: { en: 'Hyperbolic tangent', zh: '双曲正切' },
  about: {
    en: 'Stays high for long, then falls along a tanh curve.',
    zh: '先长时间保持高值，再沿 tanh 曲线下降。',
  },
  keys: [
    initial,
    final,
    total,
    number({
      key: 'lower',
      label: { en: 'Lower bound of tanh', zh: 'tanh 下界' },
      hint: { en: 'further from 0: stays high for longer', zh: '离 0 越远，高值保持越久' },
      symbol: 'l',
      min: -10,
      max: -0.5,
    }),
    number({
      key: 'upper',
      label: { en: 'Upper bound of tanh', zh: 'tanh 上界' },
      hint: { en: 'further from 0: stays low for longer', zh: '离 0 越远，低值保持越久' },
      symbol: 'u',
      min: 0.5,
      max: 6,
    }),
  ],
  height: 'initial',
  defaults: () => ({ final: 0, lower: -7, upper: 3 }),
};

/** @type {Family} */
const inverseTime = {
  type: 'inverse_time',
  group: 'smooth',
  label: { en: 'Inverse time', zh: '逆时间' },
  about: {
    en: 'Proportional to 1 / (1 + r t): slower and slower.',
    zh: '与 1 / (1 + r t) 成正比：越降越慢。',
  },
  keys: [
    initial,
    number({
      key: 'rate',
      label: { en: 'Decay rate', zh: '衰减率' },
      hint: {
        en: 'at 1, the learning rate is halved after s {units}',
        zh: '为 1 时，s {units}后学习率减半',
      },
      symbol: 'r',
      scale: 'log',
      min: 0.01,
      max: 10,
    }),
    every,
    { key: 'staircase', label: { en: 'Staircase', zh: '呈阶梯状' }, symbol: '', control: 'switch' },
  ],
  height: 'initial',
  // A tenth of the rate is left at the end.
  defaults: (total) => ({ rate: 1, every: shareOf(total, 1 / 9), staircase: false }),
};

/** @type {Family} */
const inverseSqrt = {
  type: 'inverse_sqrt',
  group: 'smooth',
  label: { en: 'Inverse square root', zh: '平方根倒数' },
  about: {
    en: 'Proportional to 1 / √t; needs no total length.',
    zh: '与 1 / √t 成正比；不需要总长度。',
  },
  keys: [
    initial,
    duration({
      key: 'timescale',
      label: { en: 'Time scale', zh: '时间尺度' },
      hint: {
        en: '{units}; the rate is halved after three times this',
        zh: '{units}数；经过三倍此数后学习率减半',
      },
      symbol: 'τ',
    }),
  ],
  height: 'initial',
  defaults: (total) => ({ timescale: shareOf(total, 1 / 15) }),
};

/** In the order of the menu. @type {readonly Family[]} */
export const smoothFamilies = [
  ...[constant, exponential, linear, polynomial, cosine, tanh, inverseTime, inverseSqrt],
];
