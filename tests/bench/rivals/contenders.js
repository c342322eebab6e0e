// Who takes part in the comparison, Anneal's own builds included.

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {'anneal' | 'page' | 'python'} kind where it runs
 * @property {string} module the build, or the file in this folder
 * @property {number} threads
 * @property {Record<string, number>} [batch] of a workload whose own takes too long
 * @property {boolean} [channelsLast]
 * @property {Record<string, string>} [environment]
 */

const one = { 'seed-224': 1 };

/** PyTorch and its oneDNN without anything that WebAssembly's vectors of 128 bits do not have. */
const sse41 = { ATEN_CPU_CAPABILITY: 'default', ONEDNN_MAX_CPU_ISA: 'SSE41' };

/** @type {Contender[]} */
export const contenders = [
  { name: 'Anneal', kind: 'anneal', module: 'relaxed', threads: 1 },
  { name: 'Anneal', kind: 'anneal', module: 'relaxed-threads', threads: 2 },
  { name: 'PyTorch', kind: 'python', module: 'pytorch.py', threads: 1 },
  { name: 'PyTorch', kind: 'python', module: 'pytorch.py', threads: 2 },
  {
    ...{ name: 'PyTorch channels_last', kind: 'python', module: 'pytorch.py', threads: 1 },
    channelsLast: true,
  },
  {
    ...{ name: 'PyTorch channels_last', kind: 'python', module: 'pytorch.py', threads: 2 },
    channelsLast: true,
  },
  {
    ...{ name: 'PyTorch SSE4.1', kind: 'python', module: 'pytorch.py', threads: 1 },
    environment: sse41,
  },
  { name: 'ONNX Runtime Web', kind: 'page', module: 'onnx_runtime', threads: 1 },
  { name: 'ONNX Runtime Web', kind: 'page', module: 'onnx_runtime', threads: 2 },
  { name: 'TensorFlow.js wasm', kind: 'page', module: 'tensorflow_js', threads: 1 },
  { name: 'TensorFlow.js cpu', kind: 'page', module: 'tensorflow_js_cpu', threads: 1, batch: one },
  { name: 'ConvNetJS', kind: 'page', module: 'convnet_js', threads: 1, batch: one },
  { name: 'jax-js', kind: 'page', module: 'jax_js', threads: 1, batch: one },
  { name: 'jax-js', kind: 'page', module: 'jax_js', threads: 2, batch: one },
];
