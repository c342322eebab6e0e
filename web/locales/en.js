// English: every label of the page, gathered from the features' own files.

/** @type {Record<string, Record<string, Record<string, string>>>} */
const files = import.meta.glob('../**/*labels.en.js', { eager: true });

/** @type {Record<string, string>} */
export const en = Object.assign({}, ...Object.values(files).flatMap(Object.values));
