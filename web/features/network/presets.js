// Network presets, fitted to an input shape and a number of classes, and the detection of a preset in a
// document.

/** @typedef {import('../../protocol/types.js').Layer} Layer */
/** @typedef {{input: number[], classes: number}} Fit */

/** @type {Layer} */
const relu = { type: 'relu' };
/** @type {Layer} */
const pool = { type: 'max_pool2d', size: 2, stride: 2 };
/** @type {Layer} */
const flatten = { type: 'flatten' };

/**
 * @param {number} filters
 * @param {number} kernel
 * @param {string} [padding]
 * @param {number} [stride]
 * @returns {Layer}
 */
const conv = (filters, kernel, padding = 'same', stride = 1) => ({
  type: 'conv2d',
  filters,
  kernel,
  stride,
  padding,
});

/** @param {number} units @returns {Layer} */
const dense = (units) => ({ type: 'dense', units });

/** @param {Fit} fit */
const oneConvolution = ({ classes }) => [conv(8, 5), relu, pool, flatten, dense(classes)];

/** @param {Fit} fit */
const lenet = ({ classes }) => [
  ...[conv(8, 5), relu, pool],
  ...[conv(16, 5), relu, pool],
  ...[flatten, dense(classes)],
];

/** Three 3x3 convolutions without padding, each with pooling, need 22 pixels. */
const VALID_SIDE = 22;

/** @param {Fit} fit */
function threeConvolutions({ input, classes }) {
  const padding = Math.min(input[0], input[1]) < VALID_SIDE ? 'same' : 'valid';
  return [
    ...[conv(32, 3, padding), relu, pool],
    ...[conv(64, 3, padding), relu, pool],
    ...[conv(128, 3, padding), relu, pool],
    ...[flatten, dense(512), relu, dense(classes)],
  ];
}

/** A hidden layer, so that there are about as many parameters as in the network with convolutions. @param {Fit} fit */
function denseOnly(fit) {
  const inputs = fit.input.reduce((product, side) => product * side, 1);
  const budget = parameterCount(fit.input, threeConvolutions(fit));
  const units = Math.round((budget - fit.classes) / (inputs + 1 + fit.classes));
  return [flatten, dense(Math.max(4, units)), relu, dense(fit.classes)];
}

/** @param {Fit} fit */
const smallVgg = ({ classes }) => [
  ...[conv(16, 3), relu, conv(16, 3), relu, pool],
  ...[conv(32, 3), relu, conv(32, 3), relu, pool],
  ...[flatten, dense(64), relu, dense(classes)],
];

/** @type {Layer} */
const norm = { type: 'batch_norm' };

/**
 * A residual block of two convolutions (He et al., 2015). With a stride the shape changes, so the shortcut is a
 * projection.
 *
 * @param {number} filters
 * @param {number} [stride]
 * @returns {Layer}
 */
const block = (filters, stride = 1) => ({
  type: 'residual',
  projection: stride > 1,
  layers: [conv(filters, 3, 'same', stride), norm, relu, conv(filters, 3), norm],
});

/** @param {Fit} fit */
const smallResidual = ({ classes }) => [
  ...[conv(16, 3), norm, relu],
  ...[block(16), relu, block(32, 2), relu],
  ...[{ type: 'global_avg_pool2d' }, dense(classes)],
];

/** The presets in the order of the menu; their labels are under network.presets. */
export const networkPresets = [
  { id: 'one_convolution', layers: oneConvolution },
  { id: 'lenet', layers: lenet },
  { id: 'three_convolutions', layers: threeConvolutions },
  { id: 'dense', layers: denseOnly },
  { id: 'vgg', layers: smallVgg },
  { id: 'residual', layers: smallResidual },
];

/** A preset with its own images, which the core generates. */
export const networkScenes = [
  { id: 'three_small', preset: 'three_convolutions', images: { size: 32, classes: 10 } },
  { id: 'three_large', preset: 'three_convolutions', images: { size: 224, classes: 1000 } },
];

/**
 * @param {string} id
 * @param {Fit} fit
 * @returns {{input: number[], layers: Layer[]}}
 */
export function networkOf(id, fit) {
  const preset = networkPresets.find((candidate) => candidate.id === id);
  if (!preset) throw new Error(`no network preset ${id}`);
  return { input: fit.input, layers: preset.layers(fit) };
}

/**
 * The preset that produces this network; undefined for a custom network.
 *
 * @param {{input: number[], layers: Layer[]}} network
 * @returns {string | undefined}
 */
export function presetOf(network) {
  const classes = classesOf(network);
  if (!Array.isArray(network.input) || !classes) return undefined;
  return networkPresets.find(({ layers }) => {
    return agreeAll(layers({ input: network.input, classes }), network.layers);
  })?.id;
}

/**
 * Whether a layer equals that of a preset. Further keys of the layer are defaults; a size may be a number or a
 * pair.
 *
 * @param {Layer} preset
 * @param {Layer} layer
 * @returns {boolean}
 */
function agrees(preset, layer) {
  return Object.entries(preset).every(([key, value]) =>
    key === 'layers'
      ? agreeAll(value, layer.layers)
      : [layer[key]].flat().every((written) => written === value),
  );
}

/** @param {Layer[]} presets @param {Layer[]} layers */
const agreeAll = (presets, layers) =>
  presets.length === layers?.length &&
  presets.every((preset, index) => agrees(preset, layers[index]));

/**
 * Adapts a network to other data: a preset is fitted again; a custom network gets the new input shape and one
 * output per class.
 *
 * @param {{input: number[], layers: Layer[]}} network
 * @param {Fit} fit
 */
export function refit(network, fit) {
  const preset = presetOf(network);
  if (preset) return networkOf(preset, fit);
  const last = network.layers.findLastIndex((layer) => layer.type === 'dense');
  const layers = network.layers.map((layer, index) =>
    index === last ? { ...layer, units: fit.classes } : layer,
  );
  return { input: fit.input, layers };
}

/** @param {{layers: Layer[]}} network @returns {number | undefined} the units of the last layer */
export function classesOf({ layers }) {
  return layers?.findLast?.((layer) => layer.type === 'dense')?.units;
}

/**
 * Only for the layers of the presets above: convolutions of stride 1, pooling with stride equal to its size.
 *
 * @param {number[]} input
 * @param {Layer[]} layers
 */
function parameterCount(input, layers) {
  let [height, width, channels] = input;
  let count = 0;
  for (const layer of layers) {
    if (layer.type === 'conv2d') {
      const lost = layer.padding === 'valid' ? layer.kernel - 1 : 0;
      count += (layer.kernel * layer.kernel * channels + 1) * layer.filters;
      [height, width, channels] = [height - lost, width - lost, layer.filters];
    } else if (layer.type === 'max_pool2d') {
      [height, width] = [Math.floor(height / 2), Math.floor(width / 2)];
    } else if (layer.type === 'flatten') {
      [height, width, channels] = [1, 1, height * width * channels];
    } else if (layer.type === 'dense') {
      count += (channels + 1) * layer.units;
      channels = layer.units;
    }
  }
  return count;
}
