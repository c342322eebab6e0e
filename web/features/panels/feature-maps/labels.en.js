// English labels of the panel of feature maps.

export const featureMapsPanel = {
  'panel.features': 'Feature maps',

  'features.empty': 'Press Run or Step to show the output of each layer for an image here.',
  'features.own': 'Separate scale per channel',
  'features.ownScale':
    'The scale of each channel ends at its largest magnitude: blue below zero, amber above.',
  'features.layer': 'Layer',
  'features.probabilities': 'Probability of each class',
  'features.seen': '{label}, predicted {prediction}',
  'features.drawn': 'Your drawing, predicted {prediction}',
  'features.range': '{channel}: {low} to {high}',
  'features.all': 'Show all {count} channels',
  'features.cells': '{count} features, row by row, from {low} to {high}',
};
