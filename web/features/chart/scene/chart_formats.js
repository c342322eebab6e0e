// How the bands of the chart are named and their values written, on the screen and in what is saved.

import { format, t } from '../../../locales/index.js';

/** As many digits as a share needs: 95 %, 97.5 %. @param {number} value */
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
