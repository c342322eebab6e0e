// The panel of feature maps.

export const featureMapsPanel = {
  'panel.features': 'Feature maps',
};
