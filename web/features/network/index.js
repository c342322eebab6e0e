// What other parts of the page use of this feature.

export {
  keepsShape,
  layerKeyLabels,
  layerType,
  layerTypes,
  settingsOf,
} from './layer_descriptors.js';
export { layersAt, pathOf } from './layer_edits.js';
export { createNetworkBuilder, LIST } from './network_builder.js';
export { layerName, networkName } from './network_labels.js';
export { NetworkMenu } from './network_menu.jsx';
export { stagesOf, TALLEST } from './network_picture.js';
export { classesOf, networkOf, refit } from './presets.js';
