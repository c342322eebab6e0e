// What other parts of the page use of this feature.

export { optimizerName } from './optimizer_labels.js';
export { OptimizerMenu } from './optimizer_menu.jsx';
