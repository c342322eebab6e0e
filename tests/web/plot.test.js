import { describe, expect, it } from 'vitest';
import { approach } from '../../web/plot/chart.js';
import {
  rowsWithin,
  traceArea,
  traceEnvelope,
  traceLine,
  traceSteps,
} from '../../web/plot/line_path.js';
import { emptyExtent, widenBy } from '../../web/plot/range_index.js';
import {
  accuracyDomain,
  epochTicks,
  linearTicks,
  logDomain,
  logTicks,
  spreadLabels,
} from '../../web/plot/scales.js';
import { sparkline } from '../../web/plot/sparkline.js';

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
const onPixels = (x, y) => ({ x, y, toX: same, toY: same, rows: all(x) });

/** @param {ArrayLike<number>[]} columns */
function extentOf(...columns) {
  const extent = emptyExtent();
  for (const column of columns) widenBy(column, extent);
  return extent;
}

describe('traceLine', () => {
  it('draws a few points a pixel however many there are, and loses no extreme', () => {
    const count = 100_000;
    const x = Float64Array.from({ length: count }, (_, index) => index);
    const y = Float64Array.from(x, (value) => Math.sin(value));
    y[54_321] = 50;
    y[77_777] = -50;
    const sink = recorder();
    const toX = (/** @type {number} */ value) => (value / count) * 900;
    const drawn = traceLine(sink, { x, y, toX, toY: same, rows: all(x) });
    expect(drawn).toBeLessThanOrEqual(4 * 900);
    const heights = sink.points.map(([, , height]) => height);
    expect(Math.max(...heights)).toBe(50);
    expect(Math.min(...heights)).toBe(-50);
  });

  it('draws every point where there is room', () => {
    const sink = recorder();
    traceLine(sink, onPixels([0, 10, 20], [1, 2, 3]));
    expect(sink.points).toEqual([
      ['M', 0, 1],
      ['L', 10, 2],
      ['L', 20, 3],
    ]);
  });

  it('breaks where there is no number', () => {
    const sink = recorder();
    traceLine(sink, onPixels([0, 1, 2, 3, 4], [1, Number.NaN, 3, Infinity, 5]));
    expect(sink.points.map(([letter]) => letter)).toEqual(['M', 'M', 'M']);
  });
});

describe('traceSteps', () => {
  it('holds a value until the next', () => {
    const sink = recorder();
    traceSteps(sink, onPixels([0, 10, 20], [100, 100, 50]));
    expect(sink.points).toEqual([
      ['M', 0, 100],
      ['L', 10, 100],
      ['L', 20, 100],
      ['L', 20, 50],
    ]);
  });
});

describe('traceEnvelope', () => {
  it('fills one rectangle a column, as far as the line reaches, without gaps', () => {
    /** @type {number[][]} */
    const rects = [];
    const toX = (/** @type {number} */ value) => value / 2;
    const placed = onPixels([0, 1, 2, 3, 4, 5], [10, 20, 5, 7, Number.NaN, 9]);
    traceEnvelope((...rect) => rects.push(rect), { ...placed, toX });
    expect(rects).toEqual([
      [0, 10, 1, 10],
      [1, 5, 1, 15],
      [2, 7, 1, 2],
    ]);
  });
});

describe('traceArea', () => {
  it('goes along the upper column and back along the lower, and leaves gaps', () => {
    const sink = { ...recorder(), closed: 0, closePath: () => void sink.closed++ };
    const low = [1, 2, Number.NaN, 4];
    const placed = onPixels([0, 1, 2, 3], []);
    traceArea(sink, { ...placed, low, high: [5, 6, 7, 8] });
    expect(sink.points).toEqual([
      ['M', 0, 5],
      ['L', 1, 6],
      ['L', 1, 2],
      ['L', 0, 1],
      ['M', 3, 8],
      ['L', 3, 4],
    ]);
    expect(sink.closed).toBe(2);
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
