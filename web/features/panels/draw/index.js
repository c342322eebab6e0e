// What other parts of the page use of this feature.

export { createSketch } from './drawing_state.js';
