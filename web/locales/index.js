// The words of the page: one catalogue a language, one way to ask for them.

import { createFormat } from './format.js';
import { en } from './en.js';

const language = 'en';

/** @typedef {keyof typeof en} MessageKey */

/**
 * The words for a key, its {places} filled in.
 *
 * @param {MessageKey} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const message = en[key];
  if (message === undefined) throw new Error(`no words for ${key}`);
  return message.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * For keys that are put together from what a document says: a type that has no words of its own here
 * is called by its name.
 *
 * @param {string} group
 * @param {string} name
 * @returns {string}
 */
export function tName(group, name) {
  const key = /** @type {MessageKey} */ (`${group}.${name}`);
  return key in en ? t(key) : name;
}

export const format = createFormat(language);
