// What a network is called on the page.

import { t, tName } from '../../locales/index.js';
import { presetOf } from './presets.js';

/** @param {import('../../protocol/types.js').Experiment['network']} network */
export function networkName(network) {
  const preset = presetOf(network);
  return preset ? tName('network.presets', preset) : t('network.own');
}
