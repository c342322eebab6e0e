// Draws one band with a pen: its grid and axes, areas, lines, jumps of the rate, and the words at the
// ends of lines. Screen, PNG and SVG are all drawn by this.

import { traceArea, traceEnvelope, traceLine, traceSteps } from './line_path.js';
import { spreadLabels, xScale, yScale } from './scales.js';
import { rowsInSight } from './sight.js';

/** @typedef {import('./types.js').Pen} Pen */

/** Dots of a line are drawn while they stand at least so far apart. */
const DOT_ROOM = 14;

/** Of all words on the chart. */
const SIZE = 11;

/** Words of the x axis stand so far below the band, and so far below each other. */
const FIRST_ROW = 12;
const SECOND_ROW = 28;

/**
 * @typedef {object} Drawn
 * @property {import('./types.js').Box} box where the lines go
 * @property {number} edge the right end of the paper
 * @property {import('./types.js').Scene} scene
 * @property {import('./types.js').BandScene} band
 * @property {import('./scales.js').Domain} domain the one to show, on the way to the band's
 * @property {number[]} ticks of the values
 * @property {(value: number) => string} format
 * @property {boolean} axis whether the x axis is written under it
 * @property {boolean} jumpWords whether the jumps are named in it
 * @property {import('./types.js').ChartInk} ink
 */

/** @param {Pen} pen @param {Drawn} drawn */
export function drawBand(pen, drawn) {
  const { box, band, scene } = drawn;
  drawAxes(pen, drawn);
  const across = { ...box, top: box.top - 2, height: box.height + 4 };
  pen.clip(across, () => {
    for (const area of band.areas ?? []) drawArea(pen, area, drawn);
    for (const { x } of scene.jumps) drawJump(pen, x, drawn);
    for (const line of band.lines) drawLine(pen, line, drawn);
  });
  if (drawn.jumpWords) drawJumpWords(pen, drawn);
  drawLabels(pen, drawn);
}

/** A hairline lies on whole pixels. @param {number} at */
const crisp = (at) => Math.floor(at) + 0.5;

/** @param {Pen} pen @param {Drawn} drawn */
function drawAxes(pen, { box, scene, domain, band, ticks, format, axis, ink }) {
  const x = xScale(box, scene.x.window);
  const y = yScale(box, domain, band.log);
  const hair = { color: ink.grid, width: 1 };
  const bottom = box.top + box.height;
  pen.stroke((sink) => {
    for (const { at } of scene.x.ticks) {
      sink.moveTo(crisp(x.to(at)), box.top);
      sink.lineTo(crisp(x.to(at)), bottom);
    }
    for (const tick of ticks) {
      sink.moveTo(box.left, crisp(y.to(tick)));
      sink.lineTo(box.left + box.width, crisp(y.to(tick)));
    }
  }, hair);
  for (const tick of ticks) {
    const type = { size: SIZE, color: ink.text, align: /** @type {const} */ ('right') };
    pen.text(box.left - 8, y.to(tick), format(tick), type);
  }
  if (!axis) return;
  for (const { at, text, second } of scene.x.ticks) {
    const type = { size: SIZE, align: /** @type {const} */ ('center') };
    pen.text(x.to(at), bottom + FIRST_ROW, text, { ...type, color: ink.text });
    pen.text(x.to(at), bottom + SECOND_ROW, second, { ...type, color: ink.faint });
  }
}

/**
 * Columns of a line or an area as they lie in the band, and the rows in sight.
 *
 * @param {{x: ArrayLike<number>, across?: import('./types.js').Across}} columns
 * @param {Drawn} drawn
 */
function placeOf(columns, { box, scene, domain, band }) {
  const { scale, offset } = columns.across ?? scene.x.across;
  const [min, max] = scene.x.window;
  const per = box.width / (max - min);
  const [slope, start] = [scale * per, box.left + (offset - min) * per];
  const toX = (/** @type {number} */ value) => value * slope + start;
  return { toX, toY: yScale(box, domain, band.log).to, rows: rowsInSight(columns, scene.x) };
}

/** @param {Pen} pen @param {import('./types.js').Area} area @param {Drawn} drawn */
function drawArea(pen, area, drawn) {
  const placed = { ...placeOf(area, drawn), x: area.x, low: area.low, high: area.high };
  const style = { color: area.color, alpha: area.alpha ?? 0.2 };
  pen.fill((sink) => traceArea(sink, placed), style);
}

