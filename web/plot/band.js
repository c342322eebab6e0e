// One band of the chart: a uPlot of its own for axes, scales and cursor, with lines that each have
// their own x, drawn by us. It leaves the data of uPlot empty: what is drawn is in the scene.

import uPlot from 'uplot';
import { drawArea, drawLabels, drawLine } from './drawing.js';

/** @typedef {import('./types.js').BandScene} BandScene */

/**
 * @typedef {object} BandOptions
 * @property {string} name
 * @property {boolean} log
 * @property {boolean} axis whether the x axis is written under it
 * @property {(min: number, max: number, pixels: number) => number[]} ticks
 * @property {(value: number) => string} format
 * @property {(step: number) => string} formatStep
 * @property {(steps: number, stepsPerEpoch: number, pixels: number) => number[]} epochTicks
 * @property {(step: number | null) => void} onCursor
 */

export const AXIS_WIDTH = 52;
const LABEL_ROOM = 112;
const NARROW_LABEL_ROOM = 16;
const NARROW = 560;
const FONT_SIZE = 11;

export class Band {
  /** @type {BandScene} */
  #scene = { domain: [0, 1], lines: [], labels: [], dots: [] };
  /** @type {import('./scales.js').Domain} */
  #domain = [0, 1];
  #steps = 1;
  #stepsPerEpoch = 1;
  /** @type {import('./types.js').Ink} */
  #ink;
  /** @type {HTMLElement[]} */
  #dots = [];

  /**
   * @param {HTMLElement} host
   * @param {BandOptions} options
   * @param {import('./types.js').Ink} ink
   */
  constructor(host, options, ink) {
    this.host = host;
    this.options = options;
    this.#ink = ink;
    if (options.log) this.#domain = [0.1, 1];
    const { width, height } = sizeOf(host);
    this.plot = new uPlot(
      this.#plotOptions(width, height),
      [
        [0, 1],
        [null, null],
      ],
      host,
    );
  }

  /** @param {import('./types.js').Ink} ink */
  setInk(ink) {
    this.#ink = ink;
  }

  resize() {
    const size = sizeOf(this.host);
    if (size.width !== this.plot.width || size.height !== this.plot.height) this.plot.setSize(size);
  }

  /**
   * @param {import('./types.js').Scene} scene
   * @param {import('./scales.js').Domain} domain the one to show, on the way to the scene's
   */
  draw(scene, domain) {
    this.#scene = scene.bands[this.options.name];
    this.#domain = domain;
    this.#steps = Math.max(1, scene.steps);
    this.#stepsPerEpoch = Math.max(1, scene.stepsPerEpoch);
    this.plot.redraw(true, false);
    this.placeCursor(scene.cursor);
  }

  /** @param {number | null} step */
  placeCursor(step) {
    const left = step === null ? -10 : this.plot.valToPos(step, 'x');
    this.plot.setCursor({ left, top: 1 }, false);
    this.#scene.dots.forEach((dot, index) => {
      const element = (this.#dots[index] ??= this.#addDot());
      const { value } = dot;
      const shown = step !== null && value !== undefined && this.#inside(value);
      element.hidden = !shown;
      if (!shown) return;
      element.style.borderColor = dot.color;
      element.style.transform = `translate(${left}px, ${this.plot.valToPos(value, 'y')}px)`;
    });
    for (const extra of this.#dots.slice(this.#scene.dots.length)) extra.hidden = true;
  }

  /** @param {number} step @returns {number} CSS pixels from the left edge of the host */
  xOf(step) {
    return this.plot.valToPos(step, 'x') + this.plot.bbox.left / uPlot.pxRatio;
  }

  /**
   * @param {number} step
   * @param {number} value
   * @returns {{x: number, y: number}} CSS pixels from the upper left corner of the host
   */
  toPixel(step, value) {
    const { top } = this.#inset();
    return { x: this.xOf(step), y: this.plot.valToPos(value, 'y') + top };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  fromPixel(x, y) {
    const { left, top } = this.#inset();
    return { step: this.plot.posToVal(x - left, 'x'), value: this.plot.posToVal(y - top, 'y') };
  }

  /** Where lines are drawn, in CSS pixels from the upper left corner of the host. */
  get area() {
    const { width, height } = this.plot.bbox;
    const ratio = uPlot.pxRatio;
    return { ...this.#inset(), width: width / ratio, height: height / ratio };
  }

  /** What the pixels of a step and a value hang on, as one string. */
  get scales() {
    const { left, top, width, height } = this.area;
    return [this.#steps, ...this.#domain, left, top, width, height].join();
  }

  destroy() {
    this.plot.destroy();
  }

  #inset() {
    const { left, top } = this.plot.bbox;
    return { left: left / uPlot.pxRatio, top: top / uPlot.pxRatio };
  }

  /** @param {number} value */
  #inside(value) {
    return value >= this.#domain[0] && value <= this.#domain[1];
  }

  #addDot() {
    const element = document.createElement('span');
    element.className = 'chart-dot';
    this.plot.over.append(element);
    return element;
  }

