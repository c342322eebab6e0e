// Converts the lines and areas of a band to traces for uPlot: downsampled columns and their styles. Used by the band
// and by the export of figures.

import uPlot from 'uplot';
import { visibleRows } from './visible_range.js';
import { thinEnvelope, thinLine } from './downsampling.js';
import { traceArea } from './trace_paths.js';

/**
 * A line, or the area between `low` and `y`, in units of the axes.
 *
 * @typedef {object} Trace
 * @property {number[]} x
 * @property {(number | null)[]} y
 * @property {(number | null)[]} [low]
 * @property {string} color
 * @property {number} alpha
 * @property {number} width
 * @property {number[]} dash in CSS pixels
 * @property {boolean} stepped
 * @property {boolean} dots
 */

/** Minimum distance of the dots of a line; closer dots are not drawn. */
const DOT_ROOM = 14;

/**
 * @param {import('./types.js').Scene} scene
 * @param {string} band
 * @param {{width: number, grain: number}} paper length of the axis and size of a pixel, in CSS pixels
 * @returns {Trace[]} in the order in which they are drawn
 */
export function tracesOf({ x: xAxis, bands }, band, paper) {
  const { areas = [], lines } = bands[band];
  const placed = lines
    .filter(({ x }) => x.length > 0)
    .map((line) => ({ line, place: placeOf(line, xAxis, paper) }))
    .filter(({ place: { rows } }) => rows.from < rows.to);
  const traces = [
    ...areas.map((area) => areaTrace(area, placeOf(area, xAxis, paper))),
    ...placed.map(({ line, place }) => lineTrace(line, place, paper.grain)),
  ];
  return traces.filter(({ y }) => y.some((value) => value !== null));
}

/**
 * @param {{x: ArrayLike<number>, first?: number, across?: import('./types.js').Across}} columns
 * @param {import('./types.js').XAxis} xAxis
 * @param {{width: number, grain: number}} paper
 */
function placeOf(columns, xAxis, { width, grain }) {
  const { scale, offset } = columns.across ?? xAxis.across;
  const [min, max] = xAxis.visibleRange;
  const per = width / grain / (max - min);
  return {
    rows: visibleRows(columns, xAxis),
    toAxis: (/** @type {number} */ x) => x * scale + offset,
    toPixel: (/** @type {number} */ x) => (x * scale + offset - min) * per,
  };
}

/** @typedef {ReturnType<typeof placeOf>} Place */

/** @param {import('./types.js').Area} area @param {Place} place @returns {Trace} */
function areaTrace({ x, low, high, color, alpha = 0.2 }, { rows, toAxis }) {
  const trace = { ...PLAIN, x: /** @type {number[]} */ ([]), color, alpha, width: 0 };
  /** @type {(number | null)[]} */
  const top = [];
  /** @type {(number | null)[]} */
  const bottom = [];
  for (let row = rows.from; row < rows.to; row++) {
    const whole = Number.isFinite(low[row]) && Number.isFinite(high[row]);
    trace.x.push(toAxis(x[row]));
    top.push(whole ? high[row] : null);
    bottom.push(whole ? low[row] : null);
  }
  return { ...trace, y: top, low: bottom };
}

const PLAIN = { dash: /** @type {number[]} */ ([]), stepped: false, dots: false };

/** @param {import('./types.js').Line} line @param {Place} place @param {number} grain @returns {Trace} */
function lineTrace({ x, y, index, color, alpha = 1, ...line }, place, grain) {
  const { rows, toPixel } = place;
  const placed = { ...place, x, y, index };
  const width = (toPixel(x[rows.to - 1]) - toPixel(x[rows.from])) * grain;
  const count = rows.to - rows.from;
  if (line.noisy && count > width)
    return { ...PLAIN, ...thinEnvelope(placed), stepped: true, color, alpha, width: 0 };
  return {
    ...thinLine(placed),
    color,
    alpha,
    width: line.width ?? 1.5,
    dash: line.dash ?? PLAIN.dash,
    stepped: line.stepped === true,
    dots: line.dots === true && (count === 1 || width / (count - 1) > DOT_ROOM),
  };
}

const linear = /** @type {uPlot.Series.PathBuilder} */ (uPlot.paths.linear?.());
const stepped = /** @type {uPlot.Series.PathBuilder} */ (uPlot.paths.stepped?.({ align: 1 }));
const dots = /** @type {uPlot.Series.Points.PathBuilder} */ (uPlot.paths.points?.());

/** @param {uPlot} plot @param {import('./trace_paths.js').Columns & {low: (number | null)[]}} area @returns {uPlot.Series.Paths} */
function areaPaths(plot, area) {
  const fill = new Path2D();
  traceArea(fill, area, {
    toX: (x) => plot.valToPos(x, 'x', true),
    toY: (y) => plot.valToPos(y, 'y', true),
  });
  return { stroke: null, fill, flags: 0 };
}

/**
 * A series of uPlot that draws its current trace.
 *
 * @param {(series: number) => Trace | undefined} traceAt
 * @returns {uPlot.Series}
 */
export function seriesOf(traceAt) {
  const color = (/** @type {uPlot} */ _, /** @type {number} */ at) => traceAt(at)?.color ?? '';
  return {
    auto: false,
    pxAlign: 0,
    cap: 'round',
    stroke: color,
    fill: (_, at) => /** @type {string} */ (traceAt(at)?.low ? traceAt(at)?.color : null),
    paths(plot, at, from, to) {
      const trace = traceAt(at);
      if (!trace) return null;
      if (trace.low) return areaPaths(plot, { ...trace, low: trace.low });
      return (trace.stepped ? stepped : linear)(plot, at, from, to);
    },
    points: {
      show: (_, at) => traceAt(at)?.dots === true,
      size: 5,
      width: 0,
      fill: color,
      paths: (plot, at) => dots(plot, at, 0, (traceAt(at)?.x.length ?? 0) - 1),
    },
  };
}

/**
 * Sets the traces of a plot. Adds series if there are too few; surplus series stay empty.
 *
 * @param {uPlot} plot
 * @param {Trace[]} traces
 * @param {() => uPlot.Series} newSeries
 */
export function putTraces(plot, traces, newSeries) {
  while (plot.series.length <= traces.length) plot.addSeries(newSeries());
  // uPlot measures dashes in canvas pixels.
  const ratio = uPlot.pxRatio;
  const data = plot.series.map((series, at) => {
    if (at === 0) return null;
    const trace = traces[at - 1];
    series.show = trace !== undefined;
    if (!trace) return [[], []];
    series.width = trace.width;
    series.alpha = trace.alpha;
    series.dash = trace.dash.map((length) => length * ratio);
    return [trace.x, trace.y];
  });
  plot.setData(/** @type {any} */ (data), false);
}
