// Reads the core's schema: the keys of a kind, their defaults and their ranges in words.

import { format, t } from '../../locales/index.js';

/** @typedef {import('../../protocol/schema.js').Schema} Schema */
/** @typedef {import('../../protocol/schema.js').Section} Section */
/** @typedef {import('../../protocol/schema.js').Kind} Kind */
/** @typedef {import('../../protocol/schema.js').Key} Key */
/** @typedef {import('../../locales/pair.js').Pair} Pair */

/**
 * What the page says of a key, in both languages, and where the key's type alone does not tell, how it
 * is edited.
 *
 * @typedef {object} KeyLabels
 * @property {Pair} label
 * @property {Pair} [hint]
 * @property {Record<string, Pair>} [choices] of a choice, by value
 * @property {number} [first] what a setting that can be switched off begins with
 */

/** Counts have a bound that only keeps sums exact; nobody has to be told. */
const LARGEST_COUNT = 1e9;

/** What stands for the schema until the core is loaded. @type {Schema} */
export const emptySchema = {
  version: 1,
  schedules: { kinds: [], wrappers: [] },
  optimizers: { kinds: [], common: [] },
  layers: { kinds: [] },
  losses: { kinds: [], common: [] },
  initialisers: { kinds: [] },
  data: { kinds: [], common: [] },
  network: [],
  training: [],
  experiment: [],
};

/**
 * The keys of a kind, its own before those of every kind of the section.
 *
 * @param {Section} section
 * @param {string} type
 * @returns {Key[]} empty for an unknown type
 */
export function keysOf(section, type) {
  const kind = section.kinds.find((candidate) => candidate.type === type);
  return kind ? [...kind.keys, ...(section.common ?? [])] : [];
}

/** @param {Key[]} keys @returns {Record<string, any>} the defaults of those that have one */
export function defaultsOf(keys) {
  const known = keys.filter((key) => key.default !== undefined);
  return Object.fromEntries(known.map((key) => [key.key, key.default]));
}

/** Whether a number may be left out, and then there is none: clipping. @param {Key} key */
export const canBeOff = (key) =>
  (key.type === 'number' || key.type === 'integer') && !key.required && key.default === undefined;

/**
 * "0 to 1"; "above 0"; "at least 0, below 1".
 *
 * @param {Key} key
 * @returns {string} empty where every number will do
 */
export function rangeText({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }) {
  const high = maximum !== undefined && maximum < LARGEST_COUNT ? maximum : undefined;
  const low = minimum !== undefined && minimum > -LARGEST_COUNT ? minimum : undefined;
  if (low !== undefined && high !== undefined) {
    return t('range.between', { low: format.plain(low), high: format.plain(high) });
  }
  const parts = [
    ...(low === undefined ? [] : [t('range.atLeast', { low: format.plain(low) })]),
    ...(exclusiveMinimum === undefined
      ? []
      : [t('range.above', { low: format.plain(exclusiveMinimum) })]),
    ...(high === undefined ? [] : [t('range.atMost', { high: format.plain(high) })]),
    ...(exclusiveMaximum === undefined
      ? []
      : [t('range.below', { high: format.plain(exclusiveMaximum) })]),
  ];
  return format.list(parts);
}

/**
 * A letter of LaTeX as plain text: `\beta_1` as β_1, `\hat\eta` as η̂. What follows the underscore is
 * lowered by whoever draws it.
 *
 * @param {string} tex
 */
export function plainSymbol(tex) {
  const hat = '\u0302';
  return tex
    .replace(/\\hat\s*\{?\\(\w+)\}?/g, (_, name) => `${letters[name] ?? name}${hat}`)
    .replace(/\\(?:mathrm|text|operatorname)\{(\w+)\}/g, '$1')
    .replace(/\\([A-Za-z]+)\s*/g, (_, name) => letters[name] ?? name)
    .replace(/[{}]/g, '');
}

/** @type {Record<string, string>} */
const letters = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', eta: 'η' },
  ...{
    theta: 'θ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    psi: 'ψ',
    infty: '∞',
  },
};
