// The panel of misclassified images.

export const mistakesPanel = {
  'panel.mistakes': 'Mistakes',
};
