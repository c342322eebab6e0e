// Run, pause, and how far a run is.

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
  'training.reset.title': 'Back to the start; the curve stays for comparison (r)',
  'training.progress': 'Progress',

  'progress.epoch': 'epoch',
  'progress.of': '{done} / {total}',
  'progress.speed': 'img/s',
  'progress.flops': 'GFLOP/s',
  'progress.left': 'left',
  'progress.preparing': 'Making images and network…',
  'progress.loading': 'Loading the core…',

  'said.running': 'Training.',
  'said.paused': 'Paused at step {step}.',
  'said.finished': 'Finished. Held-out accuracy {last}, best {best}.',
  'said.failed': 'The run has stopped.',
};
