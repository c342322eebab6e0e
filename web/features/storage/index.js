// What other parts of the page use of this feature.

export { createShelf } from './database.js';
export { createKeeping } from './persistence.js';
export { KeptNotices } from './storage_notices.jsx';
