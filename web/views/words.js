// What things of an experiment are called on the page.

import { format, t, tName } from '../locales/index.js';
import { drawnSources } from '../state/data_sources.js';
import { presetOf } from '../state/networks.js';
import { optimizerOf } from '../state/optimizers.js';
import { scheduleSummary } from './schedule_words.js';

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

/** A run as its reader calls it, or else by its schedule. @param {import('../state/run.js').Run} run */
export function runName(run) {
  return run.name.value || scheduleSummary(run.schedule);
}
