// The schedule types of the panel in the groups of its menu, and their keys.

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
 * @property {string} height key of the rate that a change of type keeps
 * @property {(total: number, height: number) => Record<string, any>} defaults values
 *   of the other required keys, and of optional keys that are written explicitly
 * @property {boolean} [timeless] whether its curve does not depend on the unit
 */

/** All types in the order of the menu. */
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
 * The key in the schema of the core.
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
 * The default of a key.
 *
 * @param {Key} key
 * @param {Schedule} schedule
 * @param {number} total
 * @param {Schema} schema
 * @returns {number | string | undefined} undefined for a required key
 */
export function missingValue({ key, missing }, schedule, total, schema) {
  return missing?.(schedule, total) ?? fieldOf(schema, schedule.type, key)?.default;
}

/**
 * The values of the keys of a schedule, with defaults for optional keys.
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
