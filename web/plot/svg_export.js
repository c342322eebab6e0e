// Draws a band with a pen as uPlot has drawn it on its canvas. Reads axes, ticks, downsampled series and scales from
// the plot.

import { SIZE, crisp, drawJumps, drawText } from './annotations.js';
import { traceArea, traceLine } from './trace_paths.js';

/** @typedef {import('./types.js').Pen} Pen */
/** @typedef {import('./band.js').Band} Band */

/** An axis with uPlot's internal state. @typedef {import('uplot').Axis & {_splits: number[], _values: (string | null)[], _pos: number}} DrawnAxis */

/** @param {Pen} pen @param {Band} band that is drawn */
export function drawBand(pen, band) {
  const { annotated } = band;
  const { box } = annotated;
  drawAxes(pen, band);
  pen.clip({ ...box, top: box.top - 1, height: box.height + 2 }, () => {
    drawJumps(pen, annotated);
    for (const trace of band.traces) drawTrace(pen, trace, annotated);
  });
  drawText(pen, annotated);
}

/** @param {Pen} pen @param {Band} band */
function drawAxes(pen, { plot, annotated: { box, toX, toY, ink } }) {
  const axes = /** @type {DrawnAxis[]} */ (plot.axes);
  const hair = { color: ink.grid, width: 1 };
  const bottom = box.top + box.height;
  pen.stroke((sink) => {
    for (const { scale, grid, _splits } of axes) {
      for (const at of grid?.show === false ? [] : _splits) {
        const [x, y] = [crisp(toX(at)), crisp(toY(at))];
        const across = scale === 'y';
        sink.moveTo(across ? box.left : x, across ? y : box.top);
        sink.lineTo(across ? box.left + box.width : x, across ? y : bottom);
      }
    }
  }, hair);
  axes.forEach(({ scale, gap = 0, stroke, _splits, _values, _pos }, number) => {
    const color = /** @type {(plot: object, axis: number) => string} */ (stroke)(plot, number);
    _splits.forEach((at, index) => {
      const words = _values[index] ?? '';
      if (scale === 'y')
        pen.text(_pos - gap, toY(at), words, { size: SIZE, color, align: 'right' });
      else pen.text(toX(at), _pos + gap + SIZE / 2, words, { size: SIZE, color, align: 'center' });
    });
  });
}

/**
 * @param {Pen} pen
 * @param {import('./traces.js').Trace} trace
 * @param {import('./trace_paths.js').Scales} scales
 */
function drawTrace(pen, trace, scales) {
  const { low, color, alpha, width, dash } = trace;
  if (low) {
    pen.fill((sink) => traceArea(sink, { ...trace, low }, scales), { color, alpha });
    return;
  }
  pen.stroke((sink) => traceLine(sink, trace, scales), { color, alpha, width, dash });
  if (!trace.dots) return;
  trace.x.forEach((x, row) => {
    const y = trace.y[row];
    if (y !== null) pen.dot(scales.toX(x), scales.toY(y), 2.5, { color, alpha });
  });
}
