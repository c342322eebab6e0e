// A run of 100,000 steps: what is drawn is bounded by pixels, and what comes with a frame costs no more
// than itself.

import { describe, expect, it } from 'vitest';
import { RangeIndex, emptyExtent, widenBy } from '../../../../web/plot/range_index.js';
import { thinEnvelope, thinLine } from '../../../../web/plot/downsampling.js';
import { Smoother } from '../../../../web/features/training/smoothing.js';
import { JumpFinder } from '../../../../web/features/training/rate_jumps.js';

const COUNT = 100_000;
const PIXELS = 900;

/** Noise that is the same each time. */
function noise(length = COUNT) {
  let state = 1;
  return Float64Array.from({ length }, () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  });
}

const x = Float64Array.from({ length: COUNT }, (_, at) => at);
const toPixel = (/** @type {number} */ value) => (value / COUNT) * PIXELS;

describe('RangeIndex', () => {
  it('gives the extremes of any rows, as looking at each would', () => {
    const column = noise(5000);
    column[1234] = Number.NaN;
    column[77] = Infinity;
    column[4999] = 0;
    const index = new RangeIndex().update(column);
    for (const [from, to] of [
      [0, 5000],
      [1, 4999],
      [15, 17],
      [16, 4096],
      [1234, 1235],
      [4000, 4000],
    ]) {
      const extent = emptyExtent();
      index.widen(from, to, extent);
      const wanted = emptyExtent();
      widenBy(column, wanted, { from, to });
      expect(extent, `${from} to ${to}`).toEqual(wanted);
    }
  });

  it('looks at a few rows only, however long the column', () => {
    const index = new RangeIndex().update(noise());
    index.visited = 0;
    index.widen(3, COUNT - 3, emptyExtent());
    expect(index.visited).toBeLessThan(200);
  });

  it('costs only the new rows when a column grows, and begins anew when it is another', () => {
    const column = noise();
    const index = new RangeIndex().update(column.subarray(0, COUNT - 50));
    index.visited = 0;
    index.update(column);
    expect(index.visited).toBeLessThan(200);
    index.update(column, 1);
    expect(index.visited).toBeGreaterThan(COUNT);
    const other = column.map((value) => -value);
    const extent = emptyExtent();
    index.update(other, 2).widen(0, COUNT, extent);
    expect(extent.high).toBeLessThan(0);
  });
});

describe('a line of 100,000 points', () => {
  const y = noise();
  y[54_321] = 50;
  const rows = { from: 0, to: COUNT };
  const toAxis = (/** @type {number} */ value) => value;
  const placed = { x, y, toAxis, toPixel, rows };

  it('is a few points a pixel, the same with an index as without', () => {
    const plain = thinLine(placed);
    const indexed = thinLine({ ...placed, index: new RangeIndex().update(y) });
    expect(plain.x.length).toBeLessThanOrEqual(4 * PIXELS);
    expect(indexed).toEqual(plain);
    expect(Math.max(...plain.y.map(Number))).toBe(50);
  });

  it('with an index looks at no more rows than pixels allow', () => {
    let asked = 0;
    const counting = (/** @type {number} */ value) => (asked++, toPixel(value));
    const index = new RangeIndex().update(y);
    index.visited = 0;
    thinLine({ ...placed, index, toPixel: counting });
    expect(asked).toBeLessThanOrEqual(20 * PIXELS);
    expect(index.visited).toBeLessThan(60 * PIXELS);
  });

  it('as an envelope is one point a pixel, on a fine screen one for each of its dots', () => {
    const index = new RangeIndex().update(y);
    for (const grain of [1, 0.5]) {
      const fine = (/** @type {number} */ value) => toPixel(value) / grain;
      const { x: at } = thinEnvelope({ ...placed, index, toPixel: fine });
      expect(at.length).toBeLessThanOrEqual(PIXELS / grain);
      expect(at.length).toBeGreaterThan(0.99 * (PIXELS / grain));
    }
  });
});

describe('what grows with a frame', () => {
  it('is smoothed on from where it was', () => {
    const values = noise();
    const whole = new Smoother(0.99).append(values);
    const smoother = new Smoother(0.99);
    smoother.append(values.subarray(0, COUNT - 20));
    const last = smoother.append(values.subarray(COUNT - 20));
    expect([...last]).toEqual([...whole.subarray(COUNT - 20)]);
    expect(last.length).toBe(20);
  });

  it('is searched for jumps only where it is new', () => {
    const rates = new Float64Array(COUNT).fill(0.1).fill(0.01, COUNT - 5);
    const finder = new JumpFinder();
    finder.update(rates.subarray(0, COUNT - 10), 0, 125);
    let asked = 0;
    const watched = new Proxy(rates, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) asked++;
        return Reflect.get(target, key, target);
      },
    });
    expect(finder.update(watched, 0, 125)).toEqual([COUNT - 5]);
    expect(asked).toBeLessThan(200);
  });
});
