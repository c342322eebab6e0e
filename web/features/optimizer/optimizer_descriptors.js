// The optimizers, one descriptor each, in the order of the menu: labels and the initial learning rate. Keys,
// ranges, defaults and formulas come from the schema of the core.

import { defaultsOf, keysOf } from '../experiment/index.js';

/** @typedef {import('../../locales/pair.js').Pair} Pair */
/** @typedef {import('../experiment/schema.js').KeyLabels} KeyLabels */
/** @typedef {import('../../protocol/schema.js').Schema} Schema */
/** @typedef {import('../../protocol/types.js').Optimizer} Optimizer */

/**
 * @typedef {object} OptimizerDescriptor
 * @property {string} id the type, or another name if a type has two entries
 * @property {string} type as in the document
 * @property {Pair} label
 * @property {Pair} about
 * @property {Pair} [summary] the label with {momentum}
 * @property {number} rate initial learning rate
 * @property {Record<string, any>} [first] initial values that differ from the defaults of the core
 * @property {Record<string, any>} [fixed] values that distinguish it from other entries of its type
 * @property {(optimizer: Optimizer) => boolean} [matches] whether a document of the type is this entry
 * @property {Record<string, KeyLabels>} [keys] labels that differ from those of `commonKeys`
 */

const hasMomentum = (/** @type {Optimizer} */ { momentum = 0 }) => momentum !== 0;
const isDecoupled = (/** @type {Optimizer} */ { decay_mode }) => decay_mode === 'decoupled';

/** @type {readonly OptimizerDescriptor[]} */
export const optimizers = [
  {
    id: 'sgd',
    type: 'sgd',
    label: { en: 'SGD', zh: 'SGD' },
    about: {
      en: 'Steps against the gradient, by the learning rate.',
      zh: '沿梯度的反方向更新，步长由学习率决定。',
    },
    rate: 0.1,
    fixed: { momentum: 0, nesterov: false },
    matches: (optimizer) => !hasMomentum(optimizer),
  },
  {
    id: 'momentum',
    type: 'sgd',
    label: { en: 'SGD with momentum', zh: '带动量的 SGD' },
    summary: { en: 'SGD, momentum {momentum}', zh: 'SGD，动量 {momentum}' },
    about: {
      en: 'Past gradients add up in a velocity that fades by the momentum.',
      zh: '过去的梯度累积为速度，并按动量系数衰减。',
    },
    rate: 0.1,
    fixed: { momentum: 0.9 },
    matches: hasMomentum,
  },
  {
    id: 'adam',
    type: 'adam',
    label: { en: 'Adam', zh: 'Adam' },
    about: {
      en: 'Divides the mean gradient of each weight by its root mean square.',
      zh: '用每个权重的梯度均值除以其均方根。',
    },
    rate: 0.001,
    fixed: { decay_mode: 'coupled' },
    matches: (optimizer) => !isDecoupled(optimizer),
  },
  {
    id: 'adamw',
    type: 'adam',
    label: { en: 'AdamW', zh: 'AdamW' },
    about: {
      en: 'Adam with weight decay applied to the weights, apart from the gradient.',
      zh: '权重衰减直接作用于权重、与梯度解耦的 Adam。',
    },
    rate: 0.001,
    first: { weight_decay: 0.01 },
    fixed: { decay_mode: 'decoupled' },
    matches: isDecoupled,
  },
  {
    id: 'rmsprop',
    type: 'rmsprop',
    label: { en: 'RMSprop', zh: 'RMSprop' },
    about: {
      en: 'Divides the gradient of each weight by its recent root mean square.',
      zh: '用每个权重的梯度除以其近期的均方根。',
    },
    rate: 0.001,
  },
  {
    id: 'adagrad',
    type: 'adagrad',
    label: { en: 'Adagrad', zh: 'Adagrad' },
    about: {
      en: 'Divides by the root of all squared gradients so far: steps only shrink.',
      zh: '除以至今全部梯度平方和的平方根：步幅只减不增。',
    },
    rate: 0.01,
  },
  {
    id: 'adadelta',
    type: 'adadelta',
    label: { en: 'Adadelta', zh: 'Adadelta' },
    about: {
      en: 'Scales each step by the size of recent steps; the rate is usually 1.',
      zh: '按近期更新量的大小缩放每一步；学习率通常为 1。',
    },
    rate: 1,
  },
  {
    id: 'nadam',
    type: 'nadam',
    label: { en: 'NAdam', zh: 'NAdam' },
    about: { en: 'Adam with Nesterov momentum.', zh: '采用 Nesterov 动量的 Adam。' },
    rate: 0.002,
  },
  {
    id: 'lion',
    type: 'lion',
    label: { en: 'Lion', zh: 'Lion' },
    about: {
      en: 'Moves every weight by the sign of a momentum, always by the same amount.',
      zh: '按动量的符号更新，每个权重的步幅都相同。',
    },
    rate: 0.0001,
    keys: {
      beta1: {
        label: { en: 'Interpolation', zh: '插值系数' },
        hint: {
          en: 'share of the momentum in the update',
          zh: '动量在更新中所占的比例',
        },
      },
      beta2: { label: { en: 'Momentum decay', zh: '动量衰减率' } },
    },
  },
];

