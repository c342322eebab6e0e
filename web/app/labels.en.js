// The top bar, its fields, and notices of the page.

export const app = {
  'app.name': 'Anneal',
  'app.claim': 'Everything is computed on this machine. Nothing is uploaded.',
  'app.build': 'Core {version}, {name}',
  'app.skip': 'Skip to the chart',
  'app.title': 'Anneal: learning-rate decay and accuracy',

  'language.label': 'Language',

  'theme.toDark': 'Dark theme',
  'theme.toLight': 'Light theme',

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
  'field.kept': '{message}. The value stays {value}.',

  'notice.pending': 'Changed since this run began: {what}. Changes apply to the next run.',
  'notice.diverged':
    'The run diverged at step {step}: {cause}. Weights and optimizer state were restored from step {restored}. Lower the learning rate from {rate} (try {lower}) or add a warm-up; Resume continues from step {restored}.',

  'diverged.lossNotFinite': 'the loss is not finite',
  'diverged.lossAboveLimit': 'the loss grew to {loss}',
  'diverged.gradientNotFinite': 'the gradient is not finite',

  'problem.sentence': '{message}.',
  'notice.problem': '{path}: {message}',
  'notice.load':
    'The core could not be loaded: {message}. Reload the page. If that does not help, the site is incomplete.',
  'notice.lost': 'The core has stopped: {message}. Reload the page to restart it.',
  'notice.memory':
    'There is not enough memory for this run: {message}. Use a smaller network, batch size or data set.',
  'notice.run': 'The run has stopped: {message}.',
  'notice.reload': 'Reload',

  'section.data': 'data',
  'section.network': 'network',
  'section.optimizer': 'optimizer',
  'section.loss': 'loss',
  'section.seed': 'seed',
  'section.training': 'batch or epochs',
};
