// The list of runs.

export const runs = {
  'runs.title': 'Runs',
  'runs.empty': 'Each run is listed here, and its curve stays on the chart for comparison.',
  'runs.number': 'Run',
  'runs.schedule': 'Schedule',
  'runs.network': 'Network',
  'runs.optimizer': 'Optimizer',
  'runs.best': 'Best held-out',
  'runs.last': 'Last held-out',
  'runs.rate': 'Rate now',
  'runs.show': 'Show run {number} on the chart',
  'runs.edited': '{count} edits',
  'runs.edited.one': '1 edit',
};
