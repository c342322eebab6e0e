// The public interface of this feature.

export { Augmentation, Difficulty } from './data_fields.jsx';
export { createDataFiles } from './data_files.js';
export { dataName } from './data_labels.js';
export { DataMenu } from './data_menu.jsx';
export { createDataPreview, EPOCHS, PAGE } from './data_preview.js';
export { fileNamesOf, shapesData } from './data_sources.js';
export { DropZone } from './drop_zone.jsx';
