// The handles of a whole schedule, laid along the run: those of every family and warm-up in it, and the
// ends of its parts. The past is frozen: a grip lies behind the step that is next, and stays there.

import { getAt, setAt } from '../../experiment/index.js';
import { handlesOf } from './family_handles.js';
import { lengthAt, stretches, unitSteps, warmupOf } from '../schedule_timeline.js';

/** @typedef {import('../../../protocol/types.js').Schedule} Schedule */

/**
 * @typedef {object} Grip
 * @property {string} id the same from edit to edit
 * @property {string} name in the catalogue under handle.names
 * @property {number} [index] of several alike
 * @property {string} path of the schedule that it belongs to
 * @property {number} step
 * @property {number} rate
 * @property {boolean} time whether it moves in time
 * @property {boolean} level whether it moves in rate
 * @property {boolean} zero whether its rate may be zero
 * @property {number} unit steps in one unit of its time
 * @property {(root: Schedule, step: number, rate: number) => Schedule} change the whole schedule, or one
 *   like it, with the grip elsewhere
 */

/** What no rate is dragged below, where it may not be zero. */
const LEAST_RATE = 1e-9;

/**
 * @param {Schedule} root
 * @param {object} run
 * @param {import('../schedule_timeline.js').Length} run.length
 * @param {number} run.now the next step
 * @param {ArrayLike<number>} run.rates as planned
 * @returns {Grip[]} in the order of the run
 */
export function gripsOf(root, { length, now, rates }) {
  const all = stretches(root, length);
  const grips = all.flatMap((stretch) =>
    stretch.kind === 'warmup'
      ? warmupGrips(stretch, { length, now, rates })
      : familyGrips(stretch, { length, now, rates }),
  );
  return merged([...grips, ...partGrips(root, 'schedule', { length, now, rates })])
    .filter(({ step, rate }) => Number.isFinite(step) && Number.isFinite(rate))
    .filter(({ step, name }) => step > now || (step >= now && (name === 'height' || now === 0)))
    .filter(({ step }) => step <= length.steps)
    .sort((a, b) => a.step - b.step);
}

/**
 * Where a warm-up or a part ends, the next family takes hold at its height: one grip does both.
 *
 * @param {Grip[]} grips
 * @returns {Grip[]}
 */
function merged(grips) {
  const ends = grips.filter(({ time, level }) => time && !level);
  const heights = grips.filter(({ name }) => name === 'height');
  const pairs = heights.flatMap((height) => {
    const end = ends.find(({ step }) => step === height.step);
    return end ? [{ height, end }] : [];
  });
  const taken = pairs.flatMap(({ height, end }) => [height, end]);
  return [
    ...grips.filter((grip) => !taken.includes(grip)),
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

/** @typedef {{length: import('../schedule_timeline.js').Length, now: number, rates: ArrayLike<number>}} Run */

/**
 * The whole with some keys of the schedule at a path changed; undefined takes a key out.
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
 * @returns {Grip[]}
 */
function familyGrips({ path, schedule, start, end, total }, { length, now, rates }) {
  if (now >= end) return [];
  const unit = unitSteps(schedule, length);
  const time = Math.floor(Math.max(0, now - start) / unit);
  const here = rates[Math.max(now, start)] ?? Number.NaN;
  /** Times from here on are not yet begun. */
  const first = now > start ? time + 1 : 0;
  return handlesOf(schedule, { total, now: time, rate: here })
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
 * @returns {Grip[]}
 */
function warmupGrips({ path, schedule, start, end }, { length, now, rates }) {
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
 * Where one part of a sequence ends and the next begins.
 *
 * @param {Schedule} root
 * @param {string} path
 * @param {Run} run
 * @returns {Grip[]}
 */
function partGrips(root, path, run) {
  const sequence = getAt({ schedule: root }, path);
  if (sequence?.type !== 'sequence' || !Array.isArray(sequence.parts)) return [];
  const { length, now, rates } = run;
  const unit = unitSteps(sequence, length);
  return sequence.parts.flatMap((/** @type {any} */ part, /** @type {number} */ index) => {
    const own = `${path}.parts[${index}]`;
    const inner = partGrips(root, `${own}.schedule`, run);
    if (index === sequence.parts.length - 1 || part.length === undefined) return inner;
    const { start, steps } = lengthAt(root, `${own}.schedule`, length);
    const first = Math.floor((now - start) / unit) + 1;
    const grip = {
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
    return [...inner, grip];
  });
}
