// The legend of the shades of the heat maps.

import { format, t } from '../../../locales/index.js';
import { rampIndex } from '../../../plot/heat_cells.js';

const SWATCHES = 5;

/** @param {{ramp: import('../../../plot/colour_ramp.js').Triple[], full: number}} props */
export function HistogramLegend({ ramp, full }) {
  const shares = Array.from({ length: SWATCHES }, (_, index) => (full * index) / (SWATCHES - 1));
  return (
    <dl class="histogram-legend">
      <dt>{t('histograms.legend')}</dt>
      {shares.map((share) => (
        <dd key={share}>
          <span
            class="density"
            style={{ background: `rgb(${ramp[rampIndex(share, full, ramp.length)].join(' ')})` }}
          />
          {format.percent(share)}
        </dd>
      ))}
    </dl>
  );
}
