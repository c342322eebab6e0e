// Handles on the chart, and drawing by hand.

export const handles = {
  'handle.name': '{name} {index}',
  'handle.value': 'rate {rate} at {unit} {time}',
  'handle.names.height': 'Rate from here on',
  'handle.names.start': 'Rate at the start',
  'handle.names.end': 'End of the decay',
  'handle.names.drop': 'Next drop',
  'handle.names.milestone': 'Milestone',
  'handle.names.half': 'Where the rate has halved',
  'handle.names.peak': 'Peak',
  'handle.names.foot': 'Foot',
  'handle.names.fall': 'Start of the decay',
  'handle.names.restart': 'Restart',
  'handle.names.knot': 'Point',
  'handle.names.warmupStart': 'Start of the warm-up',
  'handle.names.warmupEnd': 'End of the warm-up',
  'handle.names.partEnd': 'End of part',
  'pencil.button': 'Draw',
  'pencil.title': 'Draw the rate by hand, over what is to come',
  'pencil.hidden': 'The rate is drawn on the chart of the current run: go back to it first',
  'pencil.here': 'Draw the rate here',
};
