// What other parts of the page use of this feature.

export { createDatabase } from './database.js';
export { createPersistence } from './persistence.js';
export { StorageNotices } from './storage_notices.jsx';
