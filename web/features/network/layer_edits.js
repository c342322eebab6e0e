// Edits of a list of layers; each returns a new experiment. A place is the path of a list, `network.layers` or
// the list of a residual block, and an index.

import { getAt, setAt } from '../experiment/index.js';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {import('../../protocol/types.js').Layer} Layer */
/** @typedef {{list: string, index: number}} Place */

/** @param {Place} place */
export const pathOf = ({ list, index }) => `${list}[${index}]`;

/**
 * @param {Experiment} document
 * @param {string} list
 * @returns {Layer[]}
 */
export const layersAt = (document, list) => getAt(document, list) ?? [];

/**
 * @param {Experiment} document
 * @param {Place} place position of the new layer; the layer there moves after it
 * @param {Layer} layer
 */
export function insertLayer(document, { list, index }, layer) {
  return setAt(document, list, layersAt(document, list).toSpliced(index, 0, layer));
}

/** @param {Experiment} document @param {Place} place */
export function removeLayer(document, { list, index }) {
  return setAt(document, list, layersAt(document, list).toSpliced(index, 1));
}

/** The copy comes after the original. @param {Experiment} document @param {Place} place */
export function duplicateLayer(document, { list, index }) {
  const layer = layersAt(document, list)[index];
  return insertLayer(document, { list, index: index + 1 }, structuredClone(layer));
}

/**
 * @param {Experiment} document
 * @param {Place} place
 * @param {number} to its index in the list after the move
 */
export function moveLayer(document, { list, index }, to) {
  const layers = layersAt(document, list);
  return setAt(document, list, layers.toSpliced(index, 1).toSpliced(to, 0, layers[index]));
}
