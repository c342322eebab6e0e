// The chart, its readout and its table.

export const chart = {
  'chart.title': 'Decay and accuracy',
  'chart.table': 'Show as table',
  'chart.chart': 'Show as chart',
  'chart.rate': 'Learning rate',
  'chart.accuracy': 'Accuracy',
  'chart.loss': 'Loss',
  'chart.log': 'log scale',
  'chart.lossUnit': 'cross-entropy, nats, log scale',
  'chart.epoch': 'epoch',
  'chart.step': 'step',
  'chart.training': 'training',
  'chart.heldOut': 'held-out',
  'chart.empty': 'Press Run. Accuracy and loss grow here, step by step.',
  'chart.keys':
    'Left and right arrow move the cursor by a step, page up and page down by an epoch.',
  'chart.describe.empty': 'Chart of learning rate, accuracy and loss. No run yet.',
  'chart.describe':
    'Chart of learning rate, accuracy and loss over {steps} steps. Now: learning rate {rate}, training accuracy {training}, held-out accuracy {heldOut}, loss {loss}.',
  'chart.edit.value': '{key} {before} → {after}',
  'chart.edit.family': '{before} → {after}',

  'readout.step': 'Step',
  'readout.epoch': 'Epoch',
  'readout.rate': 'Learning rate',
  'readout.training': 'Training',
  'readout.heldOut': 'Held-out',
  'readout.loss': 'Loss',

  'table.caption': 'Each epoch of the run: values at its end, training values as means over it',
  'table.epoch': 'Epoch',
  'table.step': 'Steps',
  'table.rate': 'Learning rate',
  'table.trainAccuracy': 'Training accuracy',
  'table.heldOutAccuracy': 'Held-out accuracy',
  'table.trainLoss': 'Training loss',
  'table.heldOutLoss': 'Held-out loss',
  'table.empty': 'No epoch is over yet.',
};
