// The layer types, one descriptor each, in the order of the menu: labels, group, advanced settings, and the
// settings of a new layer. Keys, ranges and defaults come from the schema of the core.

import { defaultsOf, keysOf } from '../experiment/index.js';

/** @typedef {import('../../locales/pair.js').Pair} Pair */
/** @typedef {import('../experiment/schema.js').KeyLabels} KeyLabels */
/** @typedef {import('../../protocol/schema.js').Schema} Schema */
/** @typedef {import('../../protocol/types.js').Layer} Layer */
/** @typedef {'convolution' | 'dense' | 'pooling' | 'shape' | 'activation' | 'normalisation' | 'regularisation' | 'composite'} Group */

/**
 * @typedef {object} LayerDescriptor
 * @property {string} type
 * @property {Group} group as in the core
 * @property {Pair} label
 * @property {Pair} about
 * @property {string[]} [further] keys that the row shows on demand
 * @property {Record<string, string>} [follows] keys whose default is the value of another key
 * @property {(input: number[] | undefined) => Omit<Layer, 'type'>} [first] settings of a new layer that
 *   differ from the defaults of the core, for an input shape if it is known
 * @property {Record<string, KeyLabels>} [keys] labels that differ from those of `commonKeys`
 */

const FIRST_FILTERS = 16;

/** Settings of layers with weights that are shown on demand. */
const further = ['bias', 'initialiser'];

/** @type {readonly LayerDescriptor[]} */
export const layerTypes = [
  {
    type: 'conv2d',
    group: 'convolution',
    label: { en: 'Convolution', zh: '卷积' },
    about: {
      en: 'Filters slide over the image, each detecting one pattern',
      zh: '小卷积核滑过图像，寻找各自的图案',
    },
    further: ['dilation', 'groups', ...further],
    first: () => ({ filters: FIRST_FILTERS, padding: 'same' }),
  },
  {
    type: 'dense',
    group: 'dense',
    label: { en: 'Dense', zh: '全连接' },
    about: { en: 'Every output is a weighted sum of all inputs', zh: '每个输出对所有输入加权' },
    further,
    first: () => ({ units: 64 }),
  },
  {
    type: 'max_pool2d',
    group: 'pooling',
    label: { en: 'Max pooling', zh: '最大池化' },
    about: { en: 'Keeps the largest value of each window', zh: '保留每个窗口的最大值' },
    follows: { stride: 'size' },
    first: () => ({ stride: 2 }),
  },
  {
    type: 'avg_pool2d',
    group: 'pooling',
    label: { en: 'Average pooling', zh: '平均池化' },
    about: { en: 'Keeps the mean of each window', zh: '保留每个窗口的平均值' },
    follows: { stride: 'size' },
    first: () => ({ stride: 2 }),
  },
  {
    type: 'global_avg_pool2d',
    group: 'pooling',
    label: { en: 'Global pooling', zh: '全局平均池化' },
    about: {
      en: 'Mean of each channel over the whole image',
      zh: '每个通道在整幅图像上的平均值',
    },
  },
  {
    type: 'flatten',
    group: 'shape',
    label: { en: 'Flatten', zh: '展平' },
    about: { en: 'Reshapes the image to a vector', zh: '把图像展开为向量' },
  },
  {
    type: 'relu',
    group: 'activation',
    label: { en: 'ReLU', zh: 'ReLU' },
    about: { en: 'Negative values become 0', zh: '负值变为 0' },
  },
  {
    type: 'leaky_relu',
    group: 'activation',
    label: { en: 'Leaky ReLU', zh: 'Leaky ReLU' },
    about: {
      en: 'Negative values keep a small slope',
      zh: '负值保留很小的斜率',
    },
  },
  {
    type: 'elu',
    group: 'activation',
    label: { en: 'ELU', zh: 'ELU' },
    about: { en: 'Negative values approach −alpha smoothly', zh: '负值平滑地趋向 −α' },
  },
  {
    type: 'gelu',
    group: 'activation',
    label: { en: 'GELU', zh: 'GELU' },
    about: { en: 'A smooth ReLU, common in transformers', zh: '平滑的 ReLU，常用于 Transformer' },
  },
  {
    type: 'sigmoid',
    group: 'activation',
    label: { en: 'Sigmoid', zh: 'Sigmoid' },
    about: { en: 'Maps values to between 0 and 1', zh: '把数值映射到 0 与 1 之间' },
  },
  {
    type: 'tanh',
    group: 'activation',
    label: { en: 'Tanh', zh: 'Tanh' },
    about: { en: 'Maps values to between −1 and 1', zh: '把数值映射到 −1 与 1 之间' },
  },
  {
    type: 'batch_norm',
    group: 'normalisation',
    label: { en: 'Batch norm', zh: '批归一化' },
    about: {
      en: 'Normalises each channel over the batch, then scales and shifts',
      zh: '在批内归一化每个通道，再缩放和平移',
    },
    keys: {
      momentum: {
        label: { en: 'Momentum', zh: '动量' },
        hint: {
          en: 'share of the new batch in the running mean and variance',
          zh: '新一批在滑动均值与方差中所占的比例',
        },
      },
    },
  },
  {
    type: 'layer_norm',
    group: 'normalisation',
    label: { en: 'Layer norm', zh: '层归一化' },
    about: {
      en: 'Normalises the channels at each position, then scales and shifts',
      zh: '归一化每个位置的各通道，再缩放和平移',
    },
  },
  {
    type: 'dropout',
    group: 'regularisation',
    label: { en: 'Dropout', zh: 'Dropout' },
    about: {
      en: 'Sets a random share of the values to zero during training',
      zh: '训练时随机把一部分数值置零',
    },
  },
  {
    type: 'residual',
    group: 'composite',
    label: { en: 'Residual block', zh: '残差块' },
    about: {
      en: 'Inner layers, whose output is added to their input',
      zh: '内含若干层，其输出与输入相加',
    },
    first: (input) => ({
      layers: [
        { type: 'conv2d', filters: channelsOf(input), kernel: 3, stride: 1, padding: 'same' },
        { type: 'relu' },
      ],
    }),
  },
];

