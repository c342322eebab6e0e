// The public interface of this feature.

export { createSpeed } from './speed.js';
