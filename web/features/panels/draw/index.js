// The public interface of this feature.

export { createDrawing } from './drawing_state.js';
