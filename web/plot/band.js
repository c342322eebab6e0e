// One band of the chart: uPlot draws axes and lines, annotations are drawn over them. The dots of the cursor are
// elements, so that moving it needs no redraw.

import uPlot from 'uplot';
import { drawJumps, drawText } from './annotations.js';
import { canvasPen } from './canvas_pen.js';
import { cursorOptions, plotOptions } from './plot_options.js';
import { spreadLabels } from './scales.js';
import { putTraces, seriesOf, tracesOf } from './traces.js';

/** @typedef {import('./types.js').Scene} Scene */

/**
 * @typedef {object} BandOptions
 * @property {string} name
 * @property {boolean} axis whether the band shows the x axis
 * @property {boolean} jumpLabels whether jumps of the rate have labels
 * @property {(value: number) => string} format
 */

const VALUE_ROOM = 14;

/** Grain of saved figures, fine enough for print. */
const PRINT_GRAIN = 0.5;

export class Band {
  /** @type {import('./scales.js').Domain} */
  #domain;
  /** @type {import('./traces.js').Trace[]} */
  #traces = [];
  #dots = document.createElement('div');
  /** @type {HTMLElement[]} */
  #elements = [];
  #log = false;

  /**
   * @param {HTMLElement} host
   * @param {BandOptions} options
   * @param {{scene: Scene, ink: import('./types.js').ChartInk, size?: {width: number, height: number},
   *   pointing?: import('./plot_options.js').Pointing}} shown `size`: default: that of the host
   */
  constructor(host, options, { scene, ink, size, pointing }) {
    this.host = host;
    this.options = options;
    this.scene = scene;
    this.ink = ink;
    this.pointing = pointing;
    this.size = size;
    this.#domain = scene.bands[options.name].domain;
    this.#log = scene.bands[options.name].log;
    this.#dots.className = 'chart-dots';
    this.#dots.hidden = true;
    this.plot = this.#newPlot();
  }

