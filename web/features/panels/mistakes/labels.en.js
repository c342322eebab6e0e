// English labels of the panel of misclassified images.

export const mistakesPanel = {
  'panel.mistakes': 'Misclassified',

  'mistakes.empty':
    'After the first epoch: the misclassified held-out images with the highest loss.',
  'mistakes.none': 'After epoch {epoch} every held-out image is classified correctly.',
  'mistakes.caption':
    'Misclassified held-out images after epoch {epoch}, highest loss first. Select one to see its feature maps.',
  'mistakes.more': 'Show more',
};
