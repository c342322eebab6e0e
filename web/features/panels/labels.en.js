// The row of panels, and those that show what the network makes of images.

export const panels = {
  'panel.label': 'Panels',
  'panel.network': 'Network',
  'panel.data': 'Data',
  'panel.confusion': 'Confusion',
  'panel.speed': 'Speed',

  'confusion.empty':
    'After the first epoch: what the held-out images of each class were taken for.',
  'confusion.caption':
    'Held-out images after epoch {epoch}: rows are what they are, columns what they were taken for',
  'confusion.label': 'is',
  'confusion.recall': 'Recall',
  'confusion.precision': 'Precision',
  'confusion.cell': '{count} images of {label} taken for {prediction}',
};
