// Explains why a layer is invalid at its position, as a key of a localized message, and offers a repair where
// one is obvious. Other problems are shown with the message of the core.

import { pairText } from '../experiment/index.js';
import { keepsShape } from './layer_descriptors.js';

/** @typedef {import('../../protocol/types.js').Layer} Layer */
/** @typedef {import('../../protocol/network.js').LayerDescription} LayerDescription */
/** @typedef {import('../../protocol/network.js').Form} Form */
/** @typedef {import('./layer_edits.js').Place} Place */

/**
 * flatten: insert a flatten layer in front; same, groups, projection: change that setting; before: move the
 * layer to `to`; remove: remove the layer; units: set the units of the layer at the place; dense: append a
 * dense layer, after a flatten layer if `flatten` is set.
 *
 * @typedef {object} Repair
 * @property {'flatten' | 'same' | 'groups' | 'projection' | 'before' | 'remove' | 'units' | 'dense'} kind
 * @property {Place} place
 * @property {number} [to]
 * @property {number} [units]
 * @property {boolean} [flatten]
 */

/**
 * @typedef {object} Explanation
 * @property {string} reason key of a label under network.problem; empty: `message` is shown
 * @property {Record<string, string | number>} values
 * @property {string} message message of the core
 * @property {Repair} [repair]
 */

const shapeText = (/** @type {number[]} */ shape) => shape.join(' × ');

/**
 * @param {object} known
 * @param {Layer} known.layer with defaults for optional settings
 * @param {LayerDescription} known.sketch its description, with a problem
 * @param {number[] | undefined} known.input its input shape, if known
 * @param {Place} known.place
 * @param {Layer[]} known.siblings the list that contains it
 * @returns {Explanation}
 */
export function explainLayer({ layer, sketch, input, place, siblings }) {
  const { path, message } = sketch.problem ?? { path: '', message: '' };
  const unexplained = { reason: '', values: {}, message };
  // A problem of a single setting is shown with the message of the core.
  if (!input || path !== `${place.list}[${place.index}]`) return unexplained;
  const explain = shapeReasons[layer.type];
  const found = explain?.({ layer, sketch, input, place, siblings });
  return found ? { ...found, message } : unexplained;
}

/** @typedef {Omit<Explanation, 'message'>} Reason */
/** @typedef {{layer: Layer, sketch: LayerDescription, input: number[], place: Place, siblings: Layer[]}} Known */

/** @param {Known} known @returns {Reason | undefined} of a layer that takes images only */
function imageWanted({ input, place, siblings }) {
  if (input.length === 3) return undefined;
  const flattened = siblings.findLastIndex(
    ({ type }, at) => at < place.index && (type === 'flatten' || type === 'global_avg_pool2d'),
  );
  const values = { shape: shapeText(input) };
  if (flattened < 0) return { reason: 'image', values };
  return { reason: 'image', values, repair: { kind: 'before', place, to: flattened } };
}

/** @param {Known} known @returns {Reason | undefined} */
function poolReason(known) {
  const { layer, input, place } = known;
  return (
    imageWanted(known) ?? {
      reason: 'pool',
      values: { size: sidesText(layer.size), shape: shapeText(input.slice(0, 2)) },
      repair: { kind: 'remove', place },
    }
  );
}

/** @param {Known} known @returns {Reason | undefined} */
function convReason(known) {
  const { layer, input, place } = known;
  const wanted = imageWanted(known);
  if (wanted) return wanted;
  const { groups } = layer;
  if (input[2] % groups !== 0 || layer.filters % groups !== 0) {
    return {
      reason: 'groups',
      values: { groups, channels: input[2], filters: layer.filters },
      repair: { kind: 'groups', place },
    };
  }
  return {
    reason: 'window',
    values: { size: sidesText(layer.kernel), shape: shapeText(input.slice(0, 2)) },
    repair: { kind: 'same', place },
  };
}

/** @type {Record<string, (known: Known) => Reason | undefined>} */
const shapeReasons = {
  conv2d: convReason,
  max_pool2d: poolReason,
  avg_pool2d: poolReason,
  global_avg_pool2d: imageWanted,
  dense: ({ input, place }) =>
    input.length === 1
      ? undefined
      : {
          reason: 'vector',
          values: { shape: shapeText(input) },
          repair: { kind: 'flatten', place },
        },
  residual: ({ layer, sketch, input, place }) => {
    const output = sketch.layers.at(-1)?.info?.output;
    if (!output) return undefined;
    const values = { input: shapeText(input), output: shapeText(output) };
    if (layer.projection) return { reason: 'noProjection', values };
    return { reason: 'shortcut', values, repair: { kind: 'projection', place } };
  },
};

/** @param {any} value */
const sidesText = (value) => (Array.isArray(value) ? pairText(value) : `${value} × ${value}`);

/**
 * Why a network of valid layers does not produce one output per class.
 *
 * @param {object} known
 * @param {Layer[]} known.layers
 * @param {number[]} known.output output shape of the last layer
 * @param {Form} known.form
 * @param {string} known.list
 * @returns {Explanation | undefined} undefined if it does
 */
export function explainOutputs({ layers, output, form: { classes }, list }) {
  if (output.length === 1 && output[0] === classes) return undefined;
  const image = output.length === 3;
  const reason = image ? 'outputImage' : output[0] < classes ? 'outputs' : 'spareOutputs';
  const values = { classes, outputs: shapeText(output) };
  const last = layers.findLastIndex(({ type }) => !keepsShape(type));
  const repair = /** @type {Repair} */ (
    layers[last]?.type === 'dense'
      ? { kind: 'units', place: { list, index: last }, units: classes }
      : { kind: 'dense', place: { list, index: layers.length }, units: classes, flatten: image }
  );
  return { reason, values, message: '', repair };
}
