// jax-js, backend wasm: forward, gradients and update compiled together. Every function takes its
// arguments over; what is used again is passed as `.ref`.

import { batchOf, layersOf, rate, weightsOf } from './workloads.js';

/** @typedef {import('./workloads.js').Workload} Workload */

/** Its pool has a thread for every processor that it is told of. @param {number} threads */
async function load(threads) {
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: threads });
  const address = '/packages/@jax-js/jax/dist/index.js';
  const jax = await import(/* @vite-ignore */ address);
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  return jax;
}

/**
 * The loss of parameters [weight, bias, ...] on a batch.
 *
 * @param {any} jax
 * @param {Workload} workload
 * @param {number} batch
 */
function lossOf({ lax, nn, numpy: np }, workload, batch) {
  const layers = layersOf(workload);
  return (
    /** @type {any[]} */ parameters,
    /** @type {any} */ images,
    /** @type {any} */ targets,
  ) => {
    let value = images;
    for (const [index, { type, outputs, pad, last }] of layers.entries()) {
      const [weight, bias] = parameters.slice(2 * index, 2 * index + 2);
      if (type === 'convolution') {
        const padding = [
          [pad, pad],
          [pad, pad],
        ];
        value = lax.conv(value, weight, [1, 1], padding).add(bias.reshape([outputs, 1, 1]));
        value = lax.reduceWindow(nn.relu(value), np.max, [2, 2], [2, 2]);
      } else {
        if (value.ndim > 2) value = value.reshape([batch, -1]);
        value = np.matmul(value, weight).add(bias);
        if (!last) value = nn.relu(value);
      }
    }
    return nn
      .logSoftmax(value)
      .mul(targets)
      .sum()
      .mul(-1 / batch);
  };
}

/**
 * The update, of lists of arrays. `time` is the number of the step.
 *
 * @param {any} np
 * @param {Workload['optimizer']} optimizer
 */
function updateOf(np, optimizer) {
  return (/** @type {any} */ value, /** @type {any} */ gradient, /** @type {any[]} */ state) => {
    if (optimizer === 'momentum') {
      const velocity = state[0].mul(0.9).add(gradient);
      return { value: value.sub(velocity.ref.mul(rate)), state: [velocity] };
    }
    const mean = state[0].mul(0.9).add(gradient.ref.mul(0.1));
    const square = state[1].mul(0.999).add(gradient.ref.mul(gradient).mul(0.001));
    const step = mean.ref.div(np.sqrt(square.ref).add(1e-8));
    return { value: value.sub(step.mul(rate)), state: [mean, square] };
  };
}

/**
 * @param {Workload} workload
 * @param {number} batch
 * @param {number} threads
 */
export async function createModel(workload, batch, threads) {
  const jax = await load(threads);
  const np = jax.numpy;
  const { images, labels, classes } = batchOf(workload, batch);
  const [height, width, channels] = workload.input;
  const input = np.array(images).reshape([batch, channels, height, width]);
  const one = new Float32Array(batch * classes);
  for (const [n, label] of labels.entries()) one[n * classes + label] = 1;
  const targets = np.array(one).reshape([batch, classes]);

  let parameters = layersOf(workload).flatMap((layer, index) => {
    const { type, kernel, inputs, outputs } = layer;
    const shape = type === 'dense' ? [inputs, outputs] : [outputs, inputs, kernel, kernel];
    return [np.array(weightsOf(layer, index)).reshape(shape), np.zeros([outputs])];
  });
  const count = workload.optimizer === 'adam' ? 2 : 1;
  let states = parameters.map((parameter) =>
    Array.from({ length: count }, () => np.zeros(parameter.shape)),
  );
  const update = updateOf(np, workload.optimizer);
  const gradient = jax.valueAndGrad(lossOf(jax, workload, batch));
  const step = jax.jit(
    (
      /** @type {any[]} */ old,
      /** @type {any[][]} */ state,
      /** @type {any} */ x,
      /** @type {any} */ y,
    ) => {
      const [loss, gradients] = gradient(
        old.map(({ ref }) => ref),
        x,
        y,
      );
      const updated = old.map((value, i) => update(value, gradients[i], state[i]));
      return [loss, updated.map(({ value }) => value), updated.map(({ state }) => state)];
    },
  );
  return {
    async step() {
      const [loss, newParameters, newStates] = step(parameters, states, input.ref, targets.ref);
      parameters = newParameters;
      states = newStates;
      await jax.blockUntilReady(parameters);
      return (await loss.data())[0];
    },
  };
}
