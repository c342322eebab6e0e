// Experiments that several tests of the bridge run: small, so that they take no time.

/** Three epochs of five steps; the last batch of each is smaller. */
export const small = {
  version: 1,
  seed: 7,
  data: { source: 'glyphs', train: 150, validation: 70 },
  network: {
    input: [28, 28, 1],
    layers: [
      { type: 'conv2d', filters: 4, kernel: 5, padding: 'same' },
      { type: 'relu' },
      { type: 'max_pool2d', size: 4 },
      { type: 'flatten' },
      { type: 'dense', units: 10 },
    ],
  },
  optimizer: { type: 'sgd', momentum: 0.9 },
  schedule: { type: 'exponential', initial: 0.05, gamma: 0.99 },
  training: { epochs: 3, batch_size: 32 },
};

/** What the page calls LeNet. */
export const lenet = {
  input: [28, 28, 1],
  layers: [
    { type: 'conv2d', filters: 6, kernel: 5, padding: 'same' },
    { type: 'relu' },
    { type: 'max_pool2d', size: 2 },
    { type: 'conv2d', filters: 16, kernel: 5 },
    { type: 'relu' },
    { type: 'max_pool2d', size: 2 },
    { type: 'flatten' },
    { type: 'dense', units: 120 },
    { type: 'relu' },
    { type: 'dense', units: 84 },
    { type: 'relu' },
    { type: 'dense', units: 10 },
  ],
};

/**
 * A pair of IDX files: images of 2 x 2, image i of byte i and label i % 3.
 *
 * @param {number} count below 256
 */
export function idxFiles(count) {
  const numbers = [...Array(count).keys()];
  return {
    images: new Uint8Array([
      ...[0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 2],
      ...numbers.flatMap((i) => [i, i, i, i]),
    ]),
    labels: new Uint8Array([0, 0, 8, 1, 0, 0, 0, count, ...numbers.map((i) => i % 3)]),
  };
}

/** Reads them, by the names `images` and `labels` or others. */
export const idx = (images = 'images', labels = 'labels') => ({
  version: 1,
  data: { source: 'idx', images, labels, train: 12, validation: 6 },
  network: { input: [2, 2, 1], layers: [{ type: 'flatten' }, { type: 'dense', units: 3 }] },
  training: { epochs: 1, batch_size: 4 },
});
