// Keys that several schedule types share, one descriptor each: labels, input, range of the slider, and the
// conversion to another unit. Valid ranges, defaults and choices come from the schema of the core.

/** @typedef {import('../../locales/pair.js').Pair} Pair */
/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

/**
 * How a value is converted between steps and epochs:
 *   length   a number of units         (every, total)
 *   factor   multiplies once per unit  (gamma)
 *
 * @typedef {'length' | 'factor'} Time
 */

/**
 * @typedef {object} Key
 * @property {string} key as in the document
 * @property {Pair} label
 * @property {Pair} [hint] with {unit} and {units}
 * @property {string} symbol as in the formula
 * @property {'slider' | 'choice' | 'switch' | 'milestones' | 'knots' | 'momentum'} control
 * @property {'rate' | 'factor' | 'count' | 'number'} [kind] of a slider
 * @property {keyof typeof import('../../ui/slider_scales.js').sliderScales} [scale]
 * @property {number} [min] of the slider
 * @property {number | 'total'} [max] of the slider; `total`: the run's length in the schedule's unit
 * @property {Time} [time]
 * @property {Record<string, Pair>} [choices] by value
 * @property {(schedule: Schedule, total: number) => number | string} [missing] its default if it is
 *   not a constant in the schema
 * @property {(schedule: Schedule) => boolean} [shown] whether it is shown; always, if absent
 */

/** @type {Key} */
export const initial = {
  key: 'initial',
  label: { en: 'Initial rate', zh: '初始学习率' },
  hint: { en: 'at the first {unit}', zh: '第一{unit}的值' },
  symbol: 'η_0',
  control: 'slider',
  kind: 'rate',
  scale: 'log',
  min: 1e-5,
  max: 1,
};

/** @type {Key} */
export const peak = {
  ...initial,
  key: 'peak',
  label: { en: 'Peak rate', zh: '峰值学习率' },
  hint: { en: 'the highest rate', zh: '最高的学习率' },
  symbol: 'η̂',
};

/** @type {Key} */
export const final = {
  key: 'final',
  label: { en: 'Final rate', zh: '最终学习率' },
  hint: { en: 'reached at the end, constant afterwards', zh: '结束时达到，之后不变' },
  symbol: 'η_e',
  control: 'slider',
  kind: 'rate',
  scale: 'logOrZero',
  min: 1e-7,
  max: 1,
};

/** @type {Key} */
export const factor = {
  key: 'factor',
  label: { en: 'Factor', zh: '衰减系数' },
  hint: { en: 'the rate is multiplied by this at each drop', zh: '每次下降时乘以此数' },
  symbol: 'f',
  control: 'slider',
  kind: 'factor',
  scale: 'linear',
  min: 0.05,
  max: 1,
};

/** @type {Key} */
export const gamma = {
  key: 'gamma',
  label: { en: 'Decay factor', zh: '衰减系数' },
  hint: { en: 'the rate is multiplied by this each {unit}', zh: '学习率每{unit}乘以此数' },
  symbol: 'γ',
  control: 'slider',
  kind: 'factor',
  scale: 'nearOne',
  min: 0.5,
  max: 0.99999,
  time: 'factor',
};

/**
 * A length in the unit of the schedule.
 *
 * @param {Pick<Key, 'key' | 'label' | 'symbol'> & Partial<Key>} key
 * @returns {Key}
 */
export const duration = (key) => ({
  control: 'slider',
  kind: 'count',
  scale: 'count',
  min: 1,
  max: 'total',
  time: 'length',
  ...key,
});

export const total = duration({
  key: 'total',
  label: { en: 'Length', zh: '长度' },
  hint: { en: '{units}; empty: the whole run', zh: '{units}数；留空：整个运行' },
  symbol: 'T',
  missing: (_, length) => length,
});

export const every = duration({
  key: 'every',
  label: { en: 'Interval', zh: '间隔' },
  hint: { en: '{units}', zh: '{units}数' },
  symbol: 's',
});

/**
 * @param {Pick<Key, 'key' | 'label' | 'symbol'> & Partial<Key>} key
 * @returns {Key}
 */
export const number = (key) => ({ control: 'slider', kind: 'number', scale: 'linear', ...key });

/**
 * One of several values; the default is that of the core.
 *
 * @param {string} key
 * @param {Pair} label
 * @param {Record<string, Pair>} choices
 * @returns {Key}
 */
export const choice = (key, label, choices) => ({
  key,
  label,
  symbol: '',
  control: 'choice',
  choices,
});

/** @type {Pair} */
export const shapeLabel = { en: 'Shape', zh: '形状' };

/** Shapes of a curve between two rates. */
export const shapes = {
  linear: { en: 'linear', zh: '线性' },
  cosine: { en: 'cosine', zh: '余弦' },
  one_minus_sqrt: { en: '1 − √', zh: '1 − √' },
  exponential: { en: 'exponential', zh: '指数' },
};

/** A fraction of the run, at least one unit. */
export const shareOf = (/** @type {number} */ total, /** @type {number} */ share) =>
  Math.max(1, Math.round(total * share));

/** The keys of a warm-up. */
export const warmupKeys = {
  length: duration({
    key: 'length',
    label: { en: 'Warm-up length', zh: '预热长度' },
    hint: { en: '{units} before the schedule starts', zh: '所选调度开始之前的{units}数' },
    symbol: 'W',
  }),
  from: /** @type {Key} */ ({
    ...final,
    key: 'from',
    label: { en: 'Initial rate of the warm-up', zh: '预热起始学习率' },
    hint: { en: 'the rate of the first step', zh: '第一步的学习率' },
    symbol: 'η_w',
  }),
  shape: choice('shape', shapeLabel, { linear: shapes.linear, exponential: shapes.exponential }),
};

/** The rate that the schedule never goes below. @type {Key} */
export const floor = {
  ...initial,
  key: 'min',
  label: { en: 'Minimum rate', zh: '最低学习率' },
  hint: { en: 'the rate never falls below it', zh: '学习率不会低于此值' },
  symbol: 'η_min',
  min: 1e-7,
};

/** The length of a part of a sequence. */
export const partLength = duration({
  key: 'length',
  label: { en: 'Length of this part', zh: '本段长度' },
  hint: { en: '{units} until the next part starts', zh: '到下一段开始的{units}数' },
  symbol: '',
});
