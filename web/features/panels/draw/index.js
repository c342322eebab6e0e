// What other parts of the page use of this feature.

export { createDrawing } from './drawing_state.js';
