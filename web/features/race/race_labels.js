// Names of the schedules of a race, and its results as text.

import { format, t } from '../../locales/index.js';
import { familyName, scheduleSummary } from '../schedule/index.js';

/** @typedef {import('./race_schedules.js').Entry} Entry */

/** A short name: the type, and warm-up and floor if there are any. @param {Entry} entry */
export function entryName({ schedule }) {
  const name = familyName(schedule);
  return schedule.warmup ? t('race.warmup', { name }) : name;
}

/**
 * Unique names of the schedules, short where possible.
 *
 * @param {Entry[]} entries
 * @returns {string[]}
 */
export function entryNames(entries) {
  const short = entries.map(entryName);
  const alone = (/** @type {string[]} */ names, /** @type {number} */ index) =>
    names.filter((name) => name === names[index]).length === 1;
  const longer = entries.map((entry, index) =>
    alone(short, index) ? short[index] : scheduleSummary(entry.schedule),
  );
  return longer.map((name, index) =>
    alone(longer, index)
      ? name
      : `${name} (${longer.slice(0, index + 1).filter((other) => other === name).length})`,
  );
}

/** "97.8 % ± 0.31 %"; of one seed without a spread. @param {{mean: number, half: number}} value */
export function spreadLabel({ mean, half }) {
  if (!Number.isFinite(mean)) return format.percent(undefined);
  const middle = format.percent(mean, 2);
  return Number.isFinite(half)
    ? t('race.spread', { mean: middle, half: format.percent(half, 2) })
    : middle;
}

/** "−0.42 % ± 0.90 %". @param {import('./statistics.js').PairedDifference} difference */
export function differenceLabel({ mean, half }) {
  if (!Number.isFinite(mean)) return format.percent(undefined);
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  const middle = `${sign}${format.percent(Math.abs(mean), 2)}`;
  return Number.isFinite(half)
    ? t('race.spread', { mean: middle, half: format.percent(half, 2) })
    : middle;
}

/** @param {import('./statistics.js').PairedDifference} difference */
export function verdictLabel({ verdict, pairs }) {
  if (verdict === 'noise') return t('race.verdict.noise');
  if (verdict === 'difference') return t('race.verdict.difference');
  return t(pairs === 1 ? 'race.verdict.one' : 'race.verdict.none');
}
