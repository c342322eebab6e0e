import { describe, expect, it } from 'vitest';
import { approach } from '../../../web/plot/chart.js';
import { emptyExtent, widenBy } from '../../../web/plot/range_index.js';
import {
  accuracyDomain,
  epochTicks,
  linearTicks,
  logDomain,
  logTicks,
  spreadLabels,
} from '../../../web/plot/scales.js';
import { rowsWithin } from '../../../web/plot/visible_range.js';
import { sparkline } from '../../../web/plot/sparkline.js';
import { thinEnvelope, thinLine } from '../../../web/plot/downsampling.js';
import { traceArea, traceLine } from '../../../web/plot/trace_paths.js';
import { tracesOf } from '../../../web/plot/traces.js';

/** @typedef {[string, number, number]} Point */

function recorder() {
  /** @type {Point[]} */
  const points = [];
  return {
    points,
    moveTo: (/** @type {number} */ x, /** @type {number} */ y) => void points.push(['M', x, y]),
    lineTo: (/** @type {number} */ x, /** @type {number} */ y) => void points.push(['L', x, y]),
  };
}

const same = (/** @type {number} */ value) => value;

/** @param {ArrayLike<number>} x */
const all = (x) => ({ from: 0, to: x.length });

/** Where numbers are pixels. @param {ArrayLike<number>} x @param {ArrayLike<number>} y */
const onPixels = (x, y) => ({ x, y, toAxis: same, toPixel: same, rows: all(x) });

/** @param {ArrayLike<number>[]} columns */
function extentOf(...columns) {
  const extent = emptyExtent();
  for (const column of columns) widenBy(column, extent);
  return extent;
}

describe('thinLine', () => {
  it('leaves a few points a pixel however many there are, and loses no extreme', () => {
    const count = 100_000;
    const x = Float64Array.from({ length: count }, (_, index) => index);
    const y = Float64Array.from(x, (value) => Math.sin(value));
    y[54_321] = 50;
    y[77_777] = -50;
    const toPixel = (/** @type {number} */ value) => (value / count) * 900;
    const line = thinLine({ ...onPixels(x, y), toPixel });
    expect(line.x.length).toBeLessThanOrEqual(4 * 900);
    expect(Math.max(...line.y.map(Number))).toBe(50);
    expect(Math.min(...line.y.map(Number))).toBe(-50);
  });

  it('leaves every point where there is room, in the numbers of the axis', () => {
    const toAxis = (/** @type {number} */ value) => value / 10;
    expect(thinLine({ ...onPixels([0, 10, 20], [1, 2, 3]), toAxis })).toEqual({
      x: [0, 1, 2],
      y: [1, 2, 3],
    });
  });

  it('has gaps where there is no number', () => {
    const { y } = thinLine(onPixels([0, 1, 2, 3, 4], [1, Number.NaN, 3, Infinity, 5]));
    expect(y).toEqual([1, null, 3, null, 5]);
  });
});

describe('thinEnvelope', () => {
  it('reaches on each pixel as far as the line, with its way from the pixel before', () => {
    const toPixel = (/** @type {number} */ value) => value / 2;
    const placed = onPixels([0, 1, 2, 3, 4, 5], [10, 20, 5, 7, Number.NaN, 9]);
    expect(thinEnvelope({ ...placed, toPixel })).toEqual({
      x: [0, 2, 4, 5],
      low: [10, 5, null, 9],
      y: [20, 20, null, 9],
    });
  });
});

describe('the traces of a band', () => {
  const scene = /** @type {any} */ ({
    x: { visibleRange: [0, 10], across: { scale: 0.1, offset: 0 } },
    bands: {
      rate: {
        areas: [{ x: [0, 50, 100], low: [1, NaN, 3], high: [2, 3, 4], color: 'a' }],
        lines: [
          { x: [0, 50, 100], y: [1, 2, 3], color: 'b', dots: true, stepped: true },
          { x: [], y: [], color: 'c' },
          { x: [0, 40], y: [5, 6], color: 'd', across: { scale: 0.2, offset: 1 }, dash: [2, 4] },
        ],
      },
    },
  });

  it('are areas first, then lines, each where its columns lie on the axis', () => {
    const traces = tracesOf(scene, 'rate', { width: 200, grain: 1 });
    expect(traces.map(({ color }) => color)).toEqual(['a', 'b', 'd']);
    expect(traces[0]).toMatchObject({ x: [0, 5, 10], y: [2, null, 4], low: [1, null, 3] });
    expect(traces[1]).toMatchObject({ x: [0, 5, 10], dots: true, stepped: true });
    expect(traces[2]).toMatchObject({ x: [1, 9], y: [5, 6], dash: [2, 4], stepped: false });
  });

  it('have dots only where there is room', () => {
    const [, line] = tracesOf(scene, 'rate', { width: 20, grain: 1 });
    expect(line.dots).toBe(false);
  });
});

describe('a line on paper', () => {
  const paper = { toX: same, toY: same };

  /** @param {{x: number[], y: (number | null)[], stepped?: boolean}} given */
  function drawn({ stepped = false, ...columns }) {
    const sink = { ...recorder(), closePath: () => {} };
    traceLine(sink, /** @type {any} */ ({ ...columns, stepped }), paper);
    return sink.points;
  }

  it('breaks at gaps', () => {
    const letters = drawn({ x: [0, 1, 2, 3], y: [1, null, 3, 4] }).map(([letter]) => letter);
    expect(letters).toEqual(['M', 'M', 'L']);
  });

  it('of steps holds a value until the next', () => {
    expect(drawn({ x: [0, 10, 20], y: [100, 100, 50], stepped: true })).toEqual([
      ['M', 0, 100],
      ['L', 10, 100],
      ['L', 20, 100],
      ['L', 20, 50],
    ]);
  });
});