  /**
   * @param {number} width
   * @param {number} height
   * @returns {uPlot.Options}
   */
  #plotOptions(width, height) {
    const { log } = this.options;
    return {
      width,
      height,
      legend: { show: false },
      padding: [10, () => labelRoom(this.host.clientWidth), this.options.axis ? 0 : 8, 0],
      cursor: {
        y: false,
        drag: { x: false, y: false, setScale: false },
        points: { show: false },
        move: (plot, left, top) => [this.#snap(plot, left), top],
      },
      scales: {
        x: { time: false, range: () => [0, this.#steps] },
        y: { distr: log ? 3 : 1, range: () => this.#domain },
      },
      series: [{}, { show: false }],
      axes: this.#axes(),
      hooks: {
        draw: [(plot) => this.#paint(plot)],
        setCursor: [(plot) => this.#report(plot)],
      },
    };
  }

  /** @returns {uPlot.Axis[]} */
  #axes() {
    const { axis, ticks, format, formatStep, epochTicks } = this.options;
    const hair = { stroke: () => this.#ink.grid, width: 1 };
    const font = `${FONT_SIZE}px ${this.#ink.font}`;
    const atEpochs = () => epochTicks(this.#steps, this.#stepsPerEpoch, this.plot.over.clientWidth);
    const common = { font, ticks: { show: false }, gap: 6 };
    /** @type {uPlot.Axis} */
    const epochs = {
      ...common,
      stroke: () => this.#ink.text,
      grid: hair,
      size: axis ? 22 : 0,
      splits: atEpochs,
      values: (_, splits) =>
        splits.map((step) => (axis ? formatStep(Math.round(step / this.#stepsPerEpoch)) : '')),
    };
    /** @type {uPlot.Axis} */
    const steps = {
      ...common,
      stroke: () => this.#ink.faint,
      grid: { show: false },
      size: 16,
      gap: 0,
      splits: atEpochs,
      values: (_, splits) => splits.map(formatStep),
    };
    /** @type {uPlot.Axis} */
    const values = {
      ...common,
      stroke: () => this.#ink.text,
      grid: hair,
      gap: 8,
      size: AXIS_WIDTH,
      splits: (plot, _, min, max) => ticks(min, max, plot.over.clientHeight),
      filter: (_, splits) => splits,
      values: (_, splits) => splits.map(format),
    };
    return axis ? [epochs, values, { ...steps, scale: 'x', side: 2 }] : [epochs, values];
  }

  /**
   * @param {uPlot} plot
   * @param {number} left
   */
  #snap(plot, left) {
    if (left < 0) return left;
    return plot.valToPos(Math.round(plot.posToVal(left, 'x')), 'x');
  }

  /** @param {uPlot} plot */
  #report(plot) {
    const left = plot.cursor.left ?? -1;
    this.options.onCursor(left < 0 ? null : Math.round(plot.posToVal(left, 'x')));
  }

  /** @param {uPlot} plot */
  #paint(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top - 2, bbox.width, bbox.height + 4);
    ctx.clip();
    for (const area of this.#scene.areas ?? []) drawArea(plot, area, this.#domain);
    for (const line of this.#scene.lines) drawLine(plot, line, this.#domain);
    ctx.restore();
    drawLabels(plot, this.#scene.labels, this.#domain, this.#ink, FONT_SIZE);
  }
}

/** @param {HTMLElement} host */
function sizeOf(host) {
  return { width: Math.max(160, host.clientWidth), height: Math.max(60, host.clientHeight) };
}

/** On narrow screens the labels stand over the lines instead of beside them. @param {number} width */
function labelRoom(width) {
  return width < NARROW ? NARROW_LABEL_ROOM : LABEL_ROOM;
}
