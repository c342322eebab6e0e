// What other parts of the page use of this feature.

export { createSpeed } from './speed.js';
