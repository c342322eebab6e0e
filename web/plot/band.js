// One band of the chart: a canvas with its axes and lines, and over it the cursor with its dots, which
// moves without anything being painted anew.

import { canvasPen } from './canvas_pen.js';
import { drawBand } from './drawing.js';
import { linearTicks, logTicks, spreadLabels, xScale, yScale } from './scales.js';

/** @typedef {import('./types.js').Scene} Scene */

/**
 * @typedef {object} BandOptions
 * @property {string} name
 * @property {boolean} axis whether the x axis is written under it
 * @property {boolean} jumpWords whether the jumps of the rate are named in it
 * @property {(value: number) => string} format
 */

export const AXIS_WIDTH = 52;
const AXIS_HEIGHT = 38;
const TOP = 10;
const BOTTOM = 8;
const LABEL_ROOM = 112;
const NARROW_LABEL_ROOM = 16;
const NARROW = 560;
const TICK_ROOM = 40;
const VALUE_ROOM = 14;

/**
 * Where the lines go in a band of a size. On narrow paper the labels stand over the lines instead of
 * beside them.
 *
 * @param {number} width
 * @param {number} height
 * @param {boolean} axis
 * @returns {import('./types.js').Box}
 */
export function boxOf(width, height, axis) {
  const right = width < NARROW ? NARROW_LABEL_ROOM : LABEL_ROOM;
  return {
    left: AXIS_WIDTH,
    top: TOP,
    width: Math.max(32, width - AXIS_WIDTH - right),
    height: Math.max(16, height - TOP - (axis ? AXIS_HEIGHT : BOTTOM)),
  };
}

/**
 * @param {boolean} log
 * @param {import('./scales.js').Domain} domain
 * @param {number} pixels
 */
export function valueTicks(log, [low, high], pixels) {
  return log ? logTicks(low, high, pixels) : linearTicks(low, high, pixels / TICK_ROOM);
}

export class Band {
  /** @type {Scene | null} */
  #scene = null;
  /** @type {import('./scales.js').Domain} */
  #domain = [0, 1];
  /** @type {import('./types.js').ChartInk} */
  #ink;
  #canvas = document.createElement('canvas');
  #cursor = document.createElement('div');
  /** @type {HTMLElement[]} */
  #dots = [];
  /** @type {(import('./types.js').Pen & {clear: () => void}) | null} */
  #pen = null;
  #width = 0;
  #height = 0;

  /**
   * @param {HTMLElement} host
   * @param {BandOptions} options
   * @param {import('./types.js').ChartInk} ink
   */
  constructor(host, options, ink) {
    this.host = host;
    this.options = options;
    this.#ink = ink;
    this.#cursor.className = 'chart-cursor';
    this.#cursor.hidden = true;
    host.prepend(this.#canvas, this.#cursor);
    this.resize();
  }

  /** @param {import('./types.js').ChartInk} ink */
  setInk(ink) {
    this.#ink = ink;
    this.#pen = null;
  }

  resize() {
    this.#width = Math.max(160, this.host.clientWidth);
    this.#height = Math.max(60, this.host.clientHeight);
    this.#pen = null;
  }

  /** Where lines are drawn, in CSS pixels from the upper left corner of the host. */
  get area() {
    return boxOf(this.#width, this.#height, this.options.axis);
  }

  /** What the pixels of a step and a value hang on, as one string. */
  get scales() {
    const { left, top, width, height } = this.area;
    const window = this.#scene?.x.window ?? [0, 1];
    return [...window, ...this.#domain, this.#log, left, top, width, height].join();
  }

  get #log() {
    return this.#scene?.bands[this.options.name].log ?? false;
  }

  /**
   * @param {Scene} scene
   * @param {import('./scales.js').Domain} domain the one to show, on the way to the scene's
   */
  draw(scene, domain) {
    this.#scene = scene;
    this.#domain = domain;
    const pen = (this.#pen ??= this.#newPen());
    const { name, axis, jumpWords, format } = this.options;
    const box = this.area;
    const band = scene.bands[name];
    pen.clear();
    drawBand(pen, {
      ...{ box, scene, band, domain, format, axis, jumpWords, ink: this.#ink },
      edge: this.#width,
      ticks: valueTicks(band.log, domain, box.height),
    });
    this.placeCursor(scene);
  }

  #newPen() {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.#width, this.#height];
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    const ctx = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d'));
    const pen = canvasPen(ctx, { ratio, font: this.#ink.font });
    return { ...pen, clear: () => ctx.clearRect(0, 0, width, height) };
  }

  /** @param {Scene} scene */
  placeCursor(scene) {
    const { cursor, x } = scene;
    const { dots, log } = scene.bands[this.options.name];
    const shown = cursor !== null && cursor >= x.window[0] && cursor <= x.window[1];
    this.#cursor.hidden = !shown;
    if (!shown) return;
    const box = this.area;
    const left = xScale(box, x.window).to(cursor);
    this.#cursor.style.transform = `translateX(${Math.floor(left)}px)`;
    this.#cursor.dataset.side = left > box.left + box.width / 2 ? 'left' : 'right';
    const toY = yScale(box, this.#domain, log).to;
    const tops = dots.map(({ value = Number.NaN }) =>
      value >= this.#domain[0] && value <= this.#domain[1] ? toY(value) : Number.NaN,
    );
    this.#placeDots(dots, tops);
  }

  /**
   * @param {import('./types.js').CursorDot[]} dots
   * @param {number[]} tops NaN where a dot is out of sight
   */
  #placeDots(dots, tops) {
    const { top, height } = this.area;
    const worded = dots
      .map((_, index) => index)
      .filter((index) => dots[index].text && Number.isFinite(tops[index]));
    const wanted = worded.map((index) => tops[index]);
    const heights = spreadLabels(wanted, VALUE_ROOM, top, top + height);
    dots.forEach(({ color, text = '' }, index) => {
      const element = (this.#dots[index] ??= this.#addDot());
      element.hidden = !Number.isFinite(tops[index]);
      if (element.hidden) return;
      element.style.color = color;
      element.style.transform = `translateY(${tops[index]}px)`;
      const words = /** @type {HTMLElement} */ (element.firstElementChild);
      if (words.textContent !== text) words.textContent = text;
      const at = worded.indexOf(index);
      if (at >= 0) words.style.transform = `translateY(${heights[at] - tops[index]}px)`;
    });
    for (const extra of this.#dots.slice(dots.length)) extra.hidden = true;
  }

  #addDot() {
    const element = document.createElement('span');
    element.className = 'chart-dot';
    element.append(document.createElement('span'));
    this.#cursor.append(element);
    return element;
  }

  /** @param {number} x on the x axis */
  xOf(x) {
    return xScale(this.area, this.#scene?.x.window ?? [0, 1]).to(x);
  }

  /**
   * @param {number} step
   * @param {number} value
   * @returns {{x: number, y: number}} CSS pixels from the upper left corner of the host
   */
  toPixel(step, value) {
    const x = this.#scene?.x.toAxis(step) ?? step;
    return { x: this.xOf(x), y: yScale(this.area, this.#domain, this.#log).to(value) };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  fromPixel(x, y) {
    const at = xScale(this.area, this.#scene?.x.window ?? [0, 1]).from(x);
    return {
      step: this.#scene?.x.toStep(at) ?? at,
      value: yScale(this.area, this.#domain, this.#log).from(y),
    };
  }

  destroy() {
    this.#canvas.remove();
    this.#cursor.remove();
  }
}
