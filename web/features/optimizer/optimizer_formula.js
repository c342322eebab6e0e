// The update of a weight in LaTeX: lines for clipping and weight decay if enabled, then the lines of the
// optimizer from the schema of the core; once with symbols, once with numbers.

import { texNumber } from '../../locales/format.js';
import { defaultsOf, keysOf } from '../experiment/index.js';

/** @typedef {import('../../protocol/schema.js').Key} Key */

const tex = String.raw;

/**
 * @param {object} options
 * @param {import('../../protocol/types.js').Optimizer} options.optimizer
 * @param {import('../../protocol/schema.js').Schema} options.schema
 * @param {number | undefined} options.rate of the next step
 * @returns {{symbols: string, numbers: string} | undefined} LaTeX; undefined for an optimizer without a formula
 */
export function optimizerTex({ optimizer, schema: { optimizers }, rate }) {
  const keys = keysOf(optimizers, optimizer.type);
  const kind = optimizers.kinds.find(({ type }) => type === optimizer.type);
  if (!kind?.formula?.length) return undefined;
  const values = { ...defaultsOf(keys), ...optimizer };
  const lines = [
    ...gradientLines(values),
    ...weightLines(values),
    ...applicable(kind.formula, values),
  ];
  const isSetting = (/** @type {string} */ line) =>
    line.includes(tex`\key{`) || line.includes(tex`\rate`);
  return {
    symbols: block(lines.map((line) => withSymbols(line, keys))),
    numbers: block(lines.filter(isSetting).map((line) => withNumbers(line, values, rate))),
  };
}

/** "(nesterov)" at the end of a line. */
const VARIANT = /\s*\\quad \\text\{\((\w+)\)\}$/;
/** "(centered, else a = 0)" at the end of a line. */
const OTHERWISE = /\s*\\;\s*\\text\{\((\w+), else \}(.+?)\\text\{\)\}$/;

/**
 * Selects the lines for the current switches: a line that ends with the name of a switch replaces the previous
 * line if it is on; if the line ends with "else" and an equation, that equation is used if it is off.
 *
 * @param {string[]} lines
 * @param {Record<string, any>} values
 */
function applicable(lines, values) {
  /** @type {string[]} */
  const found = [];
  for (const line of lines) {
    const [, variant] = VARIANT.exec(line) ?? [];
    const [, name, otherwise] = OTHERWISE.exec(line) ?? [];
    if (name) {
      found.push(values[name] === true ? line.replace(OTHERWISE, '') : otherwise.trim());
    } else if (!variant) {
      found.push(line);
    } else if (values[variant] === true) {
      found[found.length - 1] = line.replace(VARIANT, '');
    }
  }
  return found;
}

/** Aligns the lines at their arrow or equals sign. @param {string[]} lines */
function block(lines) {
  const rows = lines.map((line) => line.replace(/\\leftarrow|=/, (sign) => `&${sign}`));
  return tex`\begin{aligned} ${rows.join(tex` \\ `)} \end{aligned}`;
}

/** Changes of the gradient before the update rule. @param {Record<string, any>} values */
function gradientLines({ clip_value, clip_norm, weight_decay, decay_mode, l1 }) {
  return [
    ...(clip_value === undefined
      ? []
      : [tex`g \leftarrow \operatorname{clip}(g,\ \pm\key{clip_value})`]),
    ...(clip_norm === undefined
      ? []
      : [tex`g \leftarrow g \min\left(1,\ \tfrac{\key{clip_norm}}{\lVert g \rVert}\right)`]),
    ...(weight_decay > 0 && decay_mode !== 'decoupled'
      ? [tex`g \leftarrow g + \key{weight_decay}\,w`]
      : []),
    ...(l1 > 0 ? [tex`g \leftarrow g + \key{l1} \operatorname{sign}(w)`] : []),
  ];
}

/** Decoupled weight decay. @param {Record<string, any>} values */
const weightLines = ({ weight_decay, decay_mode }) =>
  weight_decay > 0 && decay_mode === 'decoupled'
    ? [tex`w \leftarrow w - \rate \cdot \key{weight_decay}\,w`]
    : [];

const KEY = /\\key\{(\w+)\}/g;
const RATE = /\\rate(?![A-Za-z])/g;

/** @param {string} line @param {Key[]} keys */
function withSymbols(line, keys) {
  const symbol = (/** @type {string} */ name) =>
    keys.find(({ key }) => key === name)?.symbol ?? tex`\mathrm{${name.replaceAll('_', tex`\_`)}}`;
  return line.replace(KEY, (_, name) => `{${symbol(name)}}`).replace(RATE, tex`\eta_t`);
}

/** @param {string} line @param {Record<string, any>} values @param {number | undefined} rate */
function withNumbers(line, values, rate) {
  const number = (/** @type {any} */ value) =>
    Number.isFinite(value) ? texNumber(Number(value)) : '?';
  return line
    .replace(KEY, (_, name) => `{${number(values[name])}}`)
    .replace(RATE, rate === undefined ? tex`\eta_t` : tex`\htmlClass{now}{${texNumber(rate, 3)}}`);
}
