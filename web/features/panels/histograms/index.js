// The public interface of this feature.

export { createHistograms } from './histograms.js';