describe('an area on paper', () => {
  /** @param {boolean} stepped */
  function drawn(stepped) {
    const { moveTo, lineTo, points } = recorder();
    const area = { x: [0, 1, 2, 3], y: [5, 6, null, 8], low: [1, 2, null, 4], stepped };
    const closePath = () => void points.push(['Z', 0, 0]);
    traceArea({ moveTo, lineTo, closePath }, area, { toX: same, toY: same });
    return points.map(([letter, x, y]) => (letter === 'Z' ? letter : `${letter}${x} ${y}`));
  }

  it('goes along the upper edge and back along the lower, between gaps', () => {
    expect(drawn(false).join()).toBe('M0 5,L1 6,L1 2,L0 1,Z,M3 8,L3 4,Z');
  });

  it('of steps holds its values until the next', () => {
    expect(drawn(true).join()).toBe('M0 5,L1 5,L1 6,L1 2,L1 1,L0 1,Z,M3 8,L3 4,Z');
  });
});

describe('rowsWithin', () => {
  it('gives the rows in sight and one more on either side', () => {
    expect(rowsWithin([0, 10, 20, 30, 40], 15, 25)).toEqual({ from: 1, to: 4 });
    expect(rowsWithin([], 0, 1)).toEqual({ from: 0, to: 0 });
  });
});

describe('domains', () => {
  it('of a logarithmic axis hold everything above zero, between round ends', () => {
    expect(logDomain(extentOf([0.1, 0.01, 0, 0.001]), [1, 2])).toEqual([0.0005, 0.2]);
    expect(logDomain(extentOf([], [0]), [0.001, 1])).toEqual([0.001, 1]);
    expect(logDomain(extentOf([1e-20, 1]), [1, 2])[0]).toBeGreaterThan(1e-9);
    expect(logDomain(extentOf([Number.NaN, Infinity, 0.1]), [1, 2])).toEqual([0.05, 0.2]);
  });

  it('of accuracy show the whole at first, then what there is to see', () => {
    expect(accuracyDomain(extentOf([]))).toEqual([0, 1]);
    expect(accuracyDomain(extentOf([0.86, 0.97]))).toEqual([0.8, 1]);
    expect(accuracyDomain(extentOf([0.993, 0.995]))).toEqual([0.99, 1]);
    expect(accuracyDomain(extentOf([0.1]))).toEqual([0, 1]);
  });

  it('move towards their target and arrive', () => {
    /** @type {[number, number]} */
    const target = [0.8, 1];
    let domain = /** @type {[number, number]} */ ([0, 1]);
    let frames = 0;
    while (domain !== target && frames < 200) {
      domain = approach(domain, target, 16, false);
      frames++;
    }
    expect(frames).toBeGreaterThan(5);
    expect(frames).toBeLessThan(60);
    expect(approach([0.1, 1], target, Infinity, true)).toBe(target);
  });
});

describe('ticks', () => {
  it('are decades, with parts where there is room', () => {
    expect(logTicks(0.0005, 0.2, 90)).toEqual([0.001, 0.01, 0.1]);
    expect(logTicks(0.05, 0.2, 90)).toEqual([0.05, 0.1, 0.2]);
    expect(logTicks(1e-8, 1, 90)).toEqual([1e-8, 1e-6, 1e-4, 0.01, 1]);
    expect(logTicks(0, 1, 90)).toEqual([]);
  });

  it('are round numbers on a plain axis', () => {
    expect(linearTicks(0.8, 1, 5)).toEqual([0.8, 0.85, 0.9, 0.95, 1]);
    expect(linearTicks(0, 1, 2)).toEqual([0, 0.5, 1]);
  });

  it('lie at ends of epochs', () => {
    expect(epochTicks(3750, 125, 4)).toEqual([0, 1250, 2500, 3750]);
    expect(epochTicks(250, 125, 50)).toEqual([0, 125, 250]);
    expect(epochTicks(0, 125, 5)).toEqual([]);
  });
});

describe('spreadLabels', () => {
  it('leaves alone what does not touch', () => {
    expect(spreadLabels([10, 50], 15, 0, 100)).toEqual([10, 50]);
  });

  it('moves apart what does, in order, inside', () => {
    const [a, b, c] = spreadLabels([98, 97, 99], 15, 0, 100);
    expect(b).toBeLessThan(a);
    expect(a).toBeLessThan(c);
    expect(c).toBeLessThanOrEqual(100);
    expect(c - a).toBeGreaterThan(14);
    expect(a - b).toBeGreaterThan(14);
  });
});

describe('sparkline', () => {
  it('draws from left to right, zero at the foot', () => {
    const { line, toY } = sparkline([1, 1, 0.5], { width: 100, height: 40 });
    expect(line.startsWith('M0.0 0.0')).toBe(true);
    expect(line.endsWith('L100.0 20.0')).toBe(true);
    expect(toY(0)).toBe(40);
  });
});
