// Run, pause, and how far a run is.

export const transport = {
  'transport.label': 'Training',
  'transport.run': 'Run',
  'transport.resume': 'Resume',
  'transport.again': 'Run again',
  'transport.pause': 'Pause',
  'transport.step': 'Step',
  'transport.epoch': 'Epoch',
  'transport.reset': 'Reset',
  'transport.run.title': 'Run or pause (space)',
  'transport.step.title': 'Train one batch (s)',
  'transport.epoch.title': 'Train to the end of the epoch (e)',
  'transport.reset.title': 'Back to the start; the curve stays for comparison (r)',
  'transport.progress': 'Progress',

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
