// English labels of the confusion matrix.

export const confusionPanel = {
  'panel.confusion': 'Confusion matrix',

  'confusion.empty':
    'After the first epoch: the predicted classes of the held-out images of each class.',
  'confusion.caption': 'Held-out images after epoch {epoch}',
  'confusion.map.caption':
    'Held-out images after epoch {epoch}. Rows: true class. Columns: predicted class.',
  'confusion.trueClass': 'True class',
  'confusion.predictedClass': 'Predicted class',
  'confusion.recall': 'Recall',
  'confusion.precision': 'Precision',
  'confusion.cell': 'True class {label}, predicted class {prediction}: {count} images',
  'confusion.hint':
    'Select a cell to see its images; arrow keys move from cell to cell, Enter selects.',
  'confusion.images': 'True class {label}, predicted {prediction}',
  'confusion.map':
    'Confusion matrix, one pixel per cell. Arrow keys move, with Shift by ten; Enter shows the images.',
  'confusion.none': 'No such image in the last evaluation.',
  'confusion.unknown': 'The images are known after the next epoch.',
  'confusion.most': 'The {count} images with the highest loss.',
};
