// Changes of a schedule as a whole: another family, another unit, what is wrapped around it, the
// parts of a sequence. Each gives a new schedule and leaves the old one as it was.

import { families, familyOf } from './schedule_families.js';
import { familyTotal, floorOf, totalOf, unitSteps, warmupOf } from './schedule_timeline.js';
import { simplify } from './handles/simplify.js';
import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */
/** @typedef {import('./schedule_timeline.js').Length} Length */

/** Points of a curve that is turned into knots. */
const MOST_KNOTS = 12;
/** Points of it that are looked at. */
const MOST_SAMPLES = 2000;
const DEFAULT_RATE = 0.1;

/** Sequences within sequences that the core reads. */
const DEEPEST = 8;

const isRate = (/** @type {any} */ value) => Number.isFinite(value) && value > 0;

/**
 * The rate that a schedule is about: its initial one, its peak.
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
 * The schedule with another rate to start from, or to rise to.
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
  // What has to stay below it does.
  for (const name of ['final', 'low', ...(schedule.type === 'plateau' ? ['min'] : [])]) {
    if (schedule[name] >= rate) changed[name] = roundTo(schedule[name] * ratio, 3);
  }
  return changed;
}

/**
 * What is wrapped around a family, and its unit; without what another family means by those names.
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

/** Keys that mean the same in every family that has them. */
const COMMON = ['final', 'total', 'factor'];

/**
 * Another family that starts at, or rises to, the same rate, counts in the same unit, and keeps what
 * it has in common with the one before.
 *
 * @param {Schedule} schedule
 * @param {string} type
 * @param {Length} length
 * @param {ArrayLike<number>} [rates] the curve of the schedule: what becomes knots
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
 * The curve as knots, one unit of time apart at least.
 *
 * @param {ArrayLike<number>} rates one a step
 * @param {Schedule} schedule
 * @param {Length} length
 * @returns {import('./handles/simplify.js').Point[]}
 */
function knotsOf(rates, schedule, length) {
  const unit = unitSteps(schedule, length);
  const start = (warmupOf(schedule)?.length ?? 0) * unit;
  const count = Math.floor((Math.min(length.steps, rates.length - start) - 1) / unit) + 1;
  const every = Math.max(1, Math.floor(count / MOST_SAMPLES));
  /** @type {import('./handles/simplify.js').Point[]} */
  const points = [];
  for (let time = 0; time < count; time += every) {
    points.push([time, roundTo(rates[start + time * unit], 3)]);
  }
  return simplify(points, MOST_KNOTS);
}

/**
 * The schedule as the first of two parts; the second goes on from where it is by then.
 *
 * @param {Schedule} schedule
 * @param {Length} length
 */
function twoParts(schedule, length) {
  const total = familyTotal(schedule, length);
  const { warmup, min, ...inner } = schedule;
  const first = {
    ...inner,
    // A family's own keys of those names stay with it.
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
    // What rounding took from the length, the rate gives back.
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
 * A warm-up to begin with: a twentieth of the run, from a hundredth of the rate.
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

/** A floor to begin with. @param {Schedule} schedule */
export function firstFloor(schedule) {
  return roundTo(heightOf(schedule) / 1000, 1);
}

/** @typedef {{schedule: Schedule, length?: number}} Part */

/**
 * One more part at the end, which takes half of what the last one had.
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
 * Every part but the last has to say how long it is.
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

/** The types that a part may have: one plateau is all that a schedule may hold. */
export const partTypes = (/** @type {boolean} */ plateauElsewhere, /** @type {number} */ depth) =>
  families
    .map(({ type }) => type)
    .filter((type) => !(type === 'plateau' && plateauElsewhere))
    .filter((type) => !(type === 'sequence' && depth >= DEEPEST));
