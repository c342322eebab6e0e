// The handles of a whole schedule in steps of the run: those of every part and warm-up, and the ends of parts.
// Only the future can be edited: handles are at or after the next step.

import { getAt, setAt } from '../../experiment/index.js';
import { handlesOf } from './family_handles.js';
import { lengthAt, stretches, unitSteps, warmupOf } from '../schedule_timeline.js';

/** @typedef {import('../../../protocol/types.js').Schedule} Schedule */

/**
 * @typedef {object} ScheduleHandle
 * @property {string} id stable across edits
 * @property {string} name label key under handle.names
 * @property {number} [index] of several handles with the same name, from 1
 * @property {string} path of its schedule in the document
 * @property {number} step
 * @property {number} rate
 * @property {boolean} time whether it moves in time
 * @property {boolean} level whether it moves in rate
 * @property {boolean} zero whether its rate may be zero
 * @property {number} unit steps in one unit of its time
 * @property {(root: Schedule, step: number, rate: number) => Schedule} change returns the whole schedule
 *   with the handle moved
 */

/** Lower bound of rates that may not be zero. */
const LEAST_RATE = 1e-9;

/**
 * @param {Schedule} root
 * @param {Run} run
 * @returns {ScheduleHandle[]} sorted by step
 */
export function scheduleHandles(root, run) {
  const { length, now } = run;
  const all = stretches(root, length);
  const handles = all.flatMap((stretch) =>
    stretch.kind === 'warmup' ? warmupHandles(stretch, run) : familyHandles(stretch, run),
  );
  return merged([...handles, ...partHandles(root, 'schedule', run)])
    .filter(({ step, rate }) => Number.isFinite(step) && Number.isFinite(rate))
    .filter(({ step, name }) => step > now || (step >= now && (name === 'height' || now === 0)))
    .filter(({ step }) => step <= length.steps)
    .sort((a, b) => a.step - b.step);
}

/**
 * Merges the end of a warm-up or part with the height handle of the next schedule at the same step.
 *
 * @param {ScheduleHandle[]} handles
 * @returns {ScheduleHandle[]}
 */
function merged(handles) {
  const ends = handles.filter(({ time, level }) => time && !level);
  const heights = handles.filter(({ name }) => name === 'height');
  const pairs = heights.flatMap((height) => {
    const end = ends.find(({ step }) => step === height.step);
    return end ? [{ height, end }] : [];
  });
  const taken = pairs.flatMap(({ height, end }) => [height, end]);
  return [
    ...handles.filter((handle) => !taken.includes(handle)),
    ...pairs.map(({ height, end }) => ({
      ...end,
      rate: height.rate,
      level: true,
      change: (
        /** @type {Schedule} */ root,
        /** @type {number} */ step,
        /** @type {number} */ rate,
      ) => end.change(height.change(root, step, rate), step, rate),
    })),
  ];
}

/**
 * @typedef {object} Run
 * @property {import('../schedule_timeline.js').Length} length
 * @property {number} now the next step
 * @property {ArrayLike<number>} rates as planned
 * @property {import('../../../protocol/schema.js').Schema} schema
 */

/**
 * The whole schedule with changed keys at a path; undefined removes a key.
 *
 * @param {Schedule} root
 * @param {string} path
 * @param {Record<string, any>} changes
 * @returns {Schedule}
 */
function withChanges(root, path, changes) {
  return Object.entries(changes).reduce(
    (document, [key, value]) =>
      value === undefined && getAt(document, `${path}.${key}`) === undefined
        ? document
        : setAt(document, `${path}.${key}`, value),
    { schedule: root },
  ).schedule;
}

/**
 * @param {import('../schedule_timeline.js').Stretch} stretch
 * @param {Run} run
 * @returns {ScheduleHandle[]}
 */
