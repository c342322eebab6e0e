// The training bar: controls, progress and status.

export const training = {
  'training.label': 'Training',
  'training.run': 'Run',
  'training.resume': 'Resume',
  'training.again': 'Run again',
  'training.pause': 'Pause',
  'training.step': 'Step',
  'training.epoch': 'Epoch',
  'training.reset': 'Reset',
  'training.run.title': 'Run or pause (space)',
  'training.step.title': 'Train one batch (s)',
  'training.epoch.title': 'Train to the end of the epoch (e)',
  'training.reset.title': 'Reset training; the curve stays for comparison (r)',
  'training.progress': 'Progress',

  'progress.epoch': 'epoch',
  'progress.of': '{done} / {total}',
  'progress.speed': 'img/s',
  'progress.flops': 'GFLOP/s',
  'progress.left': 'left',
  'progress.preparing': 'Preparing data and network…',
  'progress.loading': 'Loading the core…',

  'status.running': 'Training.',
  'status.paused': 'Paused at step {step}.',
  'status.finished': 'Finished. Held-out accuracy {last}, best {best}.',
  'status.failed': 'The run has stopped.',
};
