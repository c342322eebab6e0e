// The optimizers of the menu, one descriptor each. Ranges are the sliders'; what may be typed is the
// core's to judge.

/**
 * @typedef {object} OptimizerKey
 * @property {string} key as in the document; its words are in the catalogue under optimizer.keys
 * @property {'number' | 'switch' | 'choice'} control
 * @property {string[]} [choices]
 */

const weightDecay = /** @type {OptimizerKey[]} */ ([
  { key: 'weight_decay', control: 'number' },
  { key: 'decay_mode', control: 'choice', choices: ['coupled', 'decoupled'] },
]);

const sgdKeys = /** @type {OptimizerKey[]} */ ([
  { key: 'momentum', control: 'number' },
  { key: 'nesterov', control: 'switch' },
  ...weightDecay,
]);

const adamKeys = /** @type {OptimizerKey[]} */ ([
  { key: 'beta1', control: 'number' },
  { key: 'beta2', control: 'number' },
  { key: 'epsilon', control: 'number' },
  ...weightDecay,
]);

const noDecay = { weight_decay: 0, decay_mode: 'coupled' };

/** The menu's entries; `rate` is one to begin with when the entry is chosen. */
export const optimizers = [
  {
    id: 'sgd',
    type: 'sgd',
    keys: sgdKeys,
    rate: 0.1,
    values: { momentum: 0, nesterov: false, ...noDecay },
  },
  {
    id: 'momentum',
    type: 'sgd',
    keys: sgdKeys,
    rate: 0.1,
    values: { momentum: 0.9, nesterov: false, ...noDecay },
  },
  {
    id: 'adam',
    type: 'adam',
    keys: adamKeys,
    rate: 0.001,
    values: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, ...noDecay },
  },
];

/**
 * The entry that a document's optimizer is; none for one that the menu does not have.
 *
 * @param {import('../../protocol/types.js').Optimizer} optimizer
 */
export function optimizerOf(optimizer) {
  const kin = optimizers.filter((entry) => entry.type === optimizer.type);
  if (optimizer.type !== 'sgd') return kin[0];
  return kin.find((entry) => entry.id === (optimizer.momentum === 0 ? 'sgd' : 'momentum'));
}

/**
 * What the document says once an entry is chosen: its own values, and of the old ones the weight decay.
 *
 * @param {import('../../protocol/types.js').Optimizer} before
 * @param {string} id
 */
export function withOptimizer(before, id) {
  const entry = optimizers.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`no optimizer ${id}`);
  const { weight_decay = 0, decay_mode = 'coupled' } = before;
  return { type: entry.type, ...entry.values, weight_decay, decay_mode };
}
