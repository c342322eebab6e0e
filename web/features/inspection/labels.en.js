// English labels that the panels which inspect a run have in common.

export const inspection = {
  'inspection.waiting': 'Loading…',
  'inspection.refused': 'This could not be shown: {message}',

  'layers.projection': '{number} Shortcut',

  'scale.diverging': 'blue below zero, amber above',
  'scale.colors': 'RGB: grey is zero in all three channels',

  'sample.of': 'Images from',
  'sample.validation': 'Held-out',
  'sample.train': 'Training',
  'sample.drawing': 'Drawing',
  'sample.draw': 'Change the drawing',
  'sample.index': 'Image number',
  'sample.count': 'of {count}',
  'sample.next': 'Next image',
  'sample.previous': 'Previous image',
  'sample.random': 'Random',
  'sample.class': 'Class',
  'sample.every': 'All classes',
  'sample.wrong': 'Only misclassified',
  'sample.none': 'No such image, or the first epoch is not finished yet.',
  'sample.title': 'Image {index}: {label}',
  'sample.loss': 'Loss {loss}',
};