/** @type {Record<string, Pair>} */
const initialisers = {
  he_normal: { en: 'He, normal', zh: 'He 正态' },
  he_uniform: { en: 'He, uniform', zh: 'He 均匀' },
  glorot_normal: { en: 'Glorot, normal', zh: 'Glorot 正态' },
  glorot_uniform: { en: 'Glorot, uniform', zh: 'Glorot 均匀' },
  lecun_normal: { en: 'LeCun, normal', zh: 'LeCun 正态' },
  lecun_uniform: { en: 'LeCun, uniform', zh: 'LeCun 均匀' },
  zeros: { en: 'zeros', zh: '零' },
};

/** Labels of keys; several layers share them. @type {Record<string, KeyLabels>} */
const commonKeys = {
  filters: { label: { en: 'Filters', zh: '卷积核数' } },
  kernel: { label: { en: 'Kernel size', zh: '卷积核大小' } },
  stride: { label: { en: 'Stride', zh: '步幅' } },
  padding: { label: { en: 'Padding', zh: '填充' } },
  dilation: { label: { en: 'Dilation', zh: '扩张率' } },
  groups: { label: { en: 'Groups', zh: '分组数' } },
  bias: { label: { en: 'Bias', zh: '偏置' } },
  initialiser: { label: { en: 'Initialiser', zh: '初始化方法' }, choices: initialisers },
  units: { label: { en: 'Units', zh: '单元数' } },
  size: { label: { en: 'Pool size', zh: '池化窗口' } },
  slope: { label: { en: 'Negative slope', zh: '负半轴斜率' } },
  alpha: { label: { en: 'Alpha', zh: 'Alpha' } },
  epsilon: {
    label: { en: 'Epsilon', zh: 'Epsilon' },
    hint: { en: 'added to the variance', zh: '加到方差上' },
  },
  rate: {
    label: { en: 'Dropout rate', zh: '丢弃率' },
    hint: { en: 'share of the values set to zero', zh: '被置零的数值所占的比例' },
  },
  projection: {
    label: { en: 'Projection', zh: '投影' },
    hint: { en: 'a learned linear map on the shortcut', zh: '捷径上可学习的线性映射' },
  },
};

/** @param {number[] | undefined} input */
const channelsOf = (input) => (input?.length === 3 ? input[2] : FIRST_FILTERS);

/** @param {string} type @returns {LayerDescriptor | undefined} */
export const layerType = (type) => layerTypes.find((candidate) => candidate.type === type);

/**
 * @param {string} type
 * @param {string} key
 * @returns {KeyLabels | undefined}
 */
export const layerKeyLabels = (type, key) => layerType(type)?.keys?.[key] ?? commonKeys[key];

/** Whether the output always has the shape of the input. @param {string} type */
export const keepsShape = (type) =>
  ['activation', 'normalisation', 'regularisation'].includes(layerType(type)?.group ?? '');

/**
 * @param {string} type one of the above
 * @param {Schema} schema
 * @param {number[]} [input] input shape of the layer, if it is known
 * @returns {Layer} with a value for every setting that is shown initially
 */
export function freshLayer(type, schema, input) {
  const { further: hidden = [], first } = layerType(type) ?? {};
  const keys = keysOf(schema.layers, type).filter(({ key }) => !hidden.includes(key));
  return { type, ...defaultsOf(keys), ...first?.(input) };
}

/**
 * The settings of a layer, with defaults for optional ones.
 *
 * @param {Layer} layer
 * @param {Schema} schema
 * @returns {Layer}
 */
export function settingsOf(layer, schema) {
  const own = Object.entries(layer).filter(([, value]) => value !== undefined);
  /** @type {Layer} */
  const settings = {
    type: layer.type,
    ...defaultsOf(keysOf(schema.layers, layer.type)),
    ...Object.fromEntries(own),
  };
  for (const [key, other] of Object.entries(layerType(layer.type)?.follows ?? {})) {
    settings[key] = layer[key] ?? settings[other];
  }
  return settings;
}
