// The chart with its readout and controls, or the same data as a table.

import { useState } from 'preact/hooks';
import { t } from '../../locales/index.js';
import { ChartBands } from './chart_bands.jsx';
import { ChartControls } from './chart_controls.jsx';
import { ChartTable } from './chart_table.jsx';
import { useStore } from '../../ui/context.js';
import { IsolationNotice } from './isolation_notice.jsx';
import { Readout } from './readout.jsx';
import { SaveMenu } from './save_menu.jsx';

/** @param {{overlays?: import('./chart_overlays.jsx').Overlays}} props */
export function ChartPanel({ overlays = {} }) {
  const { asTable } = useStore();
  const [chart, setChart] = useState(
    /** @type {import('../../plot/chart.js').Chart | null} */ (null),
  );
  return (
    <section class="chart-panel" aria-labelledby="chart-title">
      <div class="chart-head">
        <h2 id="chart-title" tabIndex={-1}>
          {t('chart.title')}
        </h2>
        <SaveMenu />
        <button
          type="button"
          class="quiet"
          aria-pressed={asTable.value}
          onClick={() => (asTable.value = !asTable.value)}
        >
          {t(asTable.value ? 'chart.chart' : 'chart.table')}
        </button>
      </div>
      <IsolationNotice />
      <Readout />
      <ChartControls chart={chart} />
      {asTable.value ? (
        <ChartTable />
      ) : (
        <ChartBands chart={chart} overlays={overlays} onChart={setChart} />
      )}
    </section>
  );
}
