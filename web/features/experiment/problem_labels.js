// What was refused, as it is said on the page: in the reader's language, with the setting in front where
// no control beside it shows which one it is.

import { t, tCore } from '../../locales/index.js';

/** @param {{path: string, message: string}} problem */
export function problemMessage({ path, message }) {
  return path === '' ? tCore(message) : t('notice.problem', { path, message: tCore(message) });
}

/** As the beginning of a sentence; names that a translation begins with stay as they are. @param {string} message */
export function begun(message) {
  const said = tCore(message);
  return said === message ? message.charAt(0).toUpperCase() + message.slice(1) : said;
}

/** @param {string} message */
export const sentence = (message) => t('problem.sentence', { message: begun(message) });
