// What other parts of the page use of this feature.

export { lastRowUpTo } from './columns.js';
export { rateJumps } from './rate_jumps.js';
export { ResumeOffer } from './resume_offer.jsx';
export { Run } from './run.js';
export { defaultWeight } from './smoothing.js';
export { TrainingBar } from './training_bar.jsx';
export { createTrainingControls, RunError } from './training_controls.js';
