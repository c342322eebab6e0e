// What other parts of the page use of this feature.

export { FilesMenu } from './files_menu.jsx';
export { createImportExport } from './import_export.js';
export { ShareButton } from './share_button.jsx';
export { Toast } from './toast.jsx';
