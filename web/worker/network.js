// Describes every layer of a network that is being built, even if the core refuses the whole. The core stops at
// the first invalid layer, so the layers before it and the settings of those behind it are checked separately.

import { toProblem } from './results.js';

/** @typedef {import('../protocol/network.js').LayerDescription} LayerDescription */
/** @typedef {import('../protocol/types.js').Layer} Layer */
/** @typedef {import('../protocol/types.js').LayerInfo} LayerInfo */
/** @typedef {(input: number[], layers: Layer[]) => LayerInfo[]} Describe */

const LIST = 'network.layers';

/**
 * @param {any} anneal the loaded Anneal
 * @param {import('../protocol/types.js').Experiment} document
 * @returns {LayerDescription[]} one for each layer of the document
 */
export function layerDescriptions(anneal, { network: { input, layers } }) {
  return describeList(describer(anneal), input, layers, LIST);
}

/**
 * The core describes networks whose input is an image. A list whose input is a vector is described with a
 * flatten layer before it.
 *
 * @param {any} anneal
 * @returns {Describe}
 */
function describer(anneal) {
  return (input, layers) => {
    const vector = input.length === 1;
    const network = vector
      ? { input: [1, 1, input[0]], layers: [{ type: 'flatten' }, ...layers] }
      : { input, layers };
    try {
      const infos = anneal.describeNetwork({ version: 1, network });
      return vector ? infos.slice(1) : infos;
    } catch (error) {
      const { kind, path, message } = toProblem(error);
      const own = vector ? shifted(path, -1) : path;
      throw Object.assign(new Error(message), { kind, path: own });
    }
  };
}

/** @param {string} path @param {number} by */
const shifted = (path, by) =>
  path.replace(/^network\.layers\[(\d+)\]/, (_, index) => `${LIST}[${Number(index) + by}]`);

/**
 * @param {Describe} describe
 * @param {number[]} input
 * @param {Layer[]} layers
 * @param {string} list its path in the document
 * @returns {LayerDescription[]}
 */
function describeList(describe, input, layers, list) {
  if (!Array.isArray(layers) || layers.length === 0) return [];
  try {
    return describe(input, layers).map(toDescription);
  } catch (error) {
    const problem = toProblem(error);
    const [, number, rest] = /^network\.layers\[(\d+)\](.*)$/.exec(problem.path) ?? [];
    if (number === undefined) throw error;
    const index = Number(number);
    const before = describeList(describe, input, layers.slice(0, index), list);
    const seen = index === 0 ? input : before[index - 1].info?.output;
    const behind = layers
      .slice(index + 1)
      .map((layer, at) => unseen(describe, layer, list, index + 1 + at));
    const own = { ...problem, path: `${list}[${index}]${rest}` };
    return [...before, refused(describe, layers[index], seen, own, rest), ...behind];
  }
}

/** @param {LayerInfo & {layers?: LayerInfo[]}} info @returns {LayerDescription} */
export const toDescription = (info) => ({
  info,
  problem: null,
  layers: (info.layers ?? []).map(toDescription),
});

/**
 * @param {Describe} describe
 * @param {Layer} layer
 * @param {number[] | undefined} input undefined if unknown
 * @param {import('../protocol/types.js').Problem} problem
 * @param {string} rest of the path, within the layer
 * @returns {LayerDescription}
 */
function refused(describe, layer, input, problem, rest) {
  const path = problem.path.slice(0, problem.path.length - rest.length);
  const inside = rest.startsWith('.layers[');
  const layers =
    input && layer.layers ? describeList(describe, input, layer.layers, `${path}.layers`) : [];
  return { info: null, problem: inside && layers.length > 0 ? null : problem, layers };
}

/**
 * A layer whose input shape is unknown: only its settings can be checked. Errors of shapes have the path of the
 * layer, errors of settings that of the setting.
 *
 * @param {Describe} describe
 * @param {Layer} layer
 * @param {string} list
 * @param {number} index
 * @returns {LayerDescription}
 */
function unseen(describe, layer, list, index) {
  try {
    describe([1, 1, 1], [layer]);
  } catch (error) {
    const problem = toProblem(error);
    const rest = problem.path.slice(`${LIST}[0]`.length);
    const setting = rest !== '' && !rest.startsWith('.layers');
    if (setting) {
      return { info: null, problem: { ...problem, path: `${list}[${index}]${rest}` }, layers: [] };
    }
  }
  return { info: null, problem: null, layers: [] };
}