/** @param {Pen} pen @param {import('./types.js').Line} line @param {Drawn} drawn */
function drawLine(pen, line, drawn) {
  if (line.x.length === 0) return;
  const { x, y, index, color, alpha } = line;
  const place = placeOf(line, drawn);
  const { rows, toX, toY } = place;
  if (rows.from >= rows.to) return;
  const placed = { ...place, x, y, index, grain: pen.grain };
  const width = toX(x[rows.to - 1]) - toX(x[rows.from]);
  if (line.noisy && rows.to - rows.from > width) {
    pen.rects((rect) => traceEnvelope(rect, placed), { color, alpha });
    return;
  }
  const trace = line.stepped ? traceSteps : traceLine;
  const style = { color, alpha, width: line.width ?? 1.5, dash: line.dash };
  pen.stroke((sink) => trace(sink, placed), style);
  const room = width / Math.max(1, rows.to - rows.from - 1);
  if (!line.dots || (room <= DOT_ROOM && rows.to - rows.from > 1)) return;
  for (let row = rows.from; row < rows.to; row++) {
    const at = toY(y[row]);
    if (Number.isFinite(at)) pen.dot(toX(x[row]), at, 2.5, { color, alpha });
  }
}

/** @param {Pen} pen @param {number} at @param {Drawn} drawn */
function drawJump(pen, at, { box, scene, ink }) {
  const x = crisp(xScale(box, scene.x.window).to(at));
  const style = { color: ink.jump, width: 1, dash: [1, 3], alpha: 0.45 };
  pen.stroke((sink) => {
    sink.moveTo(x, box.top);
    sink.lineTo(x, box.top + box.height);
  }, style);
}

/** Beside the fall, where the next one leaves room. @param {Pen} pen @param {Drawn} drawn */
function drawJumpWords(pen, { box, scene, domain, band, ink }) {
  const x = xScale(box, scene.x.window);
  const y = yScale(box, domain, band.log);
  let taken = box.left;
  for (const { x: at, value, text } of scene.jumps) {
    const left = x.to(at) + 4;
    const width = pen.measure(text, { size: SIZE });
    const inside = left > box.left && left + width < box.left + box.width;
    if (!inside || left < taken) continue;
    taken = left + width + 4;
    const height = Math.min(box.top + box.height - 6, Math.max(box.top + 6, y.to(value) - 8));
    pen.text(left, height, text, { size: SIZE, color: ink.jumpText, halo: ink.paper });
  }
}

/** How much lower than its line's end a label stands. */
const LIFTS = { right: 0, above: -12, below: 13 };

/** @param {Pen} pen @param {Drawn} drawn */
function drawLabels(pen, drawn) {
  const { box, scene, domain, band, ink } = drawn;
  const [min, max] = scene.x.window;
  const shown = band.labels.filter(({ value, x }) => Number.isFinite(value) && x >= min);
  if (shown.length === 0) return;
  const toX = xScale(box, scene.x.window).to;
  const toY = yScale(box, domain, band.log).to;
  const bottom = box.top + box.height;
  const points = shown.map(({ x, value }) => ({
    x: toX(Math.min(x, max)),
    y: Math.min(bottom, Math.max(box.top, toY(value))),
  }));
  const wanted = points.map(({ y }, index) => y + LIFTS[shown[index].place ?? 'right']);
  const heights = spreadLabels(wanted, SIZE + 4, box.top, bottom - 4);
  shown.forEach((label, index) => {
    const { x, y } = points[index];
    if (label.dot && label.x <= max) pen.dot(x, y, 3.5, { color: label.dot, rim: ink.paper });
    writeLabel(pen, label, x, heights[index], drawn);
  });
}

/**
 * Beside the end of the line, or where the edge is near, before it.
 *
 * @param {Pen} pen
 * @param {import('./types.js').EndLabel} label
 * @param {number} x
 * @param {number} y
 * @param {Drawn} drawn
 */
function writeLabel(pen, label, x, y, { edge, ink }) {
  const type = { size: SIZE, weight: 600 };
  const width = pen.measure(label.text, type);
  const beside = (label.place ?? 'right') === 'right';
  const gap = beside ? 9 : 0;
  const fits = x + gap + width <= edge - 2;
  const left = fits ? x + gap : Math.min(x, edge - 4) - width;
  const top = fits || !beside ? y : y - 12;
  pen.text(left, top, label.text, { ...type, color: label.color, halo: ink.paper });
}
