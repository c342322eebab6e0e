// The panel of the training images.

export const dataPanel = {
  'panel.data': 'Data',
};
