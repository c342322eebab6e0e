// The curve of a range test, drawn by uPlot: loss against rate, both logarithmic, with marked rates.

import uPlot from 'uplot';
import { SIZE, crisp } from './annotations.js';
import { canvasPen } from './canvas_pen.js';
import { logDomain, logTicks } from './scales.js';

/** @typedef {import('./scales.js').Domain} Domain */

/**
 * @typedef {object} RangeMark
 * @property {number} rate
 * @property {string} text label, left of the mark
 * @property {boolean} low whether the label is at the bottom
 * @property {string} color
 * @property {string} textColor
 * @property {number} width
 * @property {number[]} [dash]
 */

/**
 * @typedef {object} RangeScene
 * @property {number[]} rates ascending
 * @property {(number | null)[]} losses
 * @property {(number | null)[]} smooth
 * @property {Domain} range of the rates
 * @property {RangeMark[]} marks
 */

/** @typedef {import('./types.js').Ink & {line: string}} RangeInk */

const PADDING = { top: 16, right: 16 };
const LEFT = 44;
const FOOT = 28;

/**
 * The range of losses to show. Diverging losses are cut off, because they would flatten the rest.
 *
 * @param {(number | null)[]} smooth
 * @returns {Domain}
 */
export function lossDomain(smooth) {
  const numbers = smooth.filter((value) => value !== null && value > 0).map(Number);
  const [first = 1] = numbers;
  const shown = numbers.filter((value) => value < 4 * first);
  const [low, high] = [Math.min(Infinity, ...shown), Math.max(0, ...shown)];
  return logDomain({ low, high, positive: low }, [0.1, 5]);
}

/** Clamps values to the domain. @param {(number | null)[]} values @param {Domain} domain */
export const clamped = (values, [low, high]) =>
  values.map((value) => (value === null ? null : Math.min(high, Math.max(low, value))));

export class RangePlot {
  /** @type {RangeScene} */
  #scene;
  /** @type {Domain} */
  #losses;
  /** @type {ResizeObserver} */
  #observer;

  /**
   * @param {HTMLElement} host
   * @param {{scene: RangeScene, ink: RangeInk, format: (value: number) => string}} options
   */
  constructor(host, { scene, ink, format }) {
    this.host = host;
    this.ink = ink;
    this.format = format;
    this.#scene = scene;
    this.#losses = lossDomain(scene.smooth);
    this.plot = new uPlot(this.#options(), [[], [], []], host);
    this.#observer = new ResizeObserver(() => this.plot.setSize(this.#size()));
    this.#observer.observe(host);
    this.draw(scene);
  }

  #size() {
    return { width: Math.max(160, this.host.clientWidth), height: this.host.clientHeight || 240 };
  }

  /** @returns {uPlot.Options} */
  #options() {
    const common = {
      ...{ stroke: () => this.ink.text, font: `${SIZE}px ${this.ink.font}`, gap: 8 },
      ...{ grid: { stroke: () => this.ink.grid, width: 1 }, ticks: { show: false }, incrs: [1e12] },
      filter: (/** @type {uPlot} */ _, /** @type {number[]} */ splits) => splits,
      values: (/** @type {uPlot} */ _, /** @type {number[]} */ splits) => splits.map(this.format),
    };
    const line = { stroke: () => this.ink.line, points: { show: false }, spanGaps: true };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [PADDING.top, PADDING.right, 0, 0],
      scales: {
        x: { time: false, distr: 3, auto: false, range: () => this.#scene.range },
        y: { distr: 3, auto: false, range: () => this.#losses },
      },
      axes: [
        {
          ...{ ...common, size: FOOT },
          splits: ({ width }, _, min, max) =>
            logTicks(min, max, (width - LEFT - PADDING.right) / 2),
        },
        {
          ...{ ...common, size: LEFT },
          splits: ({ height }, _, min, max) => logTicks(min, max, height - PADDING.top - FOOT),
        },
      ],
      series: [
        {},
        { ...line, alpha: 0.3, width: 1, pxAlign: 0 },
        { ...line, width: 2, pxAlign: 0 },
      ],
      hooks: { draw: [(plot) => this.#drawMarks(plot)] },
    };
  }

  /** @param {RangeScene} scene */
  draw(scene) {
    this.#scene = scene;
    this.#losses = lossDomain(scene.smooth);
    const [low, high] = this.#losses;
    this.plot.batch((/** @type {uPlot} */ plot) => {
      const lines = [scene.losses, scene.smooth].map((values) => clamped(values, this.#losses));
      plot.setData(/** @type {uPlot.AlignedData} */ ([scene.rates, ...lines]), false);
      plot.setScale('x', { min: scene.range[0], max: scene.range[1] });
      plot.setScale('y', { min: low, max: high });
    });
  }

  /** @param {uPlot} plot */
  #drawMarks({ ctx, bbox, valToPos }) {
    const ratio = uPlot.pxRatio;
    const [left, top, height] = [bbox.left / ratio, bbox.top / ratio, bbox.height / ratio];
    ctx.save();
    const pen = canvasPen(ctx, { ratio, font: this.ink.font });
    for (const { rate, text, low, ...mark } of this.#scene.marks) {
      const x = crisp(left + valToPos(rate, 'x'));
      pen.stroke((sink) => {
        sink.moveTo(x, top);
        sink.lineTo(x, top + height);
      }, mark);
      const y = low ? top + height - 10 : top + 8;
      const type = { size: SIZE, weight: low ? 600 : 400, color: mark.textColor };
      pen.text(x - 6, y, text, { ...type, align: 'right', halo: this.ink.paper });
    }
    ctx.restore();
  }

  destroy() {
    this.#observer.disconnect();
    this.plot.destroy();
  }
}
