// A training step as one ONNX graph, of the operators that ONNX Runtime's training build has: the
// forward pass, the gradients and the update. Weights and the optimizer's state go in and come out.

import { layersOf } from './workloads.js';

/** @typedef {import('./onnx_proto.js').Graph} Graph */
/** @typedef {import('./onnx_proto.js').Value} Value */

export const domain = 'com.microsoft';
const pool = { kernel_shape: [2, 2], strides: [2, 2] };

/** Puts the graph together, the forward pass first. */
class Builder {
  /** @type {Graph} */
  graph = { nodes: [], inputs: [], outputs: [], values: [], constants: [] };

  /**
   * @param {string} type
   * @param {string[]} inputs
   * @param {string[]} outputs
   * @param {Partial<import('./onnx_proto.js').Node>} [rest]
   */
  add(type, inputs, outputs, rest = {}) {
    this.graph.nodes.push({ type, inputs, outputs, ...rest });
  }

  /** @param {string} type @param {string[]} inputs @param {string[]} outputs @param {object} [attributes] */
  addTraining(type, inputs, outputs, attributes) {
    this.add(type, inputs, outputs, { domain, attributes: /** @type {any} */ (attributes) });
  }

  /** @param {string} name @param {number[]} values */
  constant(name, values) {
    this.graph.constants.push({ name, values });
    return name;
  }
}

/**
 * @param {import('./workloads.js').Workload} workload
 * @param {number} batch
 * @returns {{graph: Graph, state: Value[]}} `state` goes in as `name` and comes out as `name.new`
 */
export function trainingGraph(workload, batch) {
  const builder = new Builder();
  const { graph } = builder;
  const layers = layersOf(workload);
  const [height, width, channels] = workload.input;
  const images = { name: 'images', shape: [batch, channels, height, width] };
  graph.inputs.push(images, { name: 'labels', shape: [batch], integer: true });

  const logits = forward(builder, layers, batch);
  builder.add('SoftmaxCrossEntropyLoss', [logits, 'labels'], ['loss', 'log_probabilities'], {
    attributes: { reduction: 'mean' },
  });
  graph.outputs.push({ name: 'loss', shape: [] });
  backward(builder, layers, batch);

  const parameters = layers.flatMap(({ type, inputs, outputs, kernel }, i) => [
    {
      name: `weight${i}`,
      shape: type === 'dense' ? [inputs, outputs] : [outputs, inputs, kernel, kernel],
    },
    { name: `bias${i}`, shape: [outputs] },
  ]);
  const state =
    workload.optimizer === 'adam' ? adam(builder, parameters) : momentum(builder, parameters);
  graph.inputs.push(...state);
  graph.outputs.push(...state.map(({ name, shape }) => ({ name: `${name}.new`, shape })));
  return { graph, state };
}

/** @param {Builder} builder @param {import('./workloads.js').Layer[]} layers @param {number} batch */
function forward(builder, layers, batch) {
  let value = 'images';
  for (const [i, { type, pad, kernel, inputs, last }] of layers.entries()) {
    const parameters = [`weight${i}`, `bias${i}`];
    if (type === 'convolution') {
      const attributes = { pads: [pad, pad, pad, pad], kernel_shape: [kernel, kernel] };
      builder.add('Conv', [value, ...parameters], [`sum${i}`], { attributes });
      builder.add('Relu', [`sum${i}`], [`active${i}`]);
      builder.add('MaxPool', [`active${i}`], [`out${i}`, `place${i}`], { attributes: pool });
    } else {
      if (layers[i - 1]?.type === 'convolution') {
        builder.add('Reshape', [value, builder.constant('flat', [batch, inputs])], ['flattened']);
        value = 'flattened';
      }
      builder.add('Gemm', [value, ...parameters], [`sum${i}`]);
      if (!last) builder.add('Relu', [`sum${i}`], [`out${i}`]);
    }
    value = last ? `sum${i}` : `out${i}`;
  }
  return value;
}

