// The timeline of a schedule: which warm-up or part is active at which step, and its local time. Computes
// the same boundaries as core/schedules; rates come from the core.

import { getAt } from '../experiment/index.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

/**
 * Length of the run, or of the part of it that a schedule covers.
 *
 * @typedef {object} Length
 * @property {number} steps
 * @property {number} stepsPerEpoch
 */

/**
 * A range of steps in which one warm-up or one schedule type is active.
 *
 * @typedef {object} Stretch
 * @property {'warmup' | 'family'} kind
 * @property {string} path of the schedule in the document
 * @property {Schedule} schedule
 * @property {number} start first step
 * @property {number} end step after the last; Infinity for the last segment
 * @property {number} total length for the schedule type, in the schedule's unit
 * @property {number} floor lower bound of the rate
 */

/** @param {Schedule} schedule @param {Length} length @returns {number} steps in one of its units */
export function unitSteps(schedule, { stepsPerEpoch }) {
  return schedule.unit === 'epoch' ? stepsPerEpoch : 1;
}

/**
 * The warm-up of a schedule. `warmup_stable_decay` has a number under the same key.
 *
 * @param {Schedule} schedule
 * @returns {{length: number, from?: number, shape?: 'linear' | 'exponential'} | undefined}
 */
export function warmupOf(schedule) {
  return schedule.warmup && typeof schedule.warmup === 'object' ? schedule.warmup : undefined;
}

/** The floor of a schedule. `plateau` uses the key `min` for a setting of its own. @param {Schedule} schedule */
export function floorOf(schedule) {
  return schedule.type === 'plateau' ? undefined : schedule.min;
}

const positiveOrZero = (/** @type {any} */ value) =>
  Number.isFinite(value) && value > 0 ? value : 0;

/**
 * @param {Schedule} schedule
 * @param {Length} length
 * @returns {number} the length in the schedule's unit
 */
export function totalOf(schedule, length) {
  return Math.max(1, Math.ceil(length.steps / unitSteps(schedule, length)));
}

/**
 * @param {Schedule} schedule
 * @param {Length} length
 * @returns {number} the length after the warm-up, in the schedule's unit
 */
export function familyTotal(schedule, length) {
  return Math.max(1, totalOf(schedule, length) - positiveOrZero(warmupOf(schedule)?.length));
}

/**
 * A step converted to the schedule's unit.
 *
 * @param {Schedule} schedule
 * @param {number} step
 * @param {Length} length
 */
export function timeAt(schedule, step, length) {
  return Math.floor(Math.max(0, step) / unitSteps(schedule, length));
}

/**
 * @param {Schedule} schedule
 * @param {Length} length
 * @param {{path?: string, start?: number, end?: number, floor?: number}} [place]
 * @returns {Stretch[]} in the order of the run
 */
export function stretches(
  schedule,
  length,
  { path = 'schedule', start = 0, end = Infinity, floor = 0 } = {},
) {
  const unit = unitSteps(schedule, length);
  const { stepsPerEpoch } = length;
  const low = Math.max(floor, positiveOrZero(floorOf(schedule)));
  const ramp = positiveOrZero(warmupOf(schedule)?.length) * unit;
  const begin = Math.min(end, start + ramp);
  const steps = Math.max(1, length.steps - ramp);
  const common = { path, schedule, floor: low, total: familyTotal(schedule, length) };
  /** @type {Stretch[]} */
  const found = ramp > 0 ? [{ ...common, kind: 'warmup', start, end: begin }] : [];
  if (schedule.type !== 'sequence') {
    return [...found, { ...common, kind: 'family', start: begin, end }];
  }
  let at = begin;
  let rest = steps;
  for (const { key, part, last } of partsOf(schedule)) {
    const own = part.length === undefined ? rest : positiveOrZero(part.length) * unit;
    const place = { path: `${path}.${key}.schedule`, start: at, floor: low };
    const until = last ? end : Math.min(end, at + own);
    found.push(
      ...stretches(part.schedule, { steps: own, stepsPerEpoch }, { ...place, end: until }),
    );
    at = until;
    rest = Math.max(1, rest - own);
  }
  return found.filter(({ start, end }) => end > start);
}

/** @param {Schedule} schedule @returns {{key: string, part: {schedule: Schedule, length?: number}, last: boolean}[]} */
function partsOf(schedule) {
  const parts = Array.isArray(schedule.parts) ? schedule.parts : [];
  return parts.map((part, index) => ({
    key: `parts[${index}]`,
    part,
    last: index === parts.length - 1,
  }));
}

/**
 * The segment that is active at a step, and its local time.
 *
 * @param {Schedule} schedule
 * @param {number} step
 * @param {Length} length
 * @returns {(Stretch & {t: number}) | undefined} none for a sequence without parts
 */
export function momentAt(schedule, step, length) {
  const all = stretches(schedule, length);
  const now = all.find(({ start, end }) => step >= start && step < end) ?? all[0];
  return now && { ...now, t: timeAt(now.schedule, step - now.start, length) };
}

/**
 * The range of steps that the schedule at a path covers, including its warm-up.
 *
 * @param {Schedule} root
 * @param {string} path "schedule", or that of a part: "schedule.parts[1].schedule"
 * @param {Length} length
 * @returns {Length & {start: number}}
 */
export function lengthAt(root, path, length) {
  const keys = [...path.matchAll(/\.parts\[(\d+)\]\.schedule/g)].map(([, index]) => Number(index));
  let place = { start: 0, steps: length.steps };
  let schedule = root;
  for (const key of keys) {
    const unit = unitSteps(schedule, length);
    const ramp = positiveOrZero(warmupOf(schedule)?.length) * unit;
    place = { start: place.start + ramp, steps: place.steps - ramp };
    for (const [index, part] of (schedule.parts ?? []).entries()) {
      const own = part.length === undefined ? place.steps : positiveOrZero(part.length) * unit;
      if (index === key) place = { start: place.start, steps: own };
      if (index === key) break;
      place = { start: place.start + own, steps: place.steps - own };
    }
    schedule = getAt(schedule, `parts[${key}].schedule`);
  }
  return { ...place, steps: Math.max(1, place.steps), stepsPerEpoch: length.stepsPerEpoch };
}

/**
 * Finds the plateau in a schedule or in its parts.
 *
 * @param {Schedule} schedule
 * @param {string} [path]
 * @returns {{schedule: Schedule, path: string} | undefined}
 */
export function findPlateau(schedule, path = 'schedule') {
  if (schedule.type === 'plateau') return { schedule, path };
  if (schedule.type !== 'sequence') return undefined;
  for (const { key, part } of partsOf(schedule)) {
    const found = part.schedule && findPlateau(part.schedule, `${path}.${key}.schedule`);
    if (found) return found;
  }
  return undefined;
}
