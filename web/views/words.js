// What things of an experiment are called on the page.

import { format, t, tName } from '../locales/index.js';
import { drawnSources } from '../state/data_sources.js';
import { presetOf } from '../state/networks.js';
import { optimizerOf } from '../state/optimizers.js';
import { familyOf } from '../state/schedule_families.js';

/** @typedef {import('../protocol/types.js').Experiment} Experiment */

/** @param {Experiment['data']} data */
export function dataName(data) {
  if (data.source in drawnSources) return tName('data', data.source);
  if (data.source === 'idx') return data.images ?? t('data.idx');
  return data.file ?? tName('data', data.source);
}

/** @param {Experiment['network']} network */
export function networkName(network) {
  const preset = presetOf(network);
  return preset ? tName('network.presets', preset) : t('network.own');
}

/** @param {Experiment['optimizer']} optimizer */
export function optimizerName(optimizer) {
  const entry = optimizerOf(optimizer);
  if (entry?.id === 'momentum') {
    return t('optimizer.summary.momentum', { momentum: format.plain(optimizer.momentum) });
  }
  return entry ? tName('optimizer.names', entry.id) : optimizer.type;
}

/** @param {Experiment['schedule']} schedule */
export function familyName(schedule) {
  return tName('schedule.families', schedule.type);
}

/**
 * What an edit of the schedule changed, in a few words.
 *
 * @param {Experiment['schedule']} before
 * @param {Experiment['schedule']} after
 */
export function editWords(before, after) {
  if (before.type !== after.type) {
    return t('chart.edit.family', { before: familyName(before), after: familyName(after) });
  }
  const changed = familyOf(after.type)?.keys.find(({ key }) => before[key] !== after[key]);
  if (!changed) return familyName(after);
  const written = (/** @type {any} */ value) =>
    typeof value === 'number' ? format.rate(value) : t('schedule.wholeRun');
  return t('chart.edit.value', {
    key: changed.symbol,
    before: written(before[changed.key]),
    after: written(after[changed.key]),
  });
}

/** The schedule in a few words: Step, 0.1. @param {Experiment['schedule']} schedule */
export function scheduleSummary(schedule) {
  const family = familyOf(schedule.type);
  const values = (family?.keys ?? [])
    .filter(({ key }) => typeof schedule[key] === 'number')
    .map(({ key, symbol }) => `${symbol} ${format.rate(schedule[key])}`);
  return [familyName(schedule), ...values].join(', ');
}
