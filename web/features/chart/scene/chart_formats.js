// Titles and number formats of the bands, on the screen and in saved figures.

import { format, t } from '../../../locales/index.js';

/** A percentage with as many digits as it needs: 95 %, 97.5 %. @param {number} value */
function percent(value) {
  const digits = String(Number((value * 100).toFixed(4))).split('.')[1]?.length ?? 0;
  return format.percent(value, digits);
}

/** @type {Record<string, (value: number) => string>} */
export const bandFormats = {
  rate: (value) => format.rate(value),
  accuracy: percent,
  loss: (value) => format.rate(value),
  norms: (value) => format.rate(value),
};

/** @param {import('../chart_view.js').ChartView} view */
export function normsTitle({ weightNorm, gradientNorm }) {
  if (weightNorm.value && gradientNorm.value) return t('chart.norms.both');
  return weightNorm.value ? t('chart.norms.weights') : t('chart.norms.gradient');
}
