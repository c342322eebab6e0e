// A heat map of histograms over time on a canvas, with one histogram as an outline at the right and a line of ratios
// below. Independent of runs.

import { drawCells } from './heat_cells.js';

/** @typedef {import('./value_axis.js').ValueAxis} ValueAxis */
/** @typedef {import('./colour_ramp.js').Triple} Triple */

/**
 * `quantiles` are ascending values; the middle one is the median.
 *
 * @typedef {object} HeatColumn
 * @property {number} step
 * @property {Float64Array} shares of the axis' cells
 * @property {number[]} quantiles
 */

/**
 * Horizontal positions of steps: 0 at the left end of the map, 1 at the right; others are not visible.
 *
 * @typedef {object} Across
 * @property {(step: number) => number} place
 * @property {(place: number) => number} step
 * @property {{place: number, text: string}[]} ticks
 */

/**
 * @typedef {object} HeatMapScene
 * @property {Across} across
 * @property {ValueAxis} axis
 * @property {(value: number) => string} format of a value
 * @property {HeatColumn[]} columns ascending by step
 * @property {number} full the share with the last colour of the ramp
 * @property {Triple[]} ramp
 * @property {Float64Array | undefined} outline shares of the cells
 * @property {{step: number, ratio: number}[]} ratios
 * @property {string} ratioTitle
 * @property {number} rule reference ratio, drawn as a line
 * @property {number | null} cursor step
 * @property {import('./types.js').Ink & {line: string}} ink
 */

/** In CSS pixels. The canvas is that high. */
export const HEAT_MAP_HEIGHT = 264;
const GUTTER = 52;
const OUTLINE = 56;
const GAP = 8;
const TOP = 8;
const MAP = 176;
const RATIO_TOP = TOP + MAP + 36;
const RATIO = 40;
const TYPE = 11;
/** Range of the ratio axis, as exponents of ten. */
const RATIO_DECADES = /** @type {const} */ ([-6, 0]);

/** @param {number} width of the canvas, in CSS pixels */
const mapWidth = (width) => Math.max(1, width - GUTTER - GAP - OUTLINE);

/**
 * The step and the value at a position of the canvas, in CSS pixels; no value outside of the map.
 *
 * @param {{width: number, across: Across, axis: ValueAxis}} scene
 * @param {number} x
 * @param {number} y
 */
