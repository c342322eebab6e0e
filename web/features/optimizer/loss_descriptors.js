// The losses, one descriptor each, in the menu's order. Keys and ranges come from the core's schema.

/** @typedef {import('../../locales/pair.js').Pair} Pair */
/** @typedef {import('../experiment/schema.js').KeyLabels} KeyLabels */

/** @type {readonly {type: string, label: Pair, about: Pair}[]} */
export const losses = [
  {
    type: 'cross_entropy',
    label: { en: 'Cross-entropy', zh: '交叉熵' },
    about: {
      en: 'Softmax, then the negative logarithm of the true class’s probability.',
      zh: '先做 softmax，再取真实类别概率的负对数。',
    },
  },
  {
    type: 'mean_squared_error',
    label: { en: 'Mean squared error', zh: '均方误差' },
    about: {
      en: 'Squared distance of the outputs from the one-hot target.',
      zh: '输出与独热目标之差的平方。',
    },
  },
];

/** @type {Record<string, KeyLabels>} */
const keys = {
  label_smoothing: {
    label: { en: 'Label smoothing', zh: '标签平滑' },
    hint: {
      en: 'share of the target spread over all classes; 0 for none',
      zh: '目标中平均分给所有类别的比例；0 表示不用',
    },
  },
};

/** @param {string} key @returns {KeyLabels | undefined} */
export const lossKeyLabels = (key) => keys[key];