/** @param {Builder} builder @param {import('./workloads.js').Layer[]} layers @param {number} batch */
function backward(builder, layers, batch) {
  const { graph } = builder;
  const end = layers.length - 1;
  graph.inputs.push({ name: 'one', shape: [] });
  builder.addTraining(
    'SoftmaxCrossEntropyLossGrad',
    ['one', 'log_probabilities', 'labels'],
    [`d_sum${end}`],
    { reduction: 'mean' },
  );
  const rows = builder.constant('rows', [0]);
  for (let i = end; i >= 0; i--) {
    const { type, pad, kernel, outputs, size, last } = layers[i];
    const gradients = [`d_weight${i}`, `d_bias${i}`];
    const before = i === 0 ? '' : `d_out${i - 1}`;
    const input = i === 0 ? 'images' : `out${i - 1}`;
    if (type === 'convolution') {
      graph.values.push({ name: `d_active${i}`, shape: [batch, outputs, ...size] });
      builder.add('MaxPoolGrad', [`d_out${i}`, `place${i}`], [`d_active${i}`]);
      builder.addTraining('ReluGrad', [`d_active${i}`, `active${i}`], [`d_sum${i}`]);
      builder.addTraining('ConvGrad', [`d_sum${i}`, input, `weight${i}`], [before, ...gradients], {
        ...{ pads: [pad, pad, pad, pad], kernel_shape: [kernel, kernel] },
      });
      continue;
    }
    const first = layers[i - 1]?.type === 'convolution';
    if (!last) builder.addTraining('ReluGrad', [`d_out${i}`, `out${i}`], [`d_sum${i}`]);
    const inputs = first ? 'flattened' : input;
    builder.add('Gemm', [inputs, `d_sum${i}`], [gradients[0]], { attributes: { transA: 1 } });
    builder.add('ReduceSum', [`d_sum${i}`, rows], [gradients[1]], { attributes: { keepdims: 0 } });
    const target = first ? 'd_flattened' : before;
    builder.add('Gemm', [`d_sum${i}`, `weight${i}`], [target], { attributes: { transB: 1 } });
    if (first) {
      const { outputs: filters, size: above } = layers[i - 1];
      const shape = [batch, filters, above[0] >> 1, above[1] >> 1];
      builder.add('Reshape', [target, builder.constant('image', shape)], [before]);
    }
  }
}

/** @param {Builder} builder @param {Value[]} parameters @returns {Value[]} */
function momentum(builder, parameters) {
  builder.graph.inputs.push({ name: 'rate', shape: [] }, { name: 'momentum', shape: [] });
  for (const { name } of parameters) {
    builder.add('Mul', [`${name}.velocity`, 'momentum'], [`${name}.kept`]);
    builder.add('Add', [`${name}.kept`, `d_${name}`], [`${name}.velocity.new`]);
    builder.add('Mul', [`${name}.velocity.new`, 'rate'], [`${name}.move`]);
    builder.add('Sub', [name, `${name}.move`], [`${name}.new`]);
  }
  return parameters.flatMap(({ name, shape }) => [
    { name, shape },
    { name: `${name}.velocity`, shape },
  ]);
}

/** By its fused operator, which works on sequences. @param {Builder} builder @param {Value[]} parameters */
function adam(builder, parameters) {
  builder.graph.inputs.push(
    { name: 'rate', shape: [1] },
    { name: 'steps', shape: [1], integer: true },
  );
  const kinds = ['', '.mean', '.mean_square'];
  for (const kind of kinds) {
    builder.add(
      'SequenceConstruct',
      parameters.map(({ name }) => name + kind),
      [`all${kind}`],
    );
  }
  builder.add(
    'SequenceConstruct',
    parameters.map(({ name }) => `d_${name}`),
    ['all.gradient'],
  );
  builder.add(
    'AdamWOptimizer',
    ['rate', 'steps', 'all', 'all.gradient', 'all.mean', 'all.mean_square'],
    ['updated', ...kinds.map((kind) => `all${kind}.new`)],
    { domain, attributes: { weight_decay: 0 }, real: ['weight_decay'] },
  );
  for (const [index, { name }] of parameters.entries()) {
    const at = builder.constant(`at${index}`, [index]);
    for (const kind of kinds) {
      builder.add('SequenceAt', [`all${kind}.new`, at], [`${name}${kind}.new`]);
    }
  }
  return parameters.flatMap(({ name, shape }) =>
    kinds.map((kind) => ({ name: name + kind, shape })),
  );
}
