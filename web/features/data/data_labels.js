// The label of a data source.

import { t, tName } from '../../locales/index.js';
import { generatedSources } from './data_sources.js';

/** @param {import('../../protocol/types.js').Experiment['data']} data */
export function dataName(data) {
  if (data.source in generatedSources) return tName('data', data.source);
  if (data.source === 'idx') return data.images ?? t('data.idx');
  return data.file ?? tName('data', data.source);
}
