// The default experiment of the core, written out so that the page can show it before the core is loaded.

import { networkOf } from '../features/network/index.js';

/** @returns {import('../protocol/types.js').Experiment} */
export function defaultExperiment() {
  return {
    version: 1,
    name: '',
    seed: 1,
    data: glyphData(),
    network: networkOf('one_convolution', { input: [28, 28, 1], classes: 10 }),
    loss: { type: 'cross_entropy', label_smoothing: 0 },
    optimizer: {
      type: 'sgd',
      momentum: 0.9,
      nesterov: false,
      weight_decay: 0,
      decay_mode: 'coupled',
    },
    schedule: { type: 'step', initial: 0.1, factor: 0.1, every: 10, unit: 'epoch' },
    training: { epochs: 30, batch_size: 32 },
  };
}

/** @returns {import('../protocol/types.js').DataSettings} */
export function glyphData() {
  return {
    source: 'glyphs',
    train: 4000,
    validation: 1000,
    stratified: false,
    standardise: false,
    label_noise: 0,
    augment: { shift: 0, flip: false, cutout: 0 },
  };
}
