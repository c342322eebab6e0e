// Labels of the units of a schedule.

import { format, t } from '../../locales/index.js';

/**
 * @param {import('../../protocol/types.js').Schedule} schedule
 * @param {boolean} [one]
 */
export function unitName(schedule, one = false) {
  if (schedule.unit === 'epoch') return t(one ? 'schedule.unit.epoch.one' : 'schedule.unit.epoch');
  return t(one ? 'schedule.unit.step.one' : 'schedule.unit.step');
}

/**
 * Replaces {unit} and {units} in a text.
 *
 * @param {string} text
 * @param {import('../../protocol/types.js').Schedule} schedule
 */
export function inUnits(text, schedule) {
  return text
    .replaceAll('{unit}', unitName(schedule, true))
    .replaceAll('{units}', unitName(schedule));
}

/** A length in words: 10 epochs. @param {number} count @param {import('../../protocol/types.js').Schedule} schedule */
export function lengthLabel(count, schedule) {
  return t('schedule.length', {
    count: format.count(count),
    unit: unitName(schedule, count === 1),
  });
}
