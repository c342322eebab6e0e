// Overlays of other features above the lines of a band. `ChartPanel` takes a list of components per band,
// so that the chart does not import them.
//
// A component gets the `chart`, whose `toPixel(band, step, value)` and `fromPixel(band, x, y)` convert
// between values and pixels of the overlay. `useScales(chart)` renders it again when the scales change.
// An overlay lets pointer events through to the chart; an element that needs them sets
// `pointer-events: auto`, and `touch-action: none` if it is dragged. Lines and areas are added through
// chart_extras.js instead.

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
