// What other parts of the page use of this feature.

export { createHistograms } from './histograms.js';
