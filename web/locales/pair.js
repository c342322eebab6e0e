// Labels that stand in both languages where they are used: those of a layer type, an optimizer or a
// schedule, and of their settings.

import { language } from './index.js';

/** @typedef {{en: string, zh: string}} Pair a label in each language of the page */

/**
 * @param {Pair | undefined} pair
 * @param {Record<string, string | number>} [values] for its {places}
 * @returns {string} in the language of the page; empty for none
 */
export function localized(pair, values = {}) {
  if (!pair) return '';
  const text = language() === 'zh-Hans' ? pair.zh : pair.en;
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