/** Labels of keys; several optimizers share them. @type {Record<string, KeyLabels>} */
const commonKeys = {
  momentum: { label: { en: 'Momentum', zh: '动量' } },
  nesterov: { label: { en: 'Nesterov momentum', zh: 'Nesterov 动量' } },
  beta1: { label: { en: 'First-moment decay', zh: '一阶矩衰减率' } },
  beta2: { label: { en: 'Second-moment decay', zh: '二阶矩衰减率' } },
  epsilon: {
    label: { en: 'Epsilon', zh: 'Epsilon' },
    hint: { en: 'keeps the divisor above 0', zh: '使除数大于 0' },
  },
  alpha: { label: { en: 'Smoothing constant', zh: '平滑系数' } },
  centered: { label: { en: 'Centered', zh: '中心化' } },
  initial_accumulator: { label: { en: 'Initial accumulator', zh: '累加器初值' } },
  rho: { label: { en: 'Averaging decay', zh: '平均衰减率' } },
  momentum_decay: { label: { en: 'Momentum decay', zh: '动量衰减' } },
  weight_decay: {
    label: { en: 'Weight decay', zh: '权重衰减' },
    hint: { en: '0 for none', zh: '0 表示不用' },
  },
  decay_mode: {
    label: { en: 'Kind of decay', zh: '衰减方式' },
    choices: {
      coupled: { en: 'in the gradient (L2)', zh: '并入梯度（L2）' },
      decoupled: { en: 'decoupled (AdamW)', zh: '解耦（AdamW）' },
    },
  },
  l1: {
    label: { en: 'L1 penalty', zh: 'L1 惩罚' },
    hint: { en: '0 for none', zh: '0 表示不用' },
  },
  clip_norm: {
    label: { en: 'Clip gradient norm', zh: '裁剪梯度范数' },
    hint: { en: 'of all gradients together', zh: '全部梯度合在一起' },
    first: 1,
  },
  clip_value: {
    label: { en: 'Clip gradient values', zh: '裁剪梯度值' },
    hint: { en: 'of each gradient element', zh: '梯度的每个元素' },
    first: 0.5,
  },
};

/**
 * @param {string} type
 * @param {string} key
 * @returns {KeyLabels | undefined}
 */
export function optimizerKeyLabels(type, key) {
  const own = optimizers.find((entry) => entry.type === type && entry.keys?.[key]);
  return own?.keys?.[key] ?? commonKeys[key];
}

/**
 * The entry of the optimizer of a document.
 *
 * @param {Optimizer} optimizer
 * @returns {OptimizerDescriptor | undefined} undefined for an unknown type
 */
export function optimizerOf(optimizer) {
  return optimizers.find(
    ({ type, matches }) => type === optimizer.type && (matches?.(optimizer) ?? true),
  );
}

/**
 * The optimizer after an entry is selected: the defaults of its own keys, and the previous values of the keys
 * that every optimizer has.
 *
 * @param {Optimizer} before
 * @param {string} id
 * @param {Schema} schema
 * @returns {Optimizer}
 */
export function withOptimizer(before, id, { optimizers: section }) {
  const entry = optimizers.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`no optimizer ${id}`);
  const { type, first = {}, fixed } = entry;
  const common = (section.common ?? []).map(({ key }) => key);
  const kept = Object.entries(before).filter(
    ([key, value]) => common.includes(key) && !(key in first && !value),
  );
  return {
    type,
    ...defaultsOf(keysOf(section, type)),
    ...first,
    ...Object.fromEntries(kept),
    ...fixed,
  };
}
