// Titles of layers and shapes in panels.

import { format, t } from '../../locales/index.js';
import { layerName } from '../network/index.js';

/** @typedef {import('../../protocol/inspection.js').Inspected} Inspected */

/**
 * "1 Convolution": its place in the network, counted from 1, "5.2" within a block, and its type.
 *
 * @param {Inspected} inspected
 * @param {string} layer "layers.0", "layers.4.layers.1" or "layers.4.projection"
 */
export function layerTitle(inspected, layer) {
  const place = [...layer.matchAll(/layers\.(\d+)/g)].map(([, index]) => Number(index) + 1);
  const number = place.join('.');
  if (layer.endsWith('.projection')) return t('layers.projection', { number });
  const type = inspected.layers.find(({ name }) => name === layer)?.type ?? '';
  return `${number} ${layerName(type)}`;
}

/** 28 × 28 × 8 @param {number[]} shape */
export const shapeText = (shape) => shape.map((size) => format.count(size)).join(' × ');
