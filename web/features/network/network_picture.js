// The layout of the diagram of the network: a box for the output of each stage, its size, and the layers that
// follow without changing the shape. Sides are to scale; channels and units are on a logarithmic scale, because
// they range from one to thousands.

import { keepsShape } from './layer_descriptors.js';

/** @typedef {import('../../protocol/network.js').LayerDescription} LayerDescription */
/** @typedef {import('../../protocol/types.js').Layer} Layer */

/**
 * @typedef {object} Stage
 * @property {string} type of the layer; `input` for the images
 * @property {number[]} shape
 * @property {number} height in pixels
 * @property {number} depth of the oblique side
 * @property {number} thickness
 * @property {string[]} then types of the following layers that keep the shape
 */

export const TALLEST = 96;
const RECEDING = 0.4;
const THIN = 4;
const PER_DOUBLING = 4;

/**
 * @param {number[]} input
 * @param {Layer[]} layers
 * @param {LayerDescription[]} sketch
 * @returns {{stages: Stage[], broken: boolean}} broken: the next layer is invalid
 */
export function stagesOf(input, layers, sketch) {
  const scale = TALLEST / Math.max(1, input[0], input[1]);
  const stages = [stage('input', input, scale)];
  for (let index = 0; index < layers.length; index++) {
    const output = sketch[index]?.info?.output;
    if (!output) return { stages, broken: true };
    const { type } = layers[index];
    // It has no box, only its name below the previous one.
    if (keepsShape(type)) stages[stages.length - 1].then.push(type);
    else stages.push(stage(type, output, scale));
  }
  return { stages, broken: false };
}

/**
 * @param {string} type
 * @param {number[]} shape
 * @param {number} scale
 * @returns {Stage}
 */
function stage(type, shape, scale) {
  const grown = (/** @type {number} */ count) =>
    THIN + PER_DOUBLING * Math.log2(Math.max(1, count));
  if (shape.length === 1) {
    const height = Math.min(TALLEST, 2 * grown(shape[0]));
    return { type, shape, height, depth: 0, thickness: THIN, then: [] };
  }
  const [height, width, channels] = shape;
  return {
    type,
    shape,
    height: Math.max(2, height * scale),
    depth: Math.max(1, width * scale * RECEDING),
    thickness: grown(channels),
    then: [],
  };
}
