// Changes of a whole schedule: another type, another unit, warm-up, floor, and the parts of a sequence. All
// functions are pure: they return a new schedule.

import { families, familyOf } from './schedule_families.js';
import { familyTotal, floorOf, totalOf, unitSteps, warmupOf } from './schedule_timeline.js';
import { simplify } from './handles/simplify.js';
import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */
/** @typedef {import('./schedule_timeline.js').Length} Length */

/** Maximum number of knots of a converted curve. */
const MAX_KNOTS = 12;
/** Maximum number of samples of the curve before simplification. */
const MAX_SAMPLES = 2000;
const DEFAULT_RATE = 0.1;

/** Maximum nesting depth of sequences, as in the core. */
const DEEPEST = 8;

const isRate = (/** @type {any} */ value) => Number.isFinite(value) && value > 0;

/**
 * The main rate of a schedule: its initial rate or its peak.
 *
 * @param {Schedule} schedule
 * @returns {number}
 */
export function heightOf(schedule) {
  if (schedule.type === 'sequence' && schedule.parts?.[0]?.schedule) {
    return heightOf(schedule.parts[0].schedule);
  }
  if (schedule.type === 'piecewise') {
    const rates = (schedule.knots ?? []).map((/** @type {any} */ knot) => knot?.[1]).filter(isRate);
    return rates.length > 0 ? Math.max(...rates) : DEFAULT_RATE;
  }
  const key = familyOf(schedule.type)?.height ?? '';
  return isRate(schedule[key]) ? schedule[key] : DEFAULT_RATE;
}

/**
 * The schedule with another main rate; lower rates are scaled where they would exceed it.
 *
 * @param {Schedule} schedule
 * @param {number} rate
 * @returns {Schedule}
 */
export function withHeight(schedule, rate) {
  const ratio = rate / heightOf(schedule);
  if (schedule.type === 'sequence') {
    const [first, ...rest] = schedule.parts;
    const changed = { ...first, schedule: withHeight(first.schedule, rate) };
    return { ...schedule, parts: [changed, ...rest] };
  }
  if (schedule.type === 'piecewise') {
    const scale = ([time, value] = [0, 0]) => [time, roundTo(value * ratio, 3)];
    return { ...schedule, knots: schedule.knots.map(scale) };
  }
  const key = familyOf(schedule.type)?.height ?? '';
  /** @type {Schedule} */
  const changed = { ...schedule, [key]: rate };
  // Lower rates stay below the main rate.
  for (const name of ['final', 'low', ...(schedule.type === 'plateau' ? ['min'] : [])]) {
    if (schedule[name] >= rate) changed[name] = roundTo(schedule[name] * ratio, 3);
  }
  return changed;
}

/**
 * Unit, warm-up and floor of a schedule, without keys that have another meaning for the new type.
 *
 * @param {Schedule} schedule
 * @param {string} type
 */
function around(schedule, type) {
  const warmup = type === 'warmup_stable_decay' ? undefined : warmupOf(schedule);
  const min = type === 'plateau' ? undefined : floorOf(schedule);
  return {
    ...(schedule.unit && { unit: schedule.unit }),
    ...(warmup && { warmup }),
    ...(min !== undefined && { min }),
  };
}

/** Keys with the same meaning in every type that has them. */
const COMMON = ['final', 'total', 'factor'];

/**
 * The schedule as another type: main rate, unit, warm-up, floor and common keys are kept.
 *
 * @param {Schedule} schedule
 * @param {string} type
 * @param {Length} length
 * @param {ArrayLike<number>} [rates] rates of the schedule, one per step; converted into knots for `piecewise`
 * @returns {Schedule}
 */
export function withFamily(schedule, type, length, rates = []) {
  const family = familyOf(type);
  if (!family || type === schedule.type) return schedule;
  const wrappers = around(schedule, type);
  const first = schedule.parts?.[0]?.schedule;
  if (first) {
    const inner = withFamily(withUnit(first, schedule.unit ?? 'step', length), type, length);
    return { ...inner, ...wrappers };
  }
  if (type === 'sequence') return { type, parts: twoParts(schedule, length), ...wrappers };
  const height = heightOf(schedule);
  const total = familyTotal(schedule, length);
  const keys = family.keys.map(({ key }) => key);
  const kept = COMMON.filter((key) => keys.includes(key) && schedule[key] !== undefined);
  return {
    type,
    ...(family.height !== 'knots' && { [family.height]: height }),
    ...family.defaults(total, height),
    ...Object.fromEntries(kept.map((key) => [key, schedule[key]])),
    ...(type === 'piecewise' && rates.length > 1 && { knots: knotsOf(rates, schedule, length) }),
    ...wrappers,
  };
}

/**
 * The curve as knots that are at least one unit of time apart.
 *
 * @param {ArrayLike<number>} rates one per step
 * @param {Schedule} schedule
 * @param {Length} length
 * @returns {import('./handles/simplify.js').Point[]}
 */
function knotsOf(rates, schedule, length) {
  const unit = unitSteps(schedule, length);
  const start = (warmupOf(schedule)?.length ?? 0) * unit;
  const count = Math.floor((Math.min(length.steps, rates.length - start) - 1) / unit) + 1;
  const every = Math.max(1, Math.floor(count / MAX_SAMPLES));
  /** @type {import('./handles/simplify.js').Point[]} */
  const points = [];
  for (let time = 0; time < count; time += every) {
    points.push([time, roundTo(rates[start + time * unit], 3)]);
  }
  return simplify(points, MAX_KNOTS);
}

