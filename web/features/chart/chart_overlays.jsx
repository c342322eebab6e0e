// What other features put over a band of the chart, above its lines: `ChartPanel` takes a list of
// components for each band, so that the chart does not import them.
//
// A component is given the live `chart`, whose `toPixel(band, step, value)` and `fromPixel(band, x, y)` convert
// between places and values, in pixels of the overlay. `useScales(chart)` (use_scales.js) draws it anew
// when things have other places. An overlay lets the pointer through to the chart: what is to be caught
// says `pointer-events: auto`, and `touch-action: none` where it is dragged. What is drawn as lines and
// areas goes to chart_extras.js instead.

/** @typedef {import('../../plot/chart.js').Chart} Chart */
/** @typedef {'rate' | 'accuracy' | 'loss'} BandName */

/** @typedef {Partial<Record<BandName, import('preact').ComponentType<{chart: Chart}>[]>>} Overlays */

/** @param {{chart: Chart | null, overlays: import('preact').ComponentType<{chart: Chart}>[]}} props */
export function BandOverlay({ chart, overlays }) {
  return (
    <div class="band-overlay">
      {chart && overlays.map((Overlay, index) => <Overlay key={index} chart={chart} />)}
    </div>
  );
}
