// Options of uPlot for a band: axes and their ticks, scales, cursor and selection.

import { SIZE } from './annotations.js';
import { linearTicks, logTicks } from './scales.js';

/** @typedef {import('uplot')} Plot */

export const AXIS_WIDTH = 52;
const TOP = 10;
const BOTTOM = 8;
const FIRST_ROW = 22;
const SECOND_ROW = 16;
const LABEL_ROOM = 112;
const NARROW_LABEL_ROOM = 16;
const NARROW = 560;
const TICK_ROOM = 40;

/** Shorter drags count as clicks, in pixels. */
const SHORT = 5;

/** On narrow charts the labels are above the lines instead of beside them. @param {number} width */
const labelRoom = (width) => (width < NARROW ? NARROW_LABEL_ROOM : LABEL_ROOM);

/** Length of the x axis in pixels. @param {number} width */
export const plotWidth = (width) => Math.max(32, width - AXIS_WIDTH - labelRoom(width));

/** Length of the y axis in pixels. @param {number} height @param {boolean} axis */
const plotHeight = (height, axis) => height - TOP - (axis ? FIRST_ROW + SECOND_ROW : BOTTOM);

/**
 * @param {boolean} log
 * @param {number} low
 * @param {number} high
 * @param {number} pixels
 */
function valueTicks(log, low, high, pixels) {
  return log ? logTicks(low, high, pixels) : linearTicks(low, high, pixels / TICK_ROOM);
}

/**
 * The current state of a band.
 *
 * @typedef {object} Shown
 * @property {() => import('./types.js').Scene} scene
 * @property {() => import('./scales.js').Domain} domain of the values
 * @property {() => import('./types.js').ChartInk} ink
 */

/**
 * @param {import('./band.js').BandOptions} options
 * @param {{width: number, height: number, log: boolean}} paper
 * @param {Shown} shown
 * @returns {Omit<import('uplot').Options, 'series'>}
 */
export function plotOptions({ axis, format }, { width, height, log }, shown) {
  return {
    ...{ mode: 2, width, height, legend: { show: false, live: false } },
    padding: [TOP, (plot) => labelRoom(plot.width), axis ? 0 : BOTTOM, 0],
    scales: {
      x: { time: false, auto: false, range: () => shown.scene().x.visibleRange },
      y: {
        ...{ distr: log ? 3 : 1, auto: false, range: () => shown.domain() },
        // A rate of zero is drawn at the bottom.
        clamp: (_, __, min) => min,
      },
    },
    axes: axesOf({ axis, log, format }, shown),
  };
}

/**
 * @param {{axis: boolean, log: boolean, format: (value: number) => string}} options
 * @param {Shown} shown
 * @returns {import('uplot').Axis[]}
 */
function axesOf({ axis, log, format }, { scene, ink }) {
  const common = {
    font: `${SIZE}px ${ink().font}`,
    ticks: { show: false },
    // The scene provides the ticks and their labels.
    incrs: [1e12],
    filter: (/** @type {Plot} */ _, /** @type {number[]} */ splits) => splits,
  };
  const ticks = () => scene().x.ticks.map(({ at }) => at);
  const grid = { stroke: () => ink().grid, width: 1 };
  /** @type {import('uplot').Axis} */
  const first = {
    ...{ ...common, grid, size: axis ? FIRST_ROW : 0, gap: 6, splits: ticks },
    stroke: () => ink().text,
    values: () => scene().x.ticks.map(({ text }) => (axis ? text : null)),
  };
  /** @type {import('uplot').Axis} */
  const values = {
    ...{ ...common, scale: 'y', side: 3, grid, size: AXIS_WIDTH, gap: 8 },
    stroke: () => ink().text,
    splits: (plot, _, min, max) => valueTicks(log, min, max, plotHeight(plot.height, axis)),
    values: (_, splits) => splits.map(format),
  };
  /** @type {import('uplot').Axis} */
  const second = {
    ...{ ...common, scale: 'x', side: 2, grid: { show: false }, size: SECOND_ROW, gap: 0 },
    stroke: () => ink().faint,
    splits: ticks,
    values: () => scene().x.ticks.map(({ second: words }) => words),
  };
  return axis ? [first, values, second] : [first, values];
}

/**
 * Handlers of the pointer. Arguments are positions on the x axis.
 *
 * @typedef {object} Pointing
 * @property {string} together sync key of all bands of a chart
 * @property {(x: number) => number} snap nearest valid position of the cursor
 * @property {(x: number | null) => void} point
 * @property {(from: number, to: number) => void} choose
 * @property {() => void} showAll
 * @property {(event: MouseEvent) => boolean} takes whether the event is not for uPlot
 * @property {boolean} quiet true while the cursor is set by code: its events are ignored
 */

/**
 * One cursor for all bands, and a selection that sets the visible range.
 *
 * @param {Pointing} pointing
 * @returns {import('uplot').Cursor}
 */
export function cursorOptions({ together, snap, showAll, takes }) {
  return {
    y: false,
    points: { show: false },
    drag: { x: true, y: false, setScale: false, dist: SHORT },
    sync: { key: together, scales: ['x', null] },
    // Exact values come from the run, not from the downsampled lines.
    dataIdx: () => /** @type {any} */ (null),
    move(plot, left, top) {
      if (left < 0) return [left, top];
      const at = plot.valToPos(snap(plot.posToVal(left, 'x')), 'x');
      return [Math.min(plot.bbox.width / devicePixelRatio, Math.max(0, at)), top];
    },
    bind: {
      mousedown: (_, __, handle) => (event) => {
        if (event.button === 0 && !takes(event)) handle(event);
        return null;
      },
      // Between bands the cursor stays, as does a selection that is not dragged past an end.
      mouseleave: (plot, _, handle) => (event) => {
        const beyond = event.clientX <= plot.rect.left || event.clientX >= plot.rect.right;
        if (plot.select.width > 0 && beyond) handle(event);
        return null;
      },
      dblclick: () => () => {
        showAll();
        return null;
      },
    },
  };
}
