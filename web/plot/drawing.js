// Draws lines and the words at their ends onto a uPlot's canvas, in the scales of that uPlot.

import uPlot from 'uplot';
import { rowsWithin, traceArea, traceEnvelope, traceLine, traceSteps } from './line_path.js';
import { spreadLabels } from './scales.js';

/** Dots of a line are drawn while they stand at least so far apart. */
const DOT_ROOM = 14;

/**
 * Scales as plain functions: a call a point is all that a long line may cost.
 *
 * @param {uPlot} plot
 * @param {import('./scales.js').Domain} domain
 */
function scalesOf(plot, [low, high]) {
  const { left, top, width, height } = plot.bbox;
  const { min = 0, max = 1 } = /** @type {{min?: number, max?: number}} */ (plot.scales.x);
  const log = plot.scales.y.distr === 3;
  const [bottom, ceiling] = log ? [Math.log(low), Math.log(high)] : [low, high];
  const perX = width / (max - min);
  const perY = height / (ceiling - bottom);
  const floor = top + height;
  return {
    toX: (/** @type {number} */ x) => left + (x - min) * perX,
    // A logarithm has no place for zero: it lies on the floor.
    toY: log
      ? (/** @type {number} */ y) =>
          y > 0 ? floor - (Math.log(y) - bottom) * perY : zeroAt(y, floor)
      : (/** @type {number} */ y) => floor - (y - bottom) * perY,
    within: { min, max },
  };
}

/** @param {number} y @param {number} floor */
function zeroAt(y, floor) {
  return y === 0 ? floor : Number.NaN;
}

/**
 * @param {uPlot} plot
 * @param {import('./types.js').Line} line
 * @param {import('./scales.js').Domain} domain
 */
export function drawLine(plot, line, domain) {
  if (line.x.length === 0) return;
  const { ctx } = plot;
  const { toX, toY, within } = scalesOf(plot, domain);
  const rows = rowsWithin(line.x, within.min, within.max);
  ctx.globalAlpha = line.alpha ?? 1;
  if (line.noisy && rows.to - rows.from > toX(line.x[rows.to - 1]) - toX(line.x[rows.from])) {
    ctx.fillStyle = line.color;
    const rect = ctx.fillRect.bind(ctx);
    traceEnvelope(rect, line.x, line.y, toX, toY, rows);
    ctx.globalAlpha = 1;
    return;
  }
  const path = new Path2D();
  const trace = line.stepped ? traceSteps : traceLine;
  trace(path, line.x, line.y, toX, toY, rows);
  ctx.strokeStyle = line.color;
  ctx.lineWidth = (line.width ?? 1.5) * uPlot.pxRatio;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.setLineDash((line.dash ?? []).map((length) => length * uPlot.pxRatio));
  ctx.stroke(path);
  ctx.setLineDash([]);
  const room =
    (toX(line.x[rows.to - 1]) - toX(line.x[rows.from])) / Math.max(1, rows.to - rows.from - 1);
  if (line.dots && (room > DOT_ROOM * uPlot.pxRatio || rows.to - rows.from < 2)) {
    drawDots(ctx, line, toX, toY, rows);
  }
  ctx.globalAlpha = 1;
}

/**
 * @param {uPlot} plot
 * @param {import('./types.js').Area} area
 * @param {import('./scales.js').Domain} domain
 */
export function drawArea(plot, area, domain) {
  const { ctx } = plot;
  const { toX, toY, within } = scalesOf(plot, domain);
  const path = new Path2D();
  const rows = rowsWithin(area.x, within.min, within.max);
  traceArea(path, area.x, area.low, area.high, toX, toY, rows);
  ctx.globalAlpha = area.alpha ?? 0.2;
  ctx.fillStyle = area.color;
  ctx.fill(path);
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./types.js').Line} line
 * @param {(x: number) => number} toX
 * @param {(y: number) => number} toY
 * @param {{from: number, to: number}} rows
 */
function drawDots(ctx, line, toX, toY, { from, to }) {
  ctx.fillStyle = line.color;
  ctx.beginPath();
  for (let row = from; row < to; row++) {
    const [x, y] = [toX(line.x[row]), toY(line.y[row])];
    if (!Number.isFinite(y)) continue;
    ctx.moveTo(x, y);
    ctx.arc(x, y, 2.5 * uPlot.pxRatio, 0, 2 * Math.PI);
  }
  ctx.fill();
}

/**
 * @param {uPlot} plot
 * @param {import('./types.js').EndLabel[]} labels
 * @param {import('./scales.js').Domain} domain
 * @param {import('./types.js').Ink} ink
 * @param {number} size of the type
 */
export function drawLabels(plot, labels, domain, ink, size) {
  const shown = labels.filter(({ value }) => Number.isFinite(value));
  if (shown.length === 0) return;
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const { toX, toY } = scalesOf(plot, domain);
  const clamp = (/** @type {number} */ y) =>
    Math.min(bbox.top + bbox.height, Math.max(bbox.top, y));
  const points = shown.map(({ step, value }) => ({ x: toX(step), y: clamp(toY(value)) }));
  const lifts = shown.map((label) => (label.place === 'above' ? -12 * ratio : 0));
  const heights = spreadLabels(
    points.map(({ y }, index) => y + lifts[index]),
    (size + 4) * ratio,
    bbox.top,
    bbox.top + bbox.height - 4 * ratio,
  );
  ctx.save();
  ctx.font = `600 ${size * ratio}px ${ink.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  shown.forEach((label, index) => {
    const { x, y } = points[index];
    if (label.dot) dotAt(ctx, x, y, label.dot, ink.paper);
    writeLabel(plot, label, x, heights[index], ink);
  });
  ctx.restore();
}

/**
 * Beside the end of the line, or where the edge is near, before it.
 *
 * @param {uPlot} plot
 * @param {import('./types.js').EndLabel} label
 * @param {number} x
 * @param {number} y
 * @param {import('./types.js').Ink} ink
 */
function writeLabel({ ctx }, label, x, y, ink) {
  const ratio = uPlot.pxRatio;
  const width = ctx.measureText(label.text).width;
  const gap = label.place === 'above' ? 0 : 9 * ratio;
  const fits = x + gap + width <= ctx.canvas.width - 2 * ratio;
  const left = fits ? x + gap : Math.min(x, ctx.canvas.width - 4 * ratio) - width;
  const top = fits || label.place === 'above' ? y : y - 12 * ratio;
  ctx.strokeStyle = ink.paper;
  ctx.lineWidth = 4 * ratio;
  ctx.strokeText(label.text, left, top);
  ctx.fillStyle = label.color;
  ctx.fillText(label.text, left, top);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @param {string} paper
 */
function dotAt(ctx, x, y, color, paper) {
  ctx.beginPath();
  ctx.arc(x, y, 3.5 * uPlot.pxRatio, 0, 2 * Math.PI);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.strokeStyle = paper;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.stroke();
}
