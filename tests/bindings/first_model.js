// The first document's model as written there, on made images: for the test that it trains in
// WebAssembly's memory and for the benchmark of it.

/**
 * The same batch again and again, so that the loss falls in a few steps.
 *
 * @param {number} steps
 */
export function firstModel(steps) {
  return {
    version: 1,
    data: { source: 'shapes', size: 224, classes: 1000, train: 32, validation: 0 },
    network: {
      input: [224, 224, 3],
      layers: [
        ...[32, 64, 128].flatMap((filters) => [
          { type: 'conv2d', filters, kernel: 3 },
          { type: 'relu' },
          { type: 'max_pool2d', size: 2 },
        ]),
        { type: 'flatten' },
        { type: 'dense', units: 512 },
        { type: 'relu' },
        { type: 'dense', units: 1000 },
      ],
    },
    optimizer: { type: 'adam' },
    schedule: { type: 'step', initial: 0.001, factor: 0.1, every: 10, unit: 'epoch' },
    training: { epochs: steps, batch_size: 32 },
  };
}
