// Labels of the settings of an experiment, from the features that edit them.

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
 * @returns {string | undefined} undefined if the setting has no label
 */
export const keyName = (section, keys) => sections[section]?.(keys);
