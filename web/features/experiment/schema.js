// Reads the schema of the core: the keys of a type, their defaults, and their ranges as text.

import { format, t } from '../../locales/index.js';

/** @typedef {import('../../protocol/schema.js').Schema} Schema */
/** @typedef {import('../../protocol/schema.js').Section} Section */
/** @typedef {import('../../protocol/schema.js').Kind} Kind */
/** @typedef {import('../../protocol/schema.js').Key} Key */
/** @typedef {import('../../locales/pair.js').Pair} Pair */

/**
 * The labels of a key in both languages, and how it is edited if that does not follow from its type.
 *
 * @typedef {object} KeyLabels
 * @property {Pair} label
 * @property {Pair} [hint]
 * @property {Record<string, Pair>} [choices] labels of the choices, by value
 * @property {number} [first] the initial value of a setting that can be switched off
 */

/** Larger upper bounds only keep integer arithmetic exact and are not shown. */
const LARGEST_COUNT = 1e9;

/** The schema until the core is loaded. @type {Schema} */
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
 * The keys of a type: its own, then those of every type of the section.
 *
 * @param {Section} section
 * @param {string} type
 * @returns {Key[]} empty for an unknown type
 */
export function keysOf(section, type) {
  const kind = section.kinds.find((candidate) => candidate.type === type);
  return kind ? [...kind.keys, ...(section.common ?? [])] : [];
}

/** @param {Key[]} keys @returns {Record<string, any>} the defaults of the keys that have one */
export function defaultsOf(keys) {
  const known = keys.filter((key) => key.default !== undefined);
  return Object.fromEntries(known.map((key) => [key.key, key.default]));
}

/** Whether a number is optional and off by default, as for clipping. @param {Key} key */
export const canBeOff = (key) =>
  (key.type === 'number' || key.type === 'integer') && !key.required && key.default === undefined;

/**
 * "0 to 1"; "above 0"; "at least 0, below 1".
 *
 * @param {Key} key
 * @returns {string} empty if every number is allowed
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
 * Converts a LaTeX symbol to plain text: `\beta_1` to β_1, `\hat\eta` to η̂. The caller renders the part after
 * the underscore as a subscript.
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
