// The whole chart as one figure for paper: title, legend, and all bands below each other.

import { boxOf, valueTicks } from './band.js';
import { drawBand } from './drawing.js';
import { xScale } from './scales.js';

/** @typedef {{words: string, color: string}} LegendEntry */

/**
 * @typedef {object} Figure
 * @property {number} width
 * @property {string} title
 * @property {string} subtitle
 * @property {LegendEntry[]} legend
 * @property {{name: string, title: string, about: string, height: number,
 *   format: (value: number) => string}[]} bands
 * @property {[string, string]} axisNames of the two rows under the x axis
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
  const { width, bands, ink, scene } = figure;
  const height = figureHeight(figure);
  pen.rects((rect) => rect(0, 0, width, height), { color: ink.paper });
  drawHead(pen, figure);
  const inner = width - 2 * EDGE;
  let top = HEAD;
  bands.forEach((band, index) => {
    const axis = index === bands.length - 1;
    const place = boxOf(inner, band.height, axis);
    const box = { ...place, left: place.left + EDGE, top: top + BAND_TITLE + place.top };
    const shown = scene.bands[band.name];
    drawTitle(pen, band, box.left, top + BAND_TITLE / 2, ink);
    drawBand(pen, {
      ...{ box, scene, band: shown, domain: shown.domain, format: band.format, axis, ink },
      edge: width - EDGE / 2,
      ticks: valueTicks(shown.log, shown.domain, box.height),
      jumpWords: band.name === 'rate',
    });
    drawMarks(pen, box, figure, index === 0);
    if (axis) drawAxisNames(pen, box, figure);
    top += BAND_TITLE + band.height + GAP;
  });
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
 * @param {import('./types.js').Box} box
 * @param {Figure} figure
 * @param {boolean} words
 */
function drawMarks(pen, box, { scene, ink }, words) {
  const [min, max] = scene.x.window;
  for (const { x, text } of scene.marks) {
    if (x < min || x > max) continue;
    const at = Math.floor(xScale(box, scene.x.window).to(x)) + 0.5;
    pen.stroke(
      (sink) => {
        sink.moveTo(at, box.top);
        sink.lineTo(at, box.top + box.height);
      },
      { color: ink.faint, width: 1, dash: [3, 3] },
    );
    if (words) pen.text(at + 5, box.top + 6, text, { size: 11, color: ink.text, halo: ink.paper });
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
