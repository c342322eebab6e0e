// ONNX Runtime Web 1.19, the last with a training build. Its own training sessions want files that
// only its Python package makes; here a graph of the same operators, gradients and update included,
// runs in an inference session of that build. The price: weights and the optimizer's state are copied
// in and out of WebAssembly's memory with each step.

import { domain, trainingGraph } from './onnx_graph.js';
import { modelBytes } from './onnx_proto.js';
import { batchOf, layersOf, rate, weightsOf } from './workloads.js';

const opset = 15;

/**
 * @param {import('./workloads.js').Workload} workload
 * @param {number} batch
 * @param {number} threads
 */
export async function createModel(workload, batch, threads) {
  const folder = '/packages/onnxruntime-web/dist/';
  const ort = await import(/* @vite-ignore */ `${folder}ort.training.wasm.min.mjs`);
  ort.env.wasm.wasmPaths = folder;
  ort.env.wasm.numThreads = threads;
  const { graph, state } = trainingGraph(workload, batch);
  const session = await ort.InferenceSession.create(modelBytes(graph, opset, domain), {
    executionProviders: ['wasm'],
  });

  const { images, labels } = batchOf(workload, batch);
  /** @type {Record<string, Float32Array | BigInt64Array>} */
  const values = {
    images,
    labels: BigInt64Array.from(labels, BigInt),
    one: Float32Array.of(1),
    rate: Float32Array.of(rate),
    momentum: Float32Array.of(0.9),
    steps: BigInt64Array.of(1n),
  };
  for (const [index, layer] of layersOf(workload).entries()) {
    values[`weight${index}`] = weightsOf(layer, index);
  }
  /** @type {Record<string, any>} */
  const feeds = {};
  for (const { name, shape, integer } of graph.inputs) {
    const count = shape.reduce((product, size) => product * size, 1);
    const data = values[name] ?? new Float32Array(count);
    feeds[name] = new ort.Tensor(integer ? 'int64' : 'float32', data, shape);
  }
  let steps = 0n;
  return {
    async step() {
      if (feeds.steps) feeds.steps.data[0] = ++steps;
      const results = await session.run(feeds);
      for (const { name } of state) feeds[name] = results[`${name}.new`];
      return results.loss.data[0];
    },
  };
}