  #newPlot() {
    const { options, pointing } = this;
    const shown = { scene: () => this.scene, domain: () => this.#domain, ink: () => this.ink };
    const plot = new uPlot(
      {
        ...plotOptions(options, { ...this.#paper(), log: this.#log }, shown),
        series: [{}, this.#newSeries()],
        cursor: pointing ? cursorOptions(pointing) : { show: false },
        hooks: {
          drawAxes: [(plot) => this.#annotate(plot, drawJumps)],
          draw: [(plot) => this.#annotate(plot, drawText)],
          setCursor: [(plot) => this.#report(plot)],
          setSelect: [(plot) => this.#choose(plot)],
        },
      },
      /** @type {any} */ ([null, [[], []]]),
      this.host,
    );
    plot.over.append(this.#dots);
    // Synchronously, because the next drawing reads the size.
    plot.batch(() => {});
    return plot;
  }

  #newSeries() {
    return seriesOf((at) => this.#traces[at - 1]);
  }

  #paper() {
    return {
      width: this.size?.width ?? Math.max(160, this.host.clientWidth),
      height: this.size?.height ?? Math.max(60, this.host.clientHeight),
    };
  }

  resize() {
    this.plot.setSize(this.#paper());
  }

  /** The plotting area, in CSS pixels from the upper left corner of the host. */
  get area() {
    const { left, top, width, height } = this.plot.bbox;
    const ratio = uPlot.pxRatio;
    return {
      left: left / ratio,
      top: top / ratio,
      width: width / ratio,
      height: height / ratio,
    };
  }

  /** A key of everything that the positions of steps and values depend on. */
  get scales() {
    const { left, top, width, height } = this.area;
    return [
      ...this.scene.x.visibleRange,
      ...this.#domain,
      this.#log,
      left,
      top,
      width,
      height,
    ].join();
  }

  /** The traces drawn now. */
  get traces() {
    return this.#traces;
  }

  /**
   * @param {Scene} scene
   * @param {import('./scales.js').Domain} domain to show, possibly during a transition to that of the scene
   */
  draw(scene, domain) {
    const { log } = scene.bands[this.options.name];
    this.scene = scene;
    this.#domain = domain;
    if (log !== this.#log) {
      this.#log = log;
      this.plot.destroy();
      this.plot = this.#newPlot();
    }
    const [min, max] = scene.x.visibleRange;
    this.plot.batch((/** @type {uPlot} */ plot) => {
      const paper = { width: this.area.width, grain: this.size ? PRINT_GRAIN : 1 / uPlot.pxRatio };
      this.#traces = tracesOf(scene, this.options.name, paper);
      putTraces(plot, this.#traces, () => this.#newSeries());
      plot.redraw(false, true);
      plot.setScale('x', { min, max });
      plot.setScale('y', { min: domain[0], max: domain[1] });
    });
    this.placeDots(scene);
  }

  /** Arguments of the functions that draw annotations. */
  get annotated() {
    const { name, jumpLabels } = this.options;
    const box = this.area;
    return {
      ...{ box, edge: this.plot.width, scene: this.scene, band: this.scene.bands[name] },
      ...{ jumpLabels, ink: this.ink },
      toX: (/** @type {number} */ x) => this.xOf(x),
      toY: (/** @type {number} */ value) => this.#yOf(value),
    };
  }

  /**
   * @param {uPlot} plot
   * @param {(pen: import('./types.js').AnnotationPen, annotated: import('./annotations.js').Annotated) => void} draw
   */
  #annotate({ ctx }, draw) {
    // uPlot draws first in its constructor.
    if (!this.plot) return;
    ctx.save();
    draw(canvasPen(ctx, { ratio: uPlot.pxRatio, font: this.ink.font }), this.annotated);
    ctx.restore();
  }

  /** @param {uPlot} plot */
  #report(plot) {
    if (!this.pointing || this.pointing.quiet) return;
    const { left = -1 } = plot.cursor;
    this.pointing.point(left < 0 ? null : plot.posToVal(left, 'x'));
  }

  /** @param {uPlot} plot */
  #choose(plot) {
    const { left, width } = plot.select;
    if (!(width > 0)) return;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.pointing?.choose(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
  }

  /** Moves the cursor of all bands to that of the scene. @param {Scene} scene */
  placeCursor({ cursor, x }) {
    const shown = cursor !== null && cursor >= x.visibleRange[0] && cursor <= x.visibleRange[1];
    // A selection in progress continues outside of the plot.
    if (!shown && this.plot.select.width > 0) return;
    const left = shown ? this.plot.valToPos(cursor, 'x') : -10;
    // The third argument, missing from the types, synchronises the other bands.
    const plot = /** @type {{setCursor: (place: object, fire: boolean, tell: boolean) => void}} */ (
      this.plot
    );
    plot.setCursor({ left, top: shown ? 0 : -10 }, false, true);
  }

  /** @param {Scene} scene */
  placeDots(scene) {
    const { cursor, x } = scene;
    const { dots } = scene.bands[this.options.name];
    const shown = cursor !== null && cursor >= x.visibleRange[0] && cursor <= x.visibleRange[1];
    this.#dots.hidden = !shown;
    if (!shown) return;
    const { top, height, width } = this.area;
    const left = this.plot.valToPos(cursor, 'x');
    this.#dots.style.transform = `translateX(${Math.round(left)}px)`;
    this.#dots.dataset.side = left > width / 2 ? 'left' : 'right';
    const tops = dots.map(({ value = Number.NaN }) =>
      value >= this.#domain[0] && value <= this.#domain[1] ? this.#yOf(value) - top : Number.NaN,
    );
    this.#placeDots(dots, tops, height);
  }

  /**
   * @param {import('./types.js').CursorDot[]} dots
   * @param {number[]} tops NaN if a dot is not visible
   * @param {number} height
   */
  #placeDots(dots, tops, height) {
    const worded = dots
      .map((_, index) => index)
      .filter((index) => dots[index].text && Number.isFinite(tops[index]));
    const wanted = worded.map((index) => tops[index]);
    const heights = spreadLabels(wanted, VALUE_ROOM, 0, height);
    dots.forEach(({ color, text = '' }, index) => {
      const element = (this.#elements[index] ??= this.#addDot());
      element.hidden = !Number.isFinite(tops[index]);
      if (element.hidden) return;
      element.style.color = color;
      element.style.transform = `translateY(${tops[index]}px)`;
      const words = /** @type {HTMLElement} */ (element.firstElementChild);
      if (words.textContent !== text) words.textContent = text;
      const at = worded.indexOf(index);
      if (at >= 0) words.style.transform = `translateY(${heights[at] - tops[index]}px)`;
    });
    for (const extra of this.#elements.slice(dots.length)) extra.hidden = true;
  }

  #addDot() {
    const element = document.createElement('span');
    element.className = 'chart-dot';
    element.append(document.createElement('span'));
    this.#dots.append(element);
    return element;
  }

  /** @param {number} x on the x axis @returns {number} CSS pixels from the left edge of the host */
  xOf(x) {
    return this.plot.valToPos(x, 'x') + this.area.left;
  }

  /** @param {number} value */
  #yOf(value) {
    return this.plot.valToPos(value, 'y') + this.area.top;
  }

  /**
   * @param {number} step
   * @param {number} value
   * @returns {{x: number, y: number}} CSS pixels from the upper left corner of the host
   */
  toPixel(step, value) {
    return { x: this.xOf(this.scene.x.toAxis(step)), y: this.#yOf(value) };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  fromPixel(x, y) {
    const { left, top } = this.area;
    return {
      step: this.scene.x.toStep(this.plot.posToVal(x - left, 'x')),
      value: this.plot.posToVal(y - top, 'y'),
    };
  }

  destroy() {
    this.plot.destroy();
  }
}
