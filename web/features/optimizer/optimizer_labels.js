// Names of optimizers, losses and their settings.

import { format } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { lossKeyLabels, losses } from './loss_descriptors.js';
import { optimizerKeyLabels, optimizerOf } from './optimizer_descriptors.js';

/** @param {import('../../protocol/types.js').Experiment['optimizer']} optimizer */
export function optimizerName(optimizer) {
  const entry = optimizerOf(optimizer);
  if (!entry) return optimizer.type;
  const { summary = entry.label } = entry;
  return localized(summary, { momentum: format.plain(optimizer.momentum) });
}

/** @param {string} type */
export function lossName(type) {
  const loss = losses.find((candidate) => candidate.type === type);
  return loss ? localized(loss.label) : type;
}

/** @param {'optimizer' | 'loss'} section @param {string} key @returns {string | undefined} */
export function optimizerKeyName(section, key) {
  const labels = section === 'loss' ? lossKeyLabels(key) : optimizerKeyLabels('', key);
  return labels && localized(labels.label);
}
