// The chart as a figure for export: title, legend, and all bands. uPlot lays out the bands as on the screen, and the
// figure is drawn from its state.

import { crisp } from './annotations.js';
import { Band } from './band.js';
import { drawBand } from './svg_export.js';

/** @typedef {{words: string, color: string}} LegendEntry */

/**
 * @typedef {object} Figure
 * @property {number} width
 * @property {string} title
 * @property {string} subtitle
 * @property {LegendEntry[]} legend
 * @property {{name: string, title: string, about: string, height: number,
 *   format: (value: number) => string}[]} bands
 * @property {[string, string]} axisNames of the two rows of tick labels
 * @property {import('./types.js').Scene} scene
 * @property {import('./types.js').ChartInk & {strong: string, serif: string}} ink
 */

const EDGE = 24;
const HEAD = 88;
const BAND_TITLE = 20;
const GAP = 12;

/** @param {Figure} figure */
export function figureHeight({ bands }) {
  const all = bands.reduce((sum, { height }) => sum + BAND_TITLE + height + GAP, 0);
  return HEAD + all + EDGE - GAP;
}

/**
 * @param {import('./types.js').Pen} pen
 * @param {Figure} figure
 */
export function drawFigure(pen, figure) {
  const { width, bands, ink } = figure;
  const size = { width, height: figureHeight(figure) };
  pen.fill((sink) => traceBox(sink, size), { color: ink.paper });
  drawHead(pen, figure);
  let top = HEAD;
  bands.forEach((band, index) => {
    pen.shift(EDGE, top, () => drawOne(pen, figure, index));
    top += BAND_TITLE + band.height + GAP;
  });
}

/** @param {import('./types.js').PathSink} sink @param {{width: number, height: number}} size */
function traceBox(sink, { width, height }) {
  sink.moveTo(0, 0);
  sink.lineTo(width, 0);
  sink.lineTo(width, height);
  sink.lineTo(0, height);
  sink.closePath();
}

/** @param {import('./types.js').Pen} pen @param {Figure} figure @param {number} index of the band */
function drawOne(pen, figure, index) {
  const { width, bands, ink, scene } = figure;
  const { name, height, format } = bands[index];
  const axis = index === bands.length - 1;
  const options = { name, axis, format, jumpLabels: name === 'rate' };
  const size = { width: width - 2 * EDGE, height };
  const band = new Band(document.createElement('div'), options, { scene, ink, size });
  band.draw(scene, scene.bands[name].domain);
  drawTitle(pen, bands[index], band.area.left, BAND_TITLE / 2, ink);
  pen.shift(0, BAND_TITLE, () => {
    drawBand(pen, band);
    drawMarks(pen, band, figure, index === 0);
    if (axis) drawAxisNames(pen, band.area, figure);
  });
  band.destroy();
}

/** @param {import('./types.js').Pen} pen @param {Figure} figure */
function drawHead(pen, { title, subtitle, legend, width, ink }) {
  const left = EDGE;
  pen.text(left, 30, title, { size: 20, weight: 600, color: ink.strong, family: ink.serif });
  pen.text(left, 52, subtitle, { size: 12, color: ink.text });
  let x = left;
  for (const { words, color } of legend) {
    const type = { size: 12, color: ink.text };
    const end = x + 26 + pen.measure(words, type);
    if (end > width - EDGE) break;
    pen.stroke(
      (sink) => {
        sink.moveTo(x, 72);
        sink.lineTo(x + 18, 72);
      },
      { color, width: 2 },
    );
    pen.text(x + 26, 72, words, type);
    x = end + 24;
  }
}

/**
 * @param {import('./types.js').Pen} pen
 * @param {{title: string, about: string}} band
 * @param {number} left
 * @param {number} y
 * @param {Figure['ink']} ink
 */
function drawTitle(pen, { title, about }, left, y, ink) {
  const type = { size: 12, weight: 600 };
  pen.text(left, y, title, { ...type, color: ink.strong });
  pen.text(left + pen.measure(title, type) + 8, y, about, { size: 12, color: ink.faint });
}

/**
 * @param {import('./types.js').Pen} pen
 * @param {Band} band
 * @param {Figure} figure
 * @param {boolean} words
 */
function drawMarks(pen, band, { scene, ink }, words) {
  const { top, height } = band.area;
  const [min, max] = scene.x.visibleRange;
  for (const { x, text } of scene.marks) {
    if (x < min || x > max) continue;
    const at = crisp(band.xOf(x));
    pen.stroke(
      (sink) => {
        sink.moveTo(at, top);
        sink.lineTo(at, top + height);
      },
      { color: ink.faint, width: 1, dash: [3, 3] },
    );
    if (words) pen.text(at + 5, top + 6, text, { size: 11, color: ink.text, halo: ink.paper });
  }
}

/** @param {import('./types.js').Pen} pen @param {import('./types.js').Box} box @param {Figure} figure */
function drawAxisNames(pen, box, { axisNames, ink }) {
  const type = { size: 11, align: /** @type {const} */ ('right') };
  axisNames.forEach((name, row) => {
    const color = row === 0 ? ink.text : ink.faint;
    pen.text(box.left - 8, box.top + box.height + 12 + 16 * row, name, { ...type, color });
  });
}
