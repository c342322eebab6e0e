// TensorFlow.js, backend wasm. As shipped it cannot train a convolution: the gradient by the filters
// (Conv2DBackpropFilter) has no kernel. Here it is put together from kernels that it has.

import { loadScript } from './script.js';
import { batchOf, layersOf, rate, weightsOf } from './workloads.js';

/** @typedef {import('./workloads.js').Workload} Workload */

/** @type {any} the library's global, which comes without types here */
let tf;

/** @param {'wasm' | 'cpu'} backend */
async function load(backend) {
  const folder = '/packages/@tensorflow';
  await loadScript(`${folder}/tfjs/dist/tf.min.js`);
  await loadScript(`${folder}/tfjs-backend-wasm/dist/tf-backend-wasm.min.js`);
  tf = /** @type {any} */ (globalThis).tf;
  tf.wasm.setWasmPaths(`${folder}/tfjs-backend-wasm/dist/`);
  if (backend === 'wasm') registerFilterGradient();
  if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend}`);
}

/**
 * As a convolution itself, which it has a fast kernel for: of the images, their channels taken for the
 * batch and the batch for channels, with the output's gradient as filters. For strides of 1.
 */
function registerFilterGradient() {
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc: (/** @type {any} */ { inputs, attrs }) =>
      tf.engine().tidy(() => {
        const pad = attrs.pad === 'same' ? (attrs.filterShape[0] - 1) / 2 : 0;
        const images = tf.transpose(inputs.x, [3, 1, 2, 0]);
        const filters = tf.transpose(inputs.dy, [1, 2, 0, 3]);
        return tf.transpose(tf.conv2d(images, filters, 1, pad), [1, 2, 0, 3]);
      }),
  });
}

/**
 * @param {Workload} workload
 * @param {number} batch
 * @param {'wasm' | 'cpu'} backend
 */
export async function createTensorFlowModel(workload, batch, backend) {
  await load(backend);
  const layers = layersOf(workload);
  const weights = layers.map((layer, index) => {
    const { type, kernel, inputs, outputs } = layer;
    const shape = type === 'dense' ? [inputs, outputs] : [kernel, kernel, inputs, outputs];
    return tf.variable(tf.tensor(weightsOf(layer, index), shape));
  });
  const biases = layers.map(({ outputs }) => tf.variable(tf.zeros([outputs])));
  const { images, labels, classes } = batchOf(workload, batch);
  const input = tf.tensor(images, [batch, ...workload.input]);
  const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
  const optimizer =
    workload.optimizer === 'adam' ? tf.train.adam(rate) : tf.train.momentum(rate, 0.9);

  const loss = () => {
    let value = input;
    for (const [index, { type, pad, last }] of layers.entries()) {
      if (type === 'convolution') {
        value = tf.conv2d(value, weights[index], 1, pad > 0 ? 'same' : 'valid');
        value = tf.maxPool(tf.relu(tf.add(value, biases[index])), 2, 2, 'valid');
      } else {
        if (value.rank > 2) value = tf.reshape(value, [batch, -1]);
        value = tf.add(tf.matMul(value, weights[index]), biases[index]);
        if (!last) value = tf.relu(value);
      }
    }
    return tf.losses.softmaxCrossEntropy(targets, value);
  };
  return {
    step() {
      const value = optimizer.minimize(loss, true);
      const [number] = value.dataSync();
      value.dispose();
      return number;
    },
  };
}

/** @param {Workload} workload @param {number} batch */
export const createModel = (workload, batch) => createTensorFlowModel(workload, batch, 'wasm');
