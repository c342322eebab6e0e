// The page as a whole: its top, its fields, its notices.

export const app = {
  'app.name': 'Anneal',
  'app.claim': 'Everything is computed on this machine. Nothing is uploaded.',
  'app.build': 'Core {version}, {name}',
  'app.skip': 'Skip to the chart',
  'app.title': 'Anneal: learning-rate decay and accuracy',

  'language.label': 'Language',

  'theme.toDark': 'Dark page',
  'theme.toLight': 'Light page',

  'settings.label': 'Experiment',

  'menu.data': 'Data',
  'menu.network': 'Network',
  'menu.optimizer': 'Optimizer',
  'menu.problem': '{menu}: a setting needs attention',

  'field.batch': 'Batch',
  'field.batch.hint': 'images per step',
  'field.seed': 'Seed',
  'field.seed.hint': 'the same seed gives the same run',
  'field.epochs': 'Epochs',
  'field.epochs.hint': 'passes over the training images',
  'field.kept': '{message}. Still {value}.',

  'notice.pending': 'Changed since this run began: {what}. It takes hold with the next run.',
  'notice.diverged':
    'The run diverged at step {step}: {cause}. Weights and optimizer are back as they were at step {restored}. Lower the rate, which was {rate} (try {lower}), or add a warm-up; Resume goes on from step {restored}.',

  'diverged.lossNotFinite': 'the loss is no longer a number',
  'diverged.lossAboveLimit': 'the loss has grown to {loss}',
  'diverged.gradientNotFinite': 'the gradient is no longer a number',

  'problem.sentence': '{message}.',
  'notice.problem': '{path}: {message}',
  'notice.load':
    'The core could not be loaded: {message}. Reload the page; if that does not help, the files of this site are incomplete.',
  'notice.lost': 'The core has stopped: {message}. Reload the page to start it anew.',
  'notice.memory':
    'There is not enough memory for this run: {message}. Take a smaller network, batch or data set.',
  'notice.run': 'The run has stopped: {message}.',
  'notice.reload': 'Reload',

  'section.data': 'data',
  'section.network': 'network',
  'section.optimizer': 'optimizer',
  'section.loss': 'loss',
  'section.seed': 'seed',
  'section.training': 'batch or epochs',
};
