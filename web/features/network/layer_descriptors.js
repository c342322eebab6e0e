// The layer types of the core as a person edits them: their settings in the order of the row, what each
// takes, and what a new layer of the type begins with. The core alone judges the values; the words are
// in the catalogue under layer and network.

/** @typedef {import('../../protocol/types.js').Layer} Layer */

/**
 * How a setting is written: `number`; `pair`: one number, or height and width; `padding`; `switch`;
 * `initialiser`: one of the names below.
 *
 * @typedef {object} Setting
 * @property {string} key
 * @property {'number' | 'pair' | 'padding' | 'switch' | 'initialiser'} kind
 * @property {any} [standard] what the core takes where it is not said
 * @property {number} [arrow] what the arrow keys add and take away
 */

/**
 * @typedef {object} LayerType
 * @property {string} type
 * @property {Setting[]} settings in sight
 * @property {Setting[]} further settings, which few change
 * @property {(input: number[] | undefined) => Omit<Layer, 'type'>} fresh the settings of a new layer on
 *   an input, where that is known
 */

export const initialisers = [
  ...['he_normal', 'he_uniform', 'glorot_normal', 'glorot_uniform'],
  ...['lecun_normal', 'lecun_uniform', 'zeros'],
];

const FRESH_FILTERS = 16;

/** @type {Setting[]} */
const weights = [
  { key: 'bias', kind: 'switch', standard: true },
  { key: 'initialiser', kind: 'initialiser', standard: 'he_normal' },
];

/** @type {Setting[]} */
const pooling = [
  { key: 'size', kind: 'pair', standard: 2, arrow: 1 },
  { key: 'stride', kind: 'pair', arrow: 1 },
];

/** @param {number[] | undefined} input */
const channelsOf = (input) => (input?.length === 3 ? input[2] : FRESH_FILTERS);

/**
 * @param {string} type
 * @param {Setting[]} [settings]
 * @param {Omit<Layer, 'type'>} [fresh]
 * @returns {LayerType}
 */
const plain = (type, settings = [], fresh = {}) => ({
  type,
  settings,
  further: [],
  fresh: () => fresh,
});

/** In the order of the menu. @type {readonly LayerType[]} */
export const layerTypes = [
  {
    type: 'conv2d',
    settings: [
      { key: 'filters', kind: 'number', arrow: 1 },
      { key: 'kernel', kind: 'pair', standard: 3, arrow: 1 },
      { key: 'stride', kind: 'pair', standard: 1, arrow: 1 },
      { key: 'padding', kind: 'padding', standard: 'valid' },
    ],
    further: [
      { key: 'dilation', kind: 'pair', standard: 1, arrow: 1 },
      { key: 'groups', kind: 'number', standard: 1, arrow: 1 },
      ...weights,
    ],
    fresh: () => ({ filters: FRESH_FILTERS, kernel: 3, stride: 1, padding: 'same' }),
  },
  {
    type: 'dense',
    settings: [{ key: 'units', kind: 'number', arrow: 1 }],
    further: weights,
    fresh: () => ({ units: 64 }),
  },
  plain('max_pool2d', pooling, { size: 2, stride: 2 }),
  plain('avg_pool2d', pooling, { size: 2, stride: 2 }),
  plain('global_avg_pool2d'),
  plain('flatten'),
  plain('relu'),
  plain('leaky_relu', [{ key: 'slope', kind: 'number', standard: 0.01 }], { slope: 0.01 }),
  plain('elu', [{ key: 'alpha', kind: 'number', standard: 1 }], { alpha: 1 }),
  plain('gelu'),
  plain('sigmoid'),
  plain('tanh'),
  plain(
    'batch_norm',
    [
      { key: 'momentum', kind: 'number', standard: 0.1 },
      { key: 'epsilon', kind: 'number', standard: 1e-5 },
    ],
    { momentum: 0.1, epsilon: 1e-5 },
  ),
  plain('layer_norm', [{ key: 'epsilon', kind: 'number', standard: 1e-5 }], { epsilon: 1e-5 }),
  plain('dropout', [{ key: 'rate', kind: 'number', standard: 0.5 }], { rate: 0.5 }),
  {
    type: 'residual',
    settings: [{ key: 'projection', kind: 'switch', standard: false }],
    further: [],
    fresh: (input) => ({
      projection: false,
      layers: [
        { type: 'conv2d', filters: channelsOf(input), kernel: 3, stride: 1, padding: 'same' },
        { type: 'relu' },
      ],
    }),
  },
];

/** @param {string} type @returns {LayerType | undefined} */
export const layerType = (type) => layerTypes.find((candidate) => candidate.type === type);

/**
 * @param {string} type one of the above
 * @param {number[]} [input] what it will see, where that is known
 * @returns {Layer}
 */
export function freshLayer(type, input) {
  return { type, ...layerType(type)?.fresh(input) };
}

/**
 * The value that a layer has for a setting, said or not.
 *
 * @param {Layer} layer
 * @param {Setting} setting
 */
export function settingOf(layer, { key, standard }) {
  // Pooling whose stride is not said goes by whole windows.
  return layer[key] ?? (key === 'stride' && standard === undefined ? layer.size : standard);
}

/**
 * What is written for a pair: 3, or 3 × 5.
 *
 * @param {any} value
 */
export function pairText(value) {
  return Array.isArray(value) ? value.join(' × ') : String(value ?? '');
}

/**
 * What a person wrote, as the document says it: a number or a list of numbers where it is that, else the
 * text itself, for the core to refuse.
 *
 * @param {string} text 3; 3 5; 3 x 5; 3 × 5
 * @returns {number | number[] | string}
 */
export function parsePair(text) {
  const parts = text.split(/[\s,;x×]+/i).filter((part) => part !== '');
  const numbers = parts.map(Number);
  if (parts.length === 0 || numbers.some((value) => !Number.isFinite(value))) return text;
  if (numbers.every((value) => value === numbers[0])) return numbers[0];
  return numbers;
}
