// The panel of the confusion matrix.

export const confusionPanel = {
  'panel.confusion': 'Confusion',

  'confusion.empty':
    'After the first epoch: what the held-out images of each class were taken for.',
  'confusion.caption':
    'Held-out images after epoch {epoch}: rows are what they are, columns what they were taken for',
  'confusion.label': 'is',
  'confusion.recall': 'Recall',
  'confusion.precision': 'Precision',
  'confusion.cell': '{count} images of {label} taken for {prediction}',
};
