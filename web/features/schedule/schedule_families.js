// The types of schedules that the panel offers, in the groups of its menu, and what their keys are.

import { cycleFamilies } from './cycle_families.js';
import { smoothFamilies } from './smooth_families.js';
import { stepFamilies } from './step_families.js';

/** @typedef {import('../../locales/pair.js').Pair} Pair */
/** @typedef {import('../../protocol/schema.js').Schema} Schema */
/** @typedef {import('../../protocol/types.js').Schedule} Schedule */
/** @typedef {import('./schedule_keys.js').Key} Key */

/**
 * @typedef {object} Family
 * @property {string} type
 * @property {string} group of the menu; its label is `schedule.groups.<group>`
 * @property {Pair} label
 * @property {Pair} about one line, with {unit}
 * @property {Key[]} keys
 * @property {string} height the rate that a change of type keeps
 * @property {(total: number, height: number) => Record<string, any>} defaults of the keys but `height`
 *   that are required, or are better written out
 * @property {boolean} [timeless] whether its curve is the same in any unit
 */

/** In the order of the menu. */
export const families = [...smoothFamilies, ...stepFamilies, ...cycleFamilies];

export const familyGroups = [...new Set(families.map(({ group }) => group))].map((id) => ({
  id,
  families: families.filter(({ group }) => group === id),
}));

/** @param {string} type */
export function familyOf(type) {
  return families.find((family) => family.type === type);
}

/**
 * The core's description of a key.
 *
 * @param {Schema} schema
 * @param {string} type of the schedule
 * @param {string} key
 */
export function fieldOf(schema, type, key) {
  const kind = schema.schedules.kinds.find((candidate) => candidate.type === type);
  return kind?.keys.find((field) => field.key === key);
}

/**
 * What a key is where the document leaves it out.
 *
 * @param {Key} key
 * @param {Schedule} schedule
 * @param {number} total
 * @param {Schema} schema
 * @returns {number | string | undefined} undefined for one that is required
 */
export function missingValue({ key, missing }, schedule, total, schema) {
  return missing?.(schedule, total) ?? fieldOf(schema, schedule.type, key)?.default;
}

/**
 * What the keys of a schedule's type are, those left out included.
 *
 * @param {Schedule} schedule
 * @param {number} total
 * @param {Schema} schema
 * @returns {Record<string, any>}
 */
export function valuesOf(schedule, total, schema) {
  const keys = familyOf(schedule.type)?.keys ?? [];
  return Object.fromEntries(
    keys.map((key) => [
      key.key,
      schedule[key.key] ?? missingValue(key, schedule, total, schema) ?? 0,
    ]),
  );
}
