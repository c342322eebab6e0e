// Numbers as colours.

import { describe, expect, it } from 'vitest';
import {
  divergingScale,
  largestOf,
  paintBytes,
  paintColors,
  paintDiverging,
  rangeOf,
} from '../../../web/plot/pixels.js';
import { createFormat } from '../../../web/locales/format.js';

const rgb = (/** @type {Uint8ClampedArray} */ pixels, /** @type {number} */ at) =>
  Array.from(pixels.subarray(4 * at, 4 * at + 3));

describe('numbers as colours', () => {
  const scale = divergingScale(['#0000ff', ' #fff', '#ff8000']);

  it('go from one colour through that of zero to the other, and no further', () => {
    const pixels = new Uint8ClampedArray(4 * 6);
    const values = [-2, -1, 0, 1, 2, NaN];
    paintDiverging(pixels, { values, offset: 0, stride: 1, count: 6 }, 2, scale);
    expect(rgb(pixels, 0)).toEqual([0, 0, 255]);
    expect(rgb(pixels, 2)).toEqual([255, 255, 255]);
    expect(rgb(pixels, 4)).toEqual([255, 128, 0]);
    expect(rgb(pixels, 5)).toEqual([255, 255, 255]);
    expect(rgb(pixels, 1)[0]).toBeGreaterThan(120);
    expect(rgb(pixels, 1)[0]).toBeLessThan(135);
    paintDiverging(pixels, { values, offset: 0, stride: 1, count: 6 }, 1, scale);
    expect(rgb(pixels, 0)).toEqual([0, 0, 255]);
    paintDiverging(pixels, { values, offset: 0, stride: 1, count: 6 }, 0, scale);
    expect(rgb(pixels, 4)).toEqual([255, 255, 255]);
  });

  it('are taken from their place in the tensor', () => {
    const values = [0, 5, 0, -5]; // two pixels of two channels
    const plane = { values, offset: 1, stride: 2, count: 2 };
    expect(rangeOf(plane)).toEqual({ low: -5, high: 5 });
    expect(largestOf([1, -7, 3])).toBe(7);
    const pixels = new Uint8ClampedArray(8);
    paintDiverging(pixels, plane, 5, scale);
    expect(rgb(pixels, 0)).toEqual([255, 128, 0]);
    expect(rgb(pixels, 1)).toEqual([0, 0, 255]);
  });

  it('become red, green and blue around grey', () => {
    const values = [1, 0, -1];
    const plane = (/** @type {number} */ offset) => ({ values, offset, stride: 3, count: 1 });
    const pixels = new Uint8ClampedArray(4);
    paintColors(pixels, [plane(0), plane(1), plane(2)], 1);
    expect(Array.from(pixels)).toEqual([255, 128, 0, 255]);
  });

  it('are bytes where they are an image', () => {
    const pixels = new Uint8ClampedArray(8);
    paintBytes(pixels, [9, 1, 2], 1, 1);
    expect([rgb(pixels, 0), rgb(pixels, 1)]).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    paintBytes(pixels, [1, 2, 3, 4, 5, 6], 3);
    expect([rgb(pixels, 0), rgb(pixels, 1)]).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('are written with the decimals that their scale needs', () => {
    const { scaled } = createFormat('en');
    expect([scaled(-0.0421, 1.7), scaled(9.316, 9.316), scaled(0, 1)]).toEqual([
      '\u22120.04',
      '9.32',
      '0.00',
    ]);
    expect([scaled(0.01234, 0.05), scaled(-123.4, 200), scaled(-0.001, 1)]).toEqual([
      '0.0123',
      '\u2212123',
      '0.00',
    ]);
  });
});
