// What an optimizer is called on the page.

import { format, t, tName } from '../../locales/index.js';
import { optimizerOf } from './optimizers.js';

/** @param {import('../../protocol/types.js').Experiment['optimizer']} optimizer */
export function optimizerName(optimizer) {
  const entry = optimizerOf(optimizer);
  if (entry?.id === 'momentum') {
    return t('optimizer.summary.momentum', { momentum: format.plain(optimizer.momentum) });
  }
  return entry ? tName('optimizer.names', entry.id) : optimizer.type;
}
