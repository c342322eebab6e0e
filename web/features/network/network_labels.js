// Names of networks and layers.

import { t, tName } from '../../locales/index.js';
import { localized } from '../../locales/pair.js';
import { layerType } from './layer_descriptors.js';
import { presetOf } from './presets.js';

/** @param {import('../../protocol/types.js').Experiment['network']} network */
export function networkName(network) {
  const preset = presetOf(network);
  return preset ? tName('network.presets', preset) : t('network.own');
}

/** The name of a layer type. @param {string} type */
export function layerName(type) {
  const layer = layerType(type);
  return layer ? localized(layer.label) : type;
}
