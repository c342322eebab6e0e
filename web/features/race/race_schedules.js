// The preset schedules of a race, which have the initial rate of the current schedule, and the seeds.

import { familyOf, heightOf } from '../schedule/index.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

/** A schedule of the race. @typedef {{id: string, schedule: Schedule}} Entry */

export const MIN_ENTRIES = 2;
export const MAX_ENTRIES = 8;
export const MAX_SEEDS = 10;

/** Length of the warm-up of `warm_cosine` as a fraction of the run. */
const WARM_SHARE = 0.05;

/** Smooth schedules are in steps, step decays in epochs, as in the common frameworks. */
const PRESETS = /** @type {const} */ ([
  { id: 'constant', type: 'constant', unit: 'step' },
  { id: 'step', type: 'step', unit: 'epoch' },
  { id: 'exponential', type: 'exponential', unit: 'step' },
  { id: 'linear', type: 'linear', unit: 'step' },
  { id: 'cosine', type: 'cosine', unit: 'step' },
  { id: 'one_cycle', type: 'one_cycle', unit: 'step' },
  { id: 'warm_cosine', type: 'cosine', unit: 'step' },
]);

/**
 * @param {Schedule} current
 * @param {{epochs: number, stepsPerEpoch: number}} length
 * @returns {Entry[]}
 */
export function presetEntries(current, { epochs, stepsPerEpoch }) {
  const rate = heightOf(current);
  return PRESETS.map(({ id, type, unit }) => {
    const family = familyOf(type);
    if (!family) throw new Error(`no family of schedules "${type}"`);
    const total = unit === 'epoch' ? epochs : epochs * stepsPerEpoch;
    /** @type {Schedule} */
    const schedule = { type, [family.height]: rate, ...family.defaults(total, rate), unit };
    if (id === 'warm_cosine') {
      schedule.warmup = {
        length: Math.max(1, Math.round(total * WARM_SHARE)),
        from: 0,
        shape: 'linear',
      };
    }
    return { id, schedule };
  });
}

/** @param {number} first @param {number} count @returns {number[]} */
export const seedsFrom = (first, count) =>
  Array.from({ length: count }, (_, index) => first + index);
