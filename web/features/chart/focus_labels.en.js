// What is said while the chart shows a race or some runs instead of the current run.

export const focus = {
  'focus.race': 'The chart shows race {number}: mean and band over {seeds} seeds, held out.',
  'focus.race.one': 'The chart shows race {number}: one seed, held out.',
  'focus.runs': 'The chart shows {count} runs, held out.',
  'focus.runs.one': 'The chart shows run {number} alone, held out.',
  'focus.back': 'Back to the current run',
  'focus.norms': 'shown for the current run only',
  'focus.describe.race':
    'Chart of learning rate, held-out accuracy and held-out loss of the race; its results are in the table of the race.',
  'focus.describe.runs':
    'Chart of learning rate, held-out accuracy and held-out loss of the runs that are compared; what came of them is in the table of the comparison.',
};
