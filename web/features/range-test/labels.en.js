// English labels of the learning-rate range test.

export const rangeTest = {
  'range.button': 'LR range test',
  'range.title': 'Learning-rate range test',
  'range.about.fresh':
    'A new network is trained for a few steps while the learning rate increases exponentially. A good rate lies where the loss falls fastest; where the loss diverges, the rate is too high.',
  'range.about.run':
    'A copy of the current state is trained for a few steps while the learning rate increases exponentially. The run itself is not changed.',
  'range.settings.low': 'From',
  'range.settings.high': 'To',
  'range.settings.steps': 'Steps',
  'range.start': 'Start',
  'range.stop': 'Stop',
  'range.close': 'Close',
  'range.pause': 'Pause the run first.',
  'range.preparing': 'Preparing data and network…',
  'range.progress': '{done} of {total} steps',
  'range.finished': 'All {total} steps are finished.',
  'range.stopped': 'Stopped after {done} of {total} steps.',
  'range.diverged': 'The loss diverged at a rate of {rate}.',
  'range.curve': 'Loss at rates from {low} to {high}',
  'range.axis': 'learning rate, log scale',
  'range.loss': 'loss',
  'range.away': 'diverges',
  'range.none': 'The loss did not fall, so no rate is suggested. Try other rates or more steps.',
  'range.rules.steepest': 'is where the loss falls fastest.',
  'range.rules.tenth_of_minimum': 'is a tenth of the rate with the lowest loss.',
  'range.adopt': 'Use this rate',
};
