// Short descriptions of a schedule and of an edit of it.

import { format, t } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { families, familyOf } from './schedule_families.js';
import { floor, partLength, warmupKeys } from './schedule_keys.js';
import { floorOf, warmupOf } from './schedule_timeline.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

/** Changes that are listed; further ones are only counted. */
const MAX_LISTED = 2;

/** @param {string} type */
export function familyLabel(type) {
  const family = familyOf(type);
  return family ? localized(family.label) : type;
}

/** @param {Schedule} schedule */
export function familyName(schedule) {
  return familyLabel(schedule.type);
}

/** A symbol as plain text: ηₑ for η_e. @param {string} symbol */
export function plainSymbol(symbol) {
  const lowered = /** @type {Record<string, string>} */ ({
    ...{ η_0: 'η₀', η_e: 'ηₑ', η_m: 'ηₘ', η_h: 'ηₕ', η_l: 'ηₗ', T_0: 'T₀' },
  });
  return lowered[symbol] ?? symbol;
}

/**
 * The label of a choice.
 *
 * @param {import('./schedule_keys.js').Key | undefined} key
 * @param {string} value
 */
export const choiceLabel = (key, value) =>
  key?.choices?.[value] ? localized(key.choices[value]) : value;

/** @param {any} value @param {import('./schedule_keys.js').Key} [key] */
function written(value, key) {
  if (value === undefined) return t('schedule.edit.leftOut');
  if (Array.isArray(value)) return format.list(value);
  if (typeof value === 'boolean') return t(value ? 'schedule.edit.on' : 'schedule.edit.off');
  return typeof value === 'number' ? format.rate(value) : choiceLabel(key, value);
}

/**
 * @param {string} name
 * @param {any} before
 * @param {any} after
 * @param {import('./schedule_keys.js').Key} [key]
 */
function change(name, before, after, key) {
  const values = { before: written(before, key), after: written(after, key) };
  return t('chart.edit.value', { key: name, ...values });
}

const same = (/** @type {any} */ a, /** @type {any} */ b) =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Changed settings of two schedules of one type.
 *
 * @param {Schedule} before
 * @param {Schedule} after
 */
function keyChanges(before, after) {
  const keys = familyOf(after.type)?.keys ?? [];
  return keys
    .filter(({ key }) => !same(before[key], after[key]))
    .map((key) => {
      if (key.control === 'knots') return t('schedule.edit.knots');
      if (key.control === 'momentum') return t('schedule.edit.momentum');
      const name = plainSymbol(key.symbol) || localized(key.label);
      return change(name, before[key.key], after[key.key], key);
    });
}

/**
 * @param {Schedule} before
 * @param {Schedule} after
 */
function wrapperChanges(before, after) {
  const [warm, warmed] = [warmupOf(before), warmupOf(after)];
  const [low, floored] = [floorOf(before), floorOf(after)];
  const found = [];
  if (!same(before.unit ?? 'step', after.unit ?? 'step')) {
    const unit = after.unit === 'epoch' ? 'schedule.unit.epoch' : 'schedule.unit.step';
    found.push(t('schedule.edit.unit', { unit: t(unit) }));
  }
  if (!warm !== !warmed) found.push(t(warmed ? 'schedule.edit.warmed' : 'schedule.edit.unwarmed'));
  else if (warm && warmed && !same(warm, warmed)) {
    const key = localized(warmupKeys.length.label);
    const length = warm.length !== warmed.length;
    found.push(length ? change(key, warm.length, warmed.length) : t('schedule.edit.warmup'));
  }
  if (!same(low, floored)) found.push(change(t('schedule.floor'), low, floored));
  return found;
}

/**
 * @param {Schedule} before
 * @param {Schedule} after
 * @returns {string[]}
 */
function partChanges(before, after) {
  const [old, parts] = [before.parts ?? [], after.parts ?? []];
  if (old.length !== parts.length) {
    return [change(t('schedule.edit.parts'), old.length, parts.length)];
  }
  return parts.flatMap((/** @type {any} */ part, /** @type {number} */ index) => {
    if (same(old[index], part)) return [];
    const inner = same(old[index].schedule, part.schedule)
      ? [change(localized(partLength.label), old[index].length, part.length)]
      : changes(old[index].schedule, part.schedule);
    return inner.map((change) => t('schedule.edit.part', { index: index + 1, change }));
  });
}

/**
 * @param {Schedule} before
 * @param {Schedule} after
 * @returns {string[]}
 */
function changes(before, after) {
  if (before.type !== after.type) {
    const names = { before: familyName(before), after: familyName(after) };
    return [t('chart.edit.family', names), ...wrapperChanges(before, after)];
  }
  const inner = after.type === 'sequence' ? partChanges(before, after) : keyChanges(before, after);
  return [...inner, ...wrapperChanges(before, after)];
}

/**
 * Describes what an edit of the schedule changed.
 *
 * @param {Schedule} before
 * @param {Schedule} after
 */
export function editLabel(before, after) {
  const all = changes(before, after);
  if (all.length === 0) return familyName(after);
  const listed = format.list(all.slice(0, MAX_LISTED));
  const more = all.length - MAX_LISTED;
  return more > 0 ? t('schedule.edit.more', { changes: listed, more }) : listed;
}

/** A one-line summary: Step decay, η₀ 0.1, f 0.1, s 10. @param {Schedule} schedule */
export function scheduleSummary(schedule) {
  const values = (familyOf(schedule.type)?.keys ?? [])
    .filter(({ key, symbol }) => typeof schedule[key] === 'number' && symbol !== '')
    .map(({ key, symbol }) => `${plainSymbol(symbol)} ${format.rate(schedule[key])}`);
  const parts = (schedule.parts ?? []).map((/** @type {any} */ part) => familyName(part.schedule));
  const wrappers = [
    ...(warmupOf(schedule) ? [t('schedule.warmup')] : []),
    ...(floorOf(schedule) === undefined ? [] : [t('schedule.floor')]),
  ];
  return format.list([familyName(schedule), ...values, ...parts, ...wrappers]);
}

/**
 * @param {string[]} keys the path from the schedule to a key: parts, 1, schedule, gamma
 * @returns {string | undefined} its label; undefined for lists and keys without a label
 */
export function scheduleKeyName(keys) {
  if (keys.includes('warmup')) return t('schedule.warmup');
  const last = keys.findLast((key) => Number.isNaN(Number(key)));
  const all = [...families.flatMap((family) => family.keys), floor, partLength];
  const known = all.find(({ key, control }) => key === last && control !== 'knots');
  return known && localized(known.label);
}
