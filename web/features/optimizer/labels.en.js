// Optimizer and loss: what is not in their descriptors.

export const optimizer = {
  'optimizer.kind': 'Optimizer',
  'optimizer.formula': 'Update of a weight w by its gradient g',
  'optimizer.formula.symbols': 'With symbols',
  'optimizer.formula.numbers': 'With the current values',
  'optimizer.common': 'Weight decay and gradient clipping',
  'optimizer.loss': 'Loss',
};