export function heatMapAt({ width, across, axis }, x, y) {
  const share = (x - GUTTER) / mapWidth(width);
  const place = 1 - (y - TOP) / MAP;
  return {
    step: Math.round(across.step(Math.min(1, Math.max(0, share)))),
    value: place >= 0 && place <= 1 ? axis.value(place) : null,
  };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {HeatMapScene} scene
 */
export function drawHeatMap(canvas, scene) {
  const context = canvas.getContext('2d');
  const width = canvas.clientWidth;
  if (!context || width === 0) return;
  const ratio = devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(HEAT_MAP_HEIGHT * ratio);
  drawCells(context, scene, {
    left: Math.round(GUTTER * ratio),
    top: Math.round(TOP * ratio),
    width: Math.round(mapWidth(width) * ratio),
    height: Math.round(MAP * ratio),
  });
  context.scale(ratio, ratio);
  context.font = `${TYPE}px ${scene.ink.font}`;
  const toX = (/** @type {number} */ step) => GUTTER + scene.across.place(step) * mapWidth(width);
  const toY = (/** @type {number} */ value) => TOP + (1 - scene.axis.place(value)) * MAP;
  drawAxes(context, scene, width, toY);
  drawOutline(context, scene, width, toY);
  drawRatioAxis(context, scene, width);
  // Clips to the visible range.
  context.beginPath();
  context.rect(GUTTER, 0, mapWidth(width), HEAT_MAP_HEIGHT);
  context.clip();
  drawQuantiles(context, scene, toX, toY);
  drawRatios(context, scene, toX);
  drawCursor(context, scene, toX);
}

/** Position of a ratio, in CSS pixels. @param {number} ratio */
function ratioToY(ratio) {
  const [low, high] = RATIO_DECADES;
  const share = (Math.log10(Math.max(ratio, 10 ** low)) - low) / (high - low);
  return RATIO_TOP + (1 - Math.min(1, share)) * RATIO;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {number} width
 * @param {(value: number) => number} toY
 */
function drawAxes(context, { across, axis, format, ink }, width, toY) {
  context.fillStyle = ink.text;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  let last = Infinity;
  for (const tick of axis.ticks) {
    const y = toY(tick);
    if (last - y < TYPE + 2) continue;
    last = y;
    context.fillText(format(tick), GUTTER - 8, y);
    line(context, ink.grid, [GUTTER - 4, y, GUTTER, y]);
  }
  context.fillStyle = ink.faint;
  context.textBaseline = 'top';
  for (const { place, text } of across.ticks) {
    const x = GUTTER + place * mapWidth(width);
    context.textAlign = x > GUTTER + mapWidth(width) - 16 ? 'right' : 'center';
    context.fillText(text, x, TOP + MAP + 4);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} color
 * @param {[number, number, number, number]} ends
 * @param {number[]} [dash]
 */
function line(context, color, [fromX, fromY, toX, toY], dash = []) {
  context.beginPath();
  context.setLineDash(dash);
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {(step: number) => number} toX
 * @param {(value: number) => number} toY
 */
function drawQuantiles(context, { columns, ink }, toX, toY) {
  const count = columns[0]?.quantiles.length ?? 0;
  for (let index = 0; index < count; index++) {
    const path = new Path2D();
    columns.forEach(({ step, quantiles }, at) => {
      const [x, y] = [toX(step), toY(quantiles[index])];
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    const median = 2 * index === count - 1;
    context.lineJoin = 'round';
    context.strokeStyle = ink.paper;
    context.lineWidth = median ? 3.5 : 2.5;
    context.stroke(path);
    context.strokeStyle = ink.line;
    context.lineWidth = median ? 1.5 : 0.75;
    context.stroke(path);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {number} width
 * @param {(value: number) => number} toY
 */
function drawOutline(context, { outline, axis, ink }, width, toY) {
  const left = GUTTER + mapWidth(width) + GAP;
  line(context, ink.grid, [left, TOP, left, TOP + MAP]);
  if (!outline) return;
  const largest = Math.max(...outline);
  if (largest === 0) return;
  const path = new Path2D();
  path.moveTo(left, toY(axis.edges[0]));
  outline.forEach((share, cell) => {
    const x = left + (share / largest) * (OUTLINE - 2);
    path.lineTo(x, toY(axis.edges[cell]));
    path.lineTo(x, toY(axis.edges[cell + 1]));
  });
  path.lineTo(left, toY(axis.edges[outline.length]));
  context.fillStyle = ink.grid;
  context.fill(path);
  context.strokeStyle = ink.line;
  context.lineWidth = 1;
  context.stroke(path);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {number} width
 */
function drawRatioAxis(context, { ratioTitle, rule, format, ink }, width) {
  const [low, high] = RATIO_DECADES;
  const right = GUTTER + mapWidth(width);
  line(context, ink.faint, [GUTTER, ratioToY(rule), right, ratioToY(rule)], [3, 3]);
  context.fillStyle = ink.text;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const value of [10 ** low, rule, 10 ** high]) {
    context.fillText(format(value), GUTTER - 8, ratioToY(value));
  }
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(ratioTitle, GUTTER, RATIO_TOP - 2);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {(step: number) => number} toX
 */
function drawRatios(context, { ratios, ink }, toX) {
  const path = new Path2D();
  ratios.forEach(({ step, ratio }, index) => {
    if (index === 0) path.moveTo(toX(step), ratioToY(ratio));
    else path.lineTo(toX(step), ratioToY(ratio));
  });
  context.strokeStyle = ink.line;
  context.lineWidth = 1.25;
  context.stroke(path);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {(step: number) => number} toX
 */
function drawCursor(context, { cursor, ink }, toX) {
  if (cursor === null) return;
  const x = Math.round(toX(cursor)) + 0.5;
  line(context, ink.text, [x, TOP, x, TOP + MAP]);
  line(context, ink.text, [x, RATIO_TOP, x, RATIO_TOP + RATIO]);
}
