// The labels of settings by path, and their values as text.

import { NOTHING } from '../../locales/format.js';
import { format, t, tName } from '../../locales/index.js';
import { segmentsOf } from '../experiment/index.js';
import { familyName, scheduleSummary } from '../schedule/index.js';
import { dataName } from '../data/index.js';
import { networkName } from '../network/index.js';
import { optimizerName } from '../optimizer/index.js';

/**
 * "Schedule: initial rate"; "Layer 3: filters".
 *
 * @param {string} path
 */
export function settingName(path) {
  const [section, ...rest] = segmentsOf(path);
  const last = rest.findLast((part) => typeof part === 'string');
  const layer = rest.findLast((part) => typeof part === 'number');
  const head =
    section === 'network' && typeof layer === 'number'
      ? t('compare.layer', { number: layer + 1 })
      : tName('compare.sections', String(section));
  if (last === undefined || last === 'layers') return head;
  return t('compare.of', { section: head, setting: tName('compare.settings', String(last)) });
}

/** Sections that are described as a whole if their types differ. @type {Record<string, (value: any, experiment: any) => string>} */
const wholes = {
  schedule: scheduleLabel,
  optimizer: optimizerName,
  data: dataName,
  'network.layers': (layers, { network }) =>
    t('compare.layers', { count: layers.length, names: networkName(network) }),
};

/**
 * @param {string} path
 * @param {any} value
 * @param {any} experiment that contains it
 * @returns {string}
 */
export function settingValue(path, value, experiment) {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value === 'number') return format.plain(value);
  if (typeof value === 'boolean') return t(value ? 'compare.yes' : 'compare.no');
  if (typeof value === 'string') return value;
  if (path in wholes) return wholes[path](value, experiment);
  if (Array.isArray(value))
    return value.map((part) => settingValue('', part, experiment)).join(' × ');
  const named = Object.entries(value).map(
    ([key, part]) => `${tName('compare.settings', key)} ${settingValue('', part, experiment)}`,
  );
  return format.list(named);
}

/** "Cosine, 0.1 to 0", where a schedule has a beginning and an end. @param {any} schedule */
function scheduleLabel(schedule) {
  const from = schedule.initial ?? schedule.peak;
  if (typeof from !== 'number' || typeof schedule.final !== 'number') {
    return scheduleSummary(schedule);
  }
  return t('compare.whole', {
    family: familyName(schedule),
    from: format.rate(from),
    to: format.rate(schedule.final),
  });
}
