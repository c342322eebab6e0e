// What the settings of an experiment are called, each by the feature that edits it.

import { optimizerKeyName } from '../features/optimizer/index.js';
import { scheduleKeyName } from '../features/schedule/index.js';

/** @type {Record<string, (keys: string[]) => string | undefined>} */
const sections = {
  schedule: scheduleKeyName,
  optimizer: ([key]) => optimizerKeyName('optimizer', key),
  loss: ([key]) => optimizerKeyName('loss', key),
};

/**
 * @param {string} section of the document
 * @param {string[]} keys the path from the section to the key
 * @returns {string | undefined} undefined where the setting has no name of its own
 */
export const keyName = (section, keys) => sections[section]?.(keys);
