// English labels of the chart while it shows only a race or the compared runs.

export const isolation = {
  'isolation.race':
    'The chart shows race {number}: mean and spread of held-out results over {seeds} seeds.',
  'isolation.race.one': 'The chart shows race {number}: held-out results of one seed.',
  'isolation.runs': 'The chart shows held-out results of {count} runs.',
  'isolation.runs.one': 'The chart shows held-out results of run {number} only.',
  'isolation.back': 'Back to the current run',
  'isolation.norms': 'shown for the current run only',
  'isolation.describe.race':
    'Chart of learning rate, held-out accuracy and held-out loss of the race; the table of the race lists the results.',
  'isolation.describe.runs':
    'Chart of learning rate, held-out accuracy and held-out loss of the compared runs; the comparison table lists the results.',
};
