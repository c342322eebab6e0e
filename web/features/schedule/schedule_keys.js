// The quantities that families of schedules share, one descriptor each: which control edits it, its
// range, and what becomes of it in another unit. Ranges are the sliders'; what may be typed is the
// core's to judge.

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

/**
 * What changes when the unit does, between steps and epochs:
 *   length   counts units            (every, total)
 *   factor   multiplies once a unit  (gamma)
 *
 * @typedef {'length' | 'factor'} Time
 */

/**
 * @typedef {object} Key
 * @property {string} key as in the document; its words are in the catalogue under schedule.keys
 * @property {string} [words] under which its words are, where they are not those of its key
 * @property {string} symbol as in the formula
 * @property {'slider' | 'choice' | 'switch' | 'milestones' | 'knots' | 'momentum'} control
 * @property {'rate' | 'factor' | 'count' | 'number'} [kind] of a slider
 * @property {keyof typeof import('../../ui/slider_scales.js').sliderScales} [scale]
 * @property {number} [min]
 * @property {number | 'total'} [max] `total`: the run's length in the schedule's unit
 * @property {Time} [time]
 * @property {string[]} [choices]
 * @property {(schedule: Schedule, total: number) => number | string} [missing] what it is where it is
 *   left out; a key without this has to be there
 * @property {(schedule: Schedule) => boolean} [shown] whether it matters; always, where absent
 */

/** @type {Key} */
export const initial = {
  key: 'initial',
  symbol: 'η_0',
  control: 'slider',
  kind: 'rate',
  scale: 'log',
  min: 1e-5,
  max: 1,
};

/** @type {Key} */
export const peak = { ...initial, key: 'peak', symbol: 'η̂' };

/** @type {Key} */
export const final = {
  key: 'final',
  symbol: 'η_e',
  control: 'slider',
  kind: 'rate',
  scale: 'logOrZero',
  min: 1e-7,
  max: 1,
  missing: () => 0,
};

/** @type {Key} */
export const factor = {
  key: 'factor',
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
  symbol: 'γ',
  control: 'slider',
  kind: 'factor',
  scale: 'nearOne',
  min: 0.5,
  max: 0.99999,
  time: 'factor',
};

/**
 * @param {string} key
 * @param {string} symbol
 * @param {Partial<Key>} [more]
 * @returns {Key} a length in the schedule's unit
 */
export const duration = (key, symbol, more = {}) => ({
  key,
  symbol,
  control: 'slider',
  kind: 'count',
  scale: 'count',
  min: 1,
  max: 'total',
  time: 'length',
  ...more,
});

export const total = duration('total', 'T', { missing: (_, total) => total });

/**
 * @param {string} key
 * @param {string} symbol
 * @param {Partial<Key>} range
 * @returns {Key}
 */
export const number = (key, symbol, range) => ({
  key,
  symbol,
  control: 'slider',
  kind: 'number',
  scale: 'linear',
  ...range,
});

/**
 * @param {string} key
 * @param {string[]} choices
 * @param {Partial<Key>} [more] the first is meant where it is left out
 * @returns {Key} one of several words
 */
export const choice = (key, choices, more = {}) => ({
  key,
  symbol: '',
  control: 'choice',
  choices,
  missing: () => choices[0],
  ...more,
});

/** Of the ramp in front of a family. */
export const warmupKeys = {
  length: duration('length', 'W'),
  from: { ...final, key: 'from', symbol: 'η_w' },
};

/** What no rate is below. @type {Key} */
export const floor = { ...initial, key: 'min', symbol: 'η_min', min: 1e-7 };

/** How long a part of a sequence lasts. */
export const partLength = duration('length', '');
