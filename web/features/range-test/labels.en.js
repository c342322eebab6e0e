// The learning-rate range test.

export const rangeTest = {
  'range.button': 'Range test',
  'range.title': 'Which rate can it bear?',
  'range.about.fresh':
    'A new network is trained for a few steps while the rate rises from step to step. Where the loss falls fastest, a good rate lies; where it runs away, the rate is too high.',
  'range.about.run':
    'The run goes on for a few steps on trial while the rate rises from step to step. Afterwards it stands where it stood, to the last bit.',
  'range.settings.low': 'From',
  'range.settings.high': 'To',
  'range.settings.steps': 'Steps',
  'range.start': 'Start',
  'range.stop': 'Stop',
  'range.close': 'Close',
  'range.pause': 'Pause the run first: its rates are tested while it stands still.',
  'range.preparing': 'Data and network are being made.',
  'range.progress': '{done} of {total} steps',
  'range.finished': 'All {total} steps are done.',
  'range.stopped': 'Stopped after {done} of {total} steps.',
  'range.diverged': 'The loss ran away at a rate of {rate}.',
  'range.curve': 'Loss at rates from {low} to {high}',
  'range.axis': 'learning rate, log scale',
  'range.loss': 'loss',
  'range.away': 'runs away',
  'range.none':
    'The loss did not fall: there is nothing to suggest. Try other rates or more steps.',
  'range.rules.steepest': 'is where the loss falls fastest.',
  'range.rules.tenth_of_minimum': 'is a tenth of the rate where the loss is least.',
  'range.adopt': 'Use this rate',
};