function familyHandles({ path, schedule, start, end, total }, { length, now, rates, schema }) {
  if (now >= end) return [];
  const unit = unitSteps(schedule, length);
  const time = Math.floor(Math.max(0, now - start) / unit);
  const here = rates[Math.max(now, start)] ?? Number.NaN;
  /** First local time that is not in the past. */
  const first = now > start ? time + 1 : 0;
  return handlesOf(schedule, { total, now: time, rate: here }, schema)
    .map((handle) => ({ handle, step: stepOf(handle) }))
    .filter(({ step }) => step <= end)
    .map(({ handle, step }) => ({
      id: `${path}.${handle.name}.${handle.index ?? 0}`,
      name: handle.name,
      index: handle.index,
      path,
      step,
      rate: handle.rate,
      time: handle.time === true,
      level: handle.level === true,
      zero: handle.zero === true,
      unit,
      change: (root, to, rate) => {
        const [low, high] = handle.range ?? [0, Infinity];
        const wanted = Math.round((to - start) / unit);
        const t = Math.min(high, Math.max(low, first, handle.t > 0 ? 1 : 0, wanted));
        const value = handle.zero ? Math.max(0, rate) : Math.max(LEAST_RATE, rate);
        return withChanges(
          root,
          path,
          handle.set(handle.time ? t : handle.t, handle.level ? value : handle.rate),
        );
      },
    }));

  /** @param {import('./family_handles.js').Handle} handle */
  function stepOf({ name, t }) {
    return name === 'height' ? Math.max(now, start) : start + t * unit;
  }
}

/**
 * @param {import('../schedule_timeline.js').Stretch} stretch
 * @param {Run} run
 * @returns {ScheduleHandle[]}
 */
function warmupHandles({ path, schedule, start, end }, { length, now, rates }) {
  const warmup = warmupOf(schedule);
  if (!warmup || now >= end) return [];
  const unit = unitSteps(schedule, length);
  const common = { path, unit, zero: false };
  const first = Math.floor((now - start) / unit) + 1;
  return [
    {
      ...common,
      id: `${path}.warmupStart`,
      name: 'warmupStart',
      step: start,
      rate: warmup.from ?? 0,
      time: false,
      level: true,
      zero: warmup.shape !== 'exponential',
      change: (root, _, rate) =>
        withChanges(root, path, { warmup: { ...warmup, from: Number(rate.toPrecision(2)) } }),
    },
    {
      ...common,
      id: `${path}.warmupEnd`,
      name: 'warmupEnd',
      step: end,
      rate: rates[Math.min(end, rates.length - 1)],
      time: true,
      level: false,
      change: (root, to) => {
        const wanted = Math.round((to - start) / unit);
        return withChanges(root, path, {
          warmup: { ...warmup, length: Math.max(1, first, wanted) },
        });
      },
    },
  ];
}

/**
 * Handles at the boundaries between parts of a sequence.
 *
 * @param {Schedule} root
 * @param {string} path
 * @param {Run} run
 * @returns {ScheduleHandle[]}
 */
function partHandles(root, path, run) {
  const sequence = getAt({ schedule: root }, path);
  if (sequence?.type !== 'sequence' || !Array.isArray(sequence.parts)) return [];
  const { length, now, rates } = run;
  const unit = unitSteps(sequence, length);
  return sequence.parts.flatMap((/** @type {any} */ part, /** @type {number} */ index) => {
    const own = `${path}.parts[${index}]`;
    const inner = partHandles(root, `${own}.schedule`, run);
    if (index === sequence.parts.length - 1 || part.length === undefined) return inner;
    const { start, steps } = lengthAt(root, `${own}.schedule`, length);
    const first = Math.floor((now - start) / unit) + 1;
    const handle = {
      id: `${own}.partEnd`,
      name: 'partEnd',
      index: index + 1,
      path,
      step: start + steps,
      rate: rates[Math.min(start + steps, rates.length - 1)],
      time: true,
      level: false,
      zero: false,
      unit,
      change: (/** @type {Schedule} */ root, /** @type {number} */ to) => {
        const wanted = Math.round((to - start) / unit);
        return withChanges(root, own, { length: Math.max(1, first, wanted) });
      },
    };
    return [...inner, handle];
  });
}
