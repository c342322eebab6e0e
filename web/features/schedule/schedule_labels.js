// Short descriptions of a schedule and of an edit of it.

import { format, t, tName } from '../../locales/index.js';
import { familyOf } from './schedule_families.js';
import { floorOf, warmupOf } from './schedule_timeline.js';

/** @typedef {import('../../protocol/types.js').Schedule} Schedule */

/** Changes that are listed; further ones are only counted. */
const MOST_LISTED = 2;

/** @param {Schedule} schedule */
export function familyName(schedule) {
  return tName('schedule.families', schedule.type);
}

/** A symbol as plain text: ηₑ for η_e. @param {string} symbol */
export function plainSymbol(symbol) {
  const lowered = /** @type {Record<string, string>} */ ({
    ...{ η_0: 'η₀', η_e: 'ηₑ', η_m: 'ηₘ', η_h: 'ηₕ', η_l: 'ηₗ', T_0: 'T₀' },
  });
  return lowered[symbol] ?? symbol;
}

/** @param {any} value */
function written(value) {
  if (value === undefined) return t('schedule.edit.leftOut');
  if (Array.isArray(value)) return format.list(value);
  if (typeof value === 'boolean') return t(value ? 'schedule.edit.on' : 'schedule.edit.off');
  return typeof value === 'number' ? format.rate(value) : tName('schedule.choices', value);
}

/** @param {string} key @param {any} before @param {any} after */
function change(key, before, after) {
  return t('chart.edit.value', { key, before: written(before), after: written(after) });
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
    .map(({ key, symbol, control }) => {
      if (control === 'knots') return t('schedule.edit.knots');
      if (control === 'momentum') return t('schedule.edit.momentum');
      const name = plainSymbol(symbol) || tName('schedule.keys', key);
      return change(name, before[key], after[key]);
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
    const key = t('schedule.warmup.length');
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
      ? [change(t('schedule.part.length'), old[index].length, part.length)]
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
  const listed = format.list(all.slice(0, MOST_LISTED));
  const more = all.length - MOST_LISTED;
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
