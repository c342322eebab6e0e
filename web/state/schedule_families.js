// The families of schedules that the panel offers, one descriptor each: keys with their ranges, the
// values to begin with, and the formula. The rates themselves come from the core, never from here.
//
// A key's `time` says what becomes of it when the unit changes between steps and epochs:
//   length   counts units            (every, total)
//   factor   multiplies once a unit  (gamma)

import { roundTo } from './slider_scales.js';

/** @typedef {import('../protocol/types.js').Schedule} Schedule */

/**
 * What the descriptors know of the run.
 *
 * @typedef {object} Length
 * @property {number} steps
 * @property {number} stepsPerEpoch
 */

/**
 * @typedef {object} Key
 * @property {string} key as in the document; its words are in the catalogue under schedule.keys
 * @property {string} symbol as in the formula
 * @property {'rate' | 'factor' | 'count'} kind
 * @property {keyof typeof import('./slider_scales.js').sliderScales} scale
 * @property {number} min
 * @property {number | 'total'} max `total`: the run's length in the schedule's unit
 * @property {boolean} [optional] may be left out, which stands for the run's length
 * @property {'length' | 'factor'} [time]
 */

/**
 * @typedef {object} Family
 * @property {string} type
 * @property {Key[]} keys the first is the rate that a change of family keeps
 * @property {(total: number) => Record<string, number>} defaults of all keys but the first
 * @property {string} symbols the formula in LaTeX
 * @property {(values: Record<string, string>, t: string) => string} numbers its right side with the
 *   values in it
 */

/** @type {Key} */
const initial = { key: 'initial', symbol: 'η₀', kind: 'rate', scale: 'log', min: 1e-5, max: 1 };

/** @type {Key} */
const final = {
  key: 'final',
  symbol: 'ηₑ',
  kind: 'rate',
  scale: 'logOrZero',
  min: 1e-7,
  max: 1,
};

/** @type {Key} */
const total = {
  key: 'total',
  symbol: 'T',
  kind: 'count',
  scale: 'count',
  min: 1,
  max: 'total',
  optional: true,
  time: 'length',
};

/** @type {Family} */
const constant = {
  type: 'constant',
  keys: [initial],
  defaults: () => ({}),
  symbols: String.raw`\eta_t = \eta_0`,
  numbers: ({ initial }) => initial,
};

/** @type {Family} */
const exponential = {
  type: 'exponential',
  keys: [
    initial,
    {
      key: 'gamma',
      symbol: 'γ',
      kind: 'factor',
      scale: 'nearOne',
      min: 0.5,
      max: 0.99999,
      time: 'factor',
    },
  ],
  // A hundredth of the rate is left at the end.
  defaults: (total) => ({ gamma: roundTo(0.01 ** (1 / Math.max(1, total)), total > 200 ? 5 : 2) }),
  symbols: String.raw`\eta_t = \eta_0\,\gamma^{\,t}`,
  numbers: ({ initial, gamma }, t) => String.raw`${initial} \times ${gamma}^{\,${t}}`,
};

/** @type {Family} */
const linear = {
  type: 'linear',
  keys: [initial, final, total],
  defaults: () => ({ final: 0 }),
  symbols: String.raw`\eta_t = \eta_0 + (\eta_e - \eta_0)\,\frac{\min(t,\,T)}{T}`,
  numbers: ({ initial, final, total }, t) =>
    String.raw`${initial} + (${final} - ${initial})\,\frac{\min(${t},\,${total})}{${total}}`,
};

/** @type {Family} */
const step = {
  type: 'step',
  keys: [
    initial,
    { key: 'factor', symbol: 'f', kind: 'factor', scale: 'linear', min: 0.05, max: 1 },
    {
      key: 'every',
      symbol: 's',
      kind: 'count',
      scale: 'count',
      min: 1,
      max: 'total',
      time: 'length',
    },
  ],
  defaults: (total) => ({ factor: 0.1, every: Math.max(1, Math.round(total / 3)) }),
  symbols: String.raw`\eta_t = \eta_0\,f^{\,\lfloor t/s \rfloor}`,
  numbers: ({ initial, factor, every }, t) =>
    String.raw`${initial} \times ${factor}^{\,\lfloor ${t}/${every} \rfloor}`,
};

export const families = [constant, exponential, linear, step];

/** @param {string} type */
export function familyOf(type) {
  return families.find((family) => family.type === type);
}

/**
 * @param {Schedule} schedule
 * @param {Length} length
 * @returns {number} the run's length in the schedule's unit
 */
export function totalOf(schedule, { steps, stepsPerEpoch }) {
  return schedule.unit === 'epoch' ? Math.ceil(steps / stepsPerEpoch) : steps;
}

/**
 * Another family that starts at the same rate and counts in the same unit.
 *
 * @param {Schedule} schedule
 * @param {string} type
 * @param {Length} length
 * @returns {Schedule}
 */
export function withFamily(schedule, type, length) {
  const family = familyOf(type);
  const before = familyOf(schedule.type);
  if (!family || type === schedule.type) return schedule;
  const rate = before && schedule[before.keys[0].key];
  return {
    type,
    [family.keys[0].key]: Number.isFinite(rate) && rate > 0 ? rate : 0.1,
    ...family.defaults(totalOf(schedule, length)),
    ...(schedule.unit && { unit: schedule.unit }),
    // Around the family; one that has a key of that name means something else by it.
    ...(typeof schedule.warmup === 'object' && { warmup: schedule.warmup }),
    ...(schedule.min !== undefined && schedule.type !== 'plateau' && { min: schedule.min }),
  };
}

/**
 * The same curve, as nearly as whole numbers allow, counted in the other unit.
 *
 * @param {Schedule} schedule
 * @param {'step' | 'epoch'} unit
 * @param {Length} length
 * @returns {Schedule}
 */
export function withUnit(schedule, unit, { stepsPerEpoch }) {
  if ((schedule.unit ?? 'step') === unit) return schedule;
  const ratio = unit === 'step' ? stepsPerEpoch : 1 / stepsPerEpoch;
  const inUnits = (/** @type {number} */ value) => Math.max(1, Math.round(value * ratio));
  /** @type {Schedule} */
  const changed = { ...schedule, unit };
  for (const { key, time } of familyOf(schedule.type)?.keys ?? []) {
    const value = schedule[key];
    if (!Number.isFinite(value)) continue;
    if (time === 'length') changed[key] = inUnits(value);
    if (time === 'factor' && value > 0) changed[key] = roundTo(value ** (1 / ratio), 6);
  }
  if (Number.isFinite(schedule.warmup?.length)) {
    changed.warmup = { ...schedule.warmup, length: inUnits(schedule.warmup.length) };
  }
  return changed;
}

/**
 * The moment that the formula shows, in the schedule's unit.
 *
 * @param {Schedule} schedule
 * @param {number} step
 * @param {Length} length
 */
export function timeAt(schedule, step, { stepsPerEpoch }) {
  return schedule.unit === 'epoch' ? Math.floor(step / stepsPerEpoch) : step;
}
