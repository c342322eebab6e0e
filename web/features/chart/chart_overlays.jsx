// Where other parts put something of their own over a band of the chart, above its lines, so that the
// chart need not know them: a component is added to the list of its band.
//
// It is given the live `chart`, whose `toPixel(band, step, value)` and `fromPixel(band, x, y)` convert
// between places and values, in pixels of the overlay. `useScales(chart)` (use_scales.js) draws it anew
// when things have other places. An overlay lets the pointer through to the chart: what is to be caught
// says `pointer-events: auto`, and `touch-action: none` where it is dragged. What is drawn as lines and
// areas goes to chart_extras.js instead.

import { Grips } from './schedule/grips.jsx';
import { Sheet } from './schedule/pencil.jsx';

/** @typedef {import('../plot/chart.js').Chart} Chart */
/** @typedef {'rate' | 'accuracy' | 'loss'} BandName */

/** @type {Record<BandName, import('preact').ComponentType<{chart: Chart}>[]>} */
const bandOverlays = { rate: [Grips, Sheet], accuracy: [], loss: [] };

/** @param {{chart: Chart | null, band: BandName}} props */
export function BandOverlay({ chart, band }) {
  return (
    <div class="band-overlay">
      {chart && bandOverlays[band].map((Overlay, index) => <Overlay key={index} chart={chart} />)}
    </div>
  );
}
