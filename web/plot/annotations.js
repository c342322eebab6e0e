// Annotations of a band: jumps of the rate, and labels at the ends of lines. On the screen they are drawn over
// uPlot's canvas, in a saved figure with the rest.

import { spreadLabels } from './scales.js';

/** @typedef {import('./types.js').AnnotationPen} Pen */

/** Font size of all annotations, in CSS pixels. */
export const SIZE = 11;

/**
 * @typedef {object} Annotated
 * @property {import('./types.js').Box} box plotting area
 * @property {number} edge right end of the canvas
 * @property {(x: number) => number} toX from x axis to pixels
 * @property {(value: number) => number} toY
 * @property {import('./types.js').Scene} scene
 * @property {import('./types.js').BandScene} band
 * @property {boolean} jumpLabels whether jumps have labels
 * @property {import('./types.js').ChartInk} ink
 */

/** Aligns a hairline to whole pixels. @param {number} at */
export const crisp = (at) => Math.floor(at) + 0.5;

/** Drawn below the lines. @param {Pen} pen @param {Annotated} annotated */
export function drawJumps(pen, { box, toX, scene, ink }) {
  const style = { color: ink.jump, width: 1, dash: [1, 3], alpha: 0.45 };
  for (const { x } of scene.jumps) {
    const at = crisp(toX(x));
    pen.stroke((sink) => {
      sink.moveTo(at, box.top);
      sink.lineTo(at, box.top + box.height);
    }, style);
  }
}

/** Drawn above the lines. @param {Pen} pen @param {Annotated} annotated */
export function drawText(pen, annotated) {
  if (annotated.jumpLabels) drawJumpLabels(pen, annotated);
  drawEndLabels(pen, annotated);
}

/** Beside the fall, where the next one leaves room. @param {Pen} pen @param {Annotated} annotated */
function drawJumpLabels(pen, { box, toX, toY, scene, ink }) {
  let taken = box.left;
  for (const { x: at, value, text } of scene.jumps) {
    const left = toX(at) + 4;
    const width = pen.measure(text, { size: SIZE });
    const inside = left > box.left && left + width < box.left + box.width;
    if (!inside || left < taken) continue;
    taken = left + width + 4;
    const height = Math.min(box.top + box.height - 6, Math.max(box.top + 6, toY(value) - 8));
    pen.text(left, height, text, { size: SIZE, color: ink.jumpText, halo: ink.paper });
  }
}

/** Vertical offset of a label from the end of its line. */
const LIFTS = { right: 0, above: -12, below: 13 };

/** @param {Pen} pen @param {Annotated} annotated */
function drawEndLabels(pen, annotated) {
  const { box, toX, toY, scene, band, ink } = annotated;
  const [min, max] = scene.x.visibleRange;
  const shown = band.labels.filter(({ value, x }) => Number.isFinite(value) && x >= min);
  if (shown.length === 0) return;
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
    writeLabel(pen, label, { x, y: heights[index] }, annotated);
  });
}

/**
 * Writes a label right of the end of its line, or left of it near the edge.
 *
 * @param {Pen} pen
 * @param {import('./types.js').EndLabel} label
 * @param {{x: number, y: number}} place
 * @param {Annotated} annotated
 */
function writeLabel(pen, label, { x, y }, { edge, ink }) {
  const type = { size: SIZE, weight: 600 };
  const width = pen.measure(label.text, type);
  const beside = (label.place ?? 'right') === 'right';
  const gap = beside ? 9 : 0;
  const fits = x + gap + width <= edge - 2;
  const left = fits ? x + gap : Math.min(x, edge - 4) - width;
  const top = fits || !beside ? y : y - 12;
  pen.text(left, top, label.text, { ...type, color: label.color, halo: ink.paper });
}