/**
 * A sequence of the schedule and a cosine decay, each over half of the time.
 *
 * @param {Schedule} schedule
 * @param {Length} length
 */
function twoParts(schedule, length) {
  const total = familyTotal(schedule, length);
  const { warmup, min, ...inner } = schedule;
  const first = {
    ...inner,
    // Keys of these names that belong to the type itself are kept.
    ...(warmup !== undefined && !warmupOf(schedule) && { warmup }),
    ...(min !== undefined && floorOf(schedule) === undefined && { min }),
  };
  const second = { type: 'cosine', initial: heightOf(schedule), final: 0 };
  return [
    { schedule: first, length: Math.max(1, Math.round(total / 2)) },
    { schedule: { ...second, ...(schedule.unit && { unit: schedule.unit }) } },
  ];
}

/**
 * The same curve in the other unit, up to rounding to whole numbers.
 *
 * @param {Schedule} schedule
 * @param {'step' | 'epoch'} unit
 * @param {Length} length
 * @returns {Schedule}
 */
export function withUnit(schedule, unit, { stepsPerEpoch }) {
  if ((schedule.unit ?? 'step') === unit) return schedule;
  const ratio = unit === 'step' ? stepsPerEpoch : 1 / stepsPerEpoch;
  const inUnits = (/** @type {number} */ value, least = 1) =>
    Math.max(least, Math.round(value * ratio));
  /** @type {Schedule} */
  const changed = { ...schedule, unit };
  for (const { key, time, min } of familyOf(schedule.type)?.keys ?? []) {
    const value = schedule[key];
    if (!Number.isFinite(value)) continue;
    if (time === 'length') changed[key] = inUnits(value, min);
    if (time === 'factor' && value > 0) changed[key] = roundTo(value ** (1 / ratio), 6);
  }
  if (schedule.type === 'inverse_time' && Number.isFinite(schedule.rate)) {
    // The rate compensates for the rounding of the interval.
    changed.every = inUnits(schedule.every ?? 1);
    changed.rate = roundTo(schedule.rate * (changed.every / ((schedule.every ?? 1) * ratio)), 4);
  }
  if (Array.isArray(schedule.milestones)) {
    changed.milestones = schedule.milestones.map((at) =>
      Number.isFinite(at) ? inUnits(at, 0) : at,
    );
  }
  if (Array.isArray(schedule.knots)) {
    changed.knots = schedule.knots.map(([time, rate]) => [roundTo(time * ratio, 6), rate]);
  }
  if (Array.isArray(schedule.parts)) {
    changed.parts = schedule.parts.map((part) =>
      Number.isFinite(part.length) ? { ...part, length: inUnits(part.length) } : part,
    );
  }
  const warmup = warmupOf(schedule);
  if (warmup && Number.isFinite(warmup.length)) {
    changed.warmup = { ...warmup, length: inUnits(warmup.length) };
  }
  return changed;
}

/**
 * The default warm-up: a twentieth of the run, from a hundredth of the main rate.
 *
 * @param {Schedule} schedule
 * @param {Length} length
 */
export function firstWarmup(schedule, length) {
  return {
    length: Math.max(1, Math.round(totalOf(schedule, length) / 20)),
    from: roundTo(heightOf(schedule) / 100, 1),
    shape: 'linear',
  };
}

/** The default floor: a thousandth of the main rate. @param {Schedule} schedule */
export function firstFloor(schedule) {
  return roundTo(heightOf(schedule) / 1000, 1);
}

/** @typedef {{schedule: Schedule, length?: number}} Part */

/**
 * Adds a constant part at the end, which takes half of the length of the last part.
 *
 * @param {Part[]} parts
 * @param {number} total of the sequence, in its unit
 * @param {'step' | 'epoch'} [unit] of the sequence
 * @returns {Part[]}
 */
export function withPartAdded(parts, total, unit) {
  const before = parts.slice(0, -1).reduce((sum, { length }) => sum + (length || 0), 0);
  const last = parts[parts.length - 1];
  const has = last.length ?? Math.max(1, total - before);
  const fresh = { type: 'constant', initial: heightOf(last.schedule), ...(unit && { unit }) };
  return [
    ...parts.slice(0, -1),
    { ...last, length: Math.max(1, Math.round(has / 2)) },
    { schedule: fresh },
  ];
}

/**
 * Sets missing lengths; only the last part may be without a length.
 *
 * @param {Part[]} parts in their new order
 * @param {number} total
 * @returns {Part[]}
 */
export function withLengths(parts, total) {
  return parts.map((part, index) => {
    if (index === parts.length - 1 || part.length !== undefined) return part;
    return { ...part, length: Math.max(1, Math.round(total / parts.length)) };
  });
}

/** Types that a part can have: a schedule can contain only one plateau. */
export const partTypes = (/** @type {boolean} */ plateauElsewhere, /** @type {number} */ depth) =>
  families
    .map(({ type }) => type)
    .filter((type) => !(type === 'plateau' && plateauElsewhere))
    .filter((type) => !(type === 'sequence' && depth >= DEEPEST));
