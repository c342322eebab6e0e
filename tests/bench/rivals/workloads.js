// The networks of workloads.cpp for the libraries that Anneal is measured against: convolutions, each
// followed by a ReLU and a max-pooling of 2 x 2, then dense layers with a ReLU between them. Images,
// labels and first weights are drawn from a seed; a run trains on one batch, so that its loss falls.

/**
 * @typedef {object} Workload
 * @property {[number, number, number]} input height, width, channels
 * @property {{filters: number, kernel: number, pad: number}[]} convolutions
 * @property {number[]} dense units of each
 * @property {'momentum' | 'adam'} optimizer momentum is of 0.9
 * @property {number} batch
 */

/** Small enough that no rival's loss climbs, whatever its first weights. */
export const rate = 1e-4;

const seedConvolutions = [32, 64, 128].map((filters) => ({ filters, kernel: 3, pad: 0 }));

/** @type {Record<string, Workload>} */
export const workloads = {
  lenet: {
    input: [28, 28, 1],
    convolutions: [8, 16].map((filters) => ({ filters, kernel: 5, pad: 2 })),
    dense: [10],
    optimizer: 'momentum',
    batch: 32,
  },
  'seed-32': {
    input: [32, 32, 3],
    convolutions: seedConvolutions,
    dense: [512, 10],
    optimizer: 'adam',
    batch: 32,
  },
  'seed-224': {
    input: [224, 224, 3],
    convolutions: seedConvolutions,
    dense: [512, 1000],
    optimizer: 'adam',
    batch: 8,
  },
};

/**
 * One layer's sizes: of its weight, kernel x kernel x channels x filters or inputs x units.
 *
 * @typedef {object} Layer
 * @property {'convolution' | 'dense'} type
 * @property {number} inputs channels, or values
 * @property {number} outputs filters, or units
 * @property {number} kernel
 * @property {number} pad
 * @property {[number, number]} size of a convolution's output, before the pooling
 * @property {boolean} last
 */

/**
 * @param {Workload} workload
 * @returns {Layer[]}
 */
export function layersOf({ input, convolutions, dense }) {
  let [height, width, channels] = input;
  /** @type {Layer[]} */
  const layers = [];
  for (const { filters, kernel, pad } of convolutions) {
    height += 2 * pad - kernel + 1;
    width += 2 * pad - kernel + 1;
    layers.push({
      ...{ type: 'convolution', inputs: channels, outputs: filters, kernel, pad },
      ...{ size: [height, width], last: false },
    });
    [height, width, channels] = [Math.floor(height / 2), Math.floor(width / 2), filters];
  }
  let inputs = height * width * channels;
  for (const [index, units] of dense.entries()) {
    const last = index + 1 === dense.length;
    layers.push({
      ...{ type: 'dense', inputs, outputs: units, kernel: 1, pad: 0, size: [1, 1], last },
    });
    inputs = units;
  }
  return layers;
}

/**
 * Multiply-adds of a forward pass on one image.
 *
 * @param {Workload} workload
 */
export function multiplyAdds(workload) {
  return layersOf(workload).reduce(
    (sum, { inputs, outputs, kernel, size }) =>
      sum + size[0] * size[1] * kernel ** 2 * inputs * outputs,
    0,
  );
}

/** A generator of numbers in [0, 1) (mulberry32). @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param {number} count
 * @param {number} bound values lie in [-bound, bound)
 * @param {number} seed
 */
export function uniform(count, bound, seed) {
  const next = randomNumbers(seed);
  return Float32Array.from({ length: count }, () => (2 * next() - 1) * bound);
}

/**
 * The batch: images in any order of axes, as they are random, and labels.
 *
 * @param {Workload} workload
 * @param {number} batch
 */
export function batchOf({ input, dense }, batch) {
  const next = randomNumbers(2);
  const classes = dense[dense.length - 1];
  return {
    images: uniform(batch * input[0] * input[1] * input[2], 1, 1),
    labels: Array.from({ length: batch }, () => Math.floor(next() * classes)),
    classes,
  };
}

/**
 * A layer's first weights, after He et al.
 *
 * @param {Layer} layer
 * @param {number} index
 */
export function weightsOf({ kernel, inputs, outputs }, index) {
  const fan = kernel ** 2 * inputs;
  return uniform(fan * outputs, Math.sqrt(6 / fan), 10 + index);
}
