// Schedules that drop at once, one descriptor each; as in smooth_families.js.

import { choice, every, factor, final, initial, number, shareOf } from './schedule_keys.js';

/** @typedef {import('./schedule_families.js').Family} Family */

/** @type {Family} */
const step = {
  type: 'step',
  group: 'step',
  label: { en: 'Step decay', zh: '阶梯衰减' },
  about: { en: 'Multiplied by a factor at regular intervals.', zh: '每隔固定间隔乘以一个系数。' },
  keys: [initial, factor, every],
  height: 'initial',
  defaults: (total) => ({ factor: 0.1, every: shareOf(total, 1 / 3) }),
};

/** @type {Family} */
const multiStep = {
  type: 'multi_step',
  group: 'step',
  label: { en: 'Multi-step decay', zh: '多步衰减' },
  about: {
    en: 'Multiplied by a factor at chosen milestones.',
    zh: '在选定的里程碑处乘以一个系数。',
  },
  keys: [
    initial,
    factor,
    {
      key: 'milestones',
      label: { en: 'Milestones', zh: '里程碑' },
      hint: { en: '{units} at which the rate drops', zh: '学习率在这些{units}下降' },
      symbol: 'm',
      control: 'milestones',
    },
  ],
  height: 'initial',
  defaults: (total) => ({ factor: 0.1, milestones: [shareOf(total, 0.5), shareOf(total, 0.75)] }),
};

/** A count of epochs. @type {Pick<import('./schedule_keys.js').Key, 'kind' | 'scale' | 'min' | 'max'>} */
const epochs = { kind: 'count', scale: 'count', min: 0, max: 20 };

/** @type {Family} */
const plateau = {
  type: 'plateau',
  group: 'step',
  label: { en: 'Reduce on plateau', zh: '平台期衰减' },
  about: {
    en: 'Multiplied by a factor when a metric stops improving.',
    zh: '指标不再改善时乘以一个系数。',
  },
  keys: [
    initial,
    { ...factor, max: 0.95 },
    number({
      key: 'patience',
      label: { en: 'Patience', zh: '耐心值' },
      hint: { en: 'epochs without improvement before a drop', zh: '下降之前允许多少轮没有改善' },
      symbol: 'P',
      ...epochs,
    }),
    number({
      key: 'cooldown',
      label: { en: 'Cooldown', zh: '冷却' },
      hint: { en: 'epochs after a drop that are not counted', zh: '下降之后不计入的轮数' },
      symbol: 'C',
      ...epochs,
    }),
    number({
      key: 'threshold',
      label: { en: 'Threshold', zh: '阈值' },
      hint: { en: 'smallest relative improvement that counts', zh: '算作改善的最小相对变化' },
      symbol: 'θ',
      scale: 'logOrZero',
      min: 1e-5,
      max: 0.1,
    }),
    {
      ...final,
      key: 'min',
      label: { en: 'Minimum rate', zh: '最低学习率' },
      hint: { en: 'no drop goes below it', zh: '下降不会低于此值' },
      symbol: 'η_m',
    },
    choice(
      'metric',
      { en: 'Metric', zh: '监测指标' },
      {
        validation_loss: { en: 'held-out loss', zh: '留出损失' },
        validation_accuracy: { en: 'held-out accuracy', zh: '留出准确率' },
        train_loss: { en: 'training loss', zh: '训练损失' },
        train_accuracy: { en: 'training accuracy', zh: '训练准确率' },
      },
    ),
    {
      ...choice(
        'mode',
        { en: 'Better is', zh: '方向' },
        { min: { en: 'lower', zh: '越低越好' }, max: { en: 'higher', zh: '越高越好' } },
      ),
      missing: ({ metric }) => (metric?.endsWith('accuracy') ? 'max' : 'min'),
    },
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

/** In the order of the menu. @type {readonly Family[]} */
export const stepFamilies = [step, multiStep, plateau];
