// What other parts of the page use of this feature.

export { lossKeyLabels, losses } from './loss_descriptors.js';
export { optimizerKeyLabels, optimizers } from './optimizer_descriptors.js';
export { lossName, optimizerKeyName, optimizerName } from './optimizer_labels.js';
export { OptimizerMenu } from './optimizer_menu.jsx';
