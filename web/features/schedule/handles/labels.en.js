// English labels of the handles on the chart and of drawing by hand.

export const handles = {
  'handle.name': '{name} {index}',
  'handle.value': 'rate {rate} at {unit} {time}',
  'handle.names.height': 'Current rate',
  'handle.names.start': 'Initial rate',
  'handle.names.end': 'End of the decay',
  'handle.names.drop': 'Next drop',
  'handle.names.milestone': 'Milestone',
  'handle.names.half': 'Half of the initial rate',
  'handle.names.peak': 'Peak',
  'handle.names.foot': 'Base rate',
  'handle.names.fall': 'Start of the decay',
  'handle.names.restart': 'Restart',
  'handle.names.knot': 'Point',
  'handle.names.warmupStart': 'Start of the warm-up',
  'handle.names.warmupEnd': 'End of the warm-up',
  'handle.names.partEnd': 'End of part',
  'pencil.button': 'Draw',
  'pencil.title': 'Draw the future learning rate by hand',
  'pencil.hidden': 'Drawing is possible on the chart of the current run only',
  'pencil.here': 'Draw the learning rate here',
};
