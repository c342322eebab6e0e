// ConvNetJS: plain JavaScript, an image at a time; its trainer adds gradients up over the batch. The
// package has no Adam: its windowgrad, a running mean of squares, stands in for it.

import { loadScript } from './script.js';
import { batchOf, rate } from './workloads.js';

/**
 * @param {import('./workloads.js').Workload} workload
 * @param {number} batch
 */
export async function createModel(workload, batch) {
  Object.assign(globalThis, { window: globalThis }); // it looks for a page
  await loadScript('/packages/convnetjs/build/convnet.js');
  const { convnetjs } = /** @type {any} */ (globalThis);
  const { input, convolutions, dense, optimizer } = workload;
  const { images, labels, classes } = batchOf(workload, batch);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sy: input[0], out_sx: input[1], out_depth: input[2] },
    ...convolutions.flatMap(({ filters, kernel, pad }) => [
      { type: 'conv', sx: kernel, filters, stride: 1, pad, activation: 'relu' },
      { type: 'pool', sx: 2, stride: 2 },
    ]),
    ...dense.slice(0, -1).map((units) => ({ type: 'fc', num_neurons: units, activation: 'relu' })),
    { type: 'softmax', num_classes: classes },
  ]);
  const trainer = new convnetjs.Trainer(net, {
    method: optimizer === 'adam' ? 'windowgrad' : 'sgd',
    learning_rate: rate,
    momentum: 0.9,
    batch_size: batch,
    l2_decay: 0,
  });
  const size = images.length / batch;
  const volumes = labels.map((_, n) => {
    const volume = new convnetjs.Vol(input[1], input[0], input[2], 0);
    volume.w.set(images.subarray(n * size, (n + 1) * size));
    return volume;
  });
  return {
    step() {
      let loss = 0;
      for (const [n, label] of labels.entries()) loss += trainer.train(volumes[n], label).loss;
      return loss / batch;
    },
  };
}
