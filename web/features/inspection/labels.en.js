// Panels that look into the run: filters, feature maps, mistakes, the drawing.

export const inspection = {
  'inspection.waiting': 'One moment.',
  'inspection.refused': 'This could not be looked into: {message}',
  'layers.projection': '{number} Shortcut',

  'scale.diverging': 'blue below zero, amber above',
  'scale.colors': 'as colours: grey is zero in all three channels',

  'filters.empty':
    'Press Run or Step: the filters of every convolution appear here, and change as they learn.',
  'filters.none': 'This network has no convolution, and so no filters.',
  'filters.grid': 'Filters',
  'filters.hint':
    'Every image is a filter; the scale ends at the largest weight of the layer. Press one for its numbers.',
  'filters.readout': 'Filter {filter}: from {low} to {high}',
  'filters.channel': 'Input channel',
  'filters.channels': 'of 0 to {last}',
  'filters.numbers': 'Filter {filter}, input channel {channel}',
  'filters.close': 'Close',

  'features.empty': 'Press Run or Step: what each layer makes of an image appears here.',
  'features.own': 'Each channel on its own scale',
  'features.ownScale':
    'The scale of each channel ends at its own largest value: blue below zero, amber above.',
  'features.layer': 'Layer',
  'features.probabilities': 'Probability of each class',
  'features.seen': '{label}, taken for {prediction}',
  'features.drawn': 'Your drawing, taken for {prediction}',
  'features.range': '{channel}: {low} to {high}',
  'features.all': 'Show all {count} channels',
  'features.cells': '{count} features, row by row, from {low} to {high}',

  'sample.of': 'Images of',
  'sample.validation': 'Held-out',
  'sample.train': 'Training',
  'sample.drawing': 'Drawing',
  'sample.draw': 'Change the drawing',
  'sample.index': 'Number of the image',
  'sample.count': 'of {count}',
  'sample.next': 'Next image',
  'sample.previous': 'Previous image',
  'sample.random': 'Random',
  'sample.class': 'Class',
  'sample.every': 'Every class',
  'sample.wrong': 'Only mistakes',
  'sample.none': 'There is no such image, or none is known before the first epoch.',
  'sample.title': 'Image {index}: {label}',
  'sample.loss': 'Loss {loss}',

  'mistakes.empty': 'After the first epoch: the held-out images that the network got most wrong.',
  'mistakes.none': 'After epoch {epoch} every held-out image is right.',
  'mistakes.caption':
    'Held-out images after epoch {epoch} that were taken for something else, the highest loss first. Press one to see its feature maps.',
  'mistakes.more': 'Show more',

  'confusion.hint':
    'Press a cell, or Enter on it, to see its images; arrow keys go from cell to cell.',
  'confusion.images': '{label} taken for {prediction}',
  'confusion.map':
    'Confusion, a pixel a cell. Arrow keys move, with Shift by ten; Enter shows the images.',
  'confusion.none': 'There is no such image in the last evaluation.',
  'confusion.unknown': 'Which images they are is known after the next epoch.',
  'confusion.most': 'The {count} with the highest loss.',

  'draw.surface': 'Sheet to draw on',
  'draw.keys':
    'Draw with mouse, finger or pen. By keyboard: arrow keys move, space puts the pen down and lifts it, Backspace takes the last stroke back.',
  'draw.down': 'Pen down, row {row}, column {column}',
  'draw.up': 'Pen up, row {row}, column {column}',
  'draw.pen': 'Pen',
  'draw.thin': 'thin',
  'draw.medium': 'medium',
  'draw.thick': 'thick',
  'draw.color': 'Colour',
  'draw.white': 'white',
  'draw.black': 'black',
  'draw.red': 'red',
  'draw.orange': 'orange',
  'draw.yellow': 'yellow',
  'draw.green': 'green',
  'draw.blue': 'blue',
  'draw.purple': 'purple',
  'draw.fit': 'Bring to the size of a digit, its mass to the centre',
  'draw.undo': 'Undo',
  'draw.clear': 'Clear',
  'draw.load': 'Load a held-out image',
  'draw.seen': 'What the network sees: {shape}',
  'draw.maps': 'Show its feature maps',
  'draw.empty':
    'Press Run or Step: then what the network takes your drawing for appears here, and changes as it learns. You can draw already.',
  'draw.hint': 'Draw something: what the network takes it for appears here.',
  'draw.prediction': 'Taken for {name}, {share}',
};
