// Labels of the histograms: layers, values, diagnostics.

import { format, t, tName } from '../../../locales/index.js';

/** @typedef {import('../../../protocol/histograms.js').RecordedParameter} RecordedParameter */
/** @typedef {import('./histogram_figures.js').Finding} Finding */

/** A number with a typographic minus sign. @param {number | undefined} value */
export const valueLabel = (value) => format.rate(value).replace(/^-/, '\u2212');

/**
 * The number of a layer: "layers.3.layers.0" is 4.1.
 *
 * @param {string} layer
 */
const numberOf = (layer) =>
  [...layer.matchAll(/\d+/g)].map(([index]) => Number(index) + 1).join('.');

/** "Layer 1: convolution". @param {RecordedParameter} parameter */
const layerName = ({ layer, type }) =>
  t('histograms.layer', { number: numberOf(layer), type: tName('histograms.types', type) });

/** "Layer 1: convolution, biases". @param {RecordedParameter} parameter */
export function parameterName(parameter) {
  const role = parameter.name.slice(parameter.layer.length + 1);
  return format.list([layerName(parameter), tName('histograms.roles', role)]);
}

/**
 * @param {Finding} finding
 * @param {RecordedParameter[]} parameters
 */
export function findingLabel({ kind, parameter, amount, other }, parameters) {
  const name = layerName(parameters[parameter]);
  switch (kind) {
    case 'vanishing':
      return t('histograms.findings.vanishing', {
        name,
        amount: format.speed(amount),
        other: other === undefined ? '' : layerName(parameters[other]),
      });
    case 'exploding':
      return t('histograms.findings.exploding', { name, amount: format.speed(amount) });
    case 'dead':
      return t('histograms.findings.dead', { name });
    case 'idle':
      return t('histograms.findings.idle', { name, amount: format.percent(amount, 0) });
  }
}

/**
 * The text for screen readers: affected layers without figures, which change continuously.
 *
 * @param {Finding[]} found
 * @param {RecordedParameter[]} parameters
 */
export function announcedFindings(found, parameters) {
  return found
    .filter(({ kind }) => kind !== 'idle')
    .map(({ kind, parameter }) =>
      t('histograms.announced', {
        what: tName('histograms.announced', kind),
        name: layerName(parameters[parameter]),
      }),
    )
    .join(' ');
}
