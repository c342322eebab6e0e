// Problems as text in the language of the page, with the path of the setting where needed.

import { t, tCore } from '../../locales/index.js';

/** @param {{path: string, message: string}} problem */
export function problemMessage({ path, message }) {
  return path === '' ? tCore(message) : t('notice.problem', { path, message: tCore(message) });
}

/** Capitalizes the start of a sentence, except a name at the start of a translation. @param {string} message */
export function capitalized(message) {
  const text = tCore(message);
  return text === message ? message.charAt(0).toUpperCase() + message.slice(1) : text;
}

/** @param {string} message */
export const sentence = (message) => t('problem.sentence', { message: capitalized(message) });
