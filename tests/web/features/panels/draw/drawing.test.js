// What is drawn, as an image of the data's kind.

import { describe, expect, it } from 'vitest';
import {
  centred,
  cover,
  backgroundOf,
  rasterize,
} from '../../../../../web/features/panels/draw/drawing_rasterizer.js';
import { createDrawing } from '../../../../../web/features/panels/draw/drawing_state.js';

const WHITE = [255, 255, 255];

/** @param {[number, number][]} points */
const stroke = (points, radius = 1.4, color = WHITE) => ({
  points: points.map(([x, y]) => ({ x, y })),
  radius,
  color,
});

const sheet = (/** @type {any} */ more) => ({
  shape: [28, 28, 1],
  background: [0, 0, 0],
  base: null,
  strokes: [],
  fit: true,
  ...more,
});

/**
 * @param {Uint8Array} bytes [28, 28, 1]
 * @param {number} background
 */
function measure(bytes, background = 0) {
  let [mass, x, y] = [0, 0, 0];
  const [rows, columns] = [new Set(), new Set()];
  bytes.forEach((byte, at) => {
    const share = Math.abs(byte - background);
    const [row, column] = [Math.floor(at / 28), at % 28];
    mass += share;
    x += share * (column + 0.5);
    y += share * (row + 0.5);
    if (share > 127) [rows.add(row), columns.add(column)];
  });
  return { x: x / mass, y: y / mass, height: rows.size, width: columns.size };
}

describe('coverage', () => {
  it('is whole within the pen, nothing beyond it, and between at its edge', () => {
    const coverage = cover(
      stroke(
        [
          [4, 4.5],
          [16, 4.5],
        ],
        1.25,
      ),
      9,
      20,
    );
    const column = Array.from({ length: 9 }, (_, row) => coverage[row * 20 + 10]);
    expect(column).toEqual([0, 0, 0, 0.75, 1, 0.75, 0, 0, 0]);
  });

  it('of a dot is a disc', () => {
    const coverage = cover(stroke([[5, 5]], 2), 10, 10);
    const area = coverage.reduce((sum, share) => sum + share, 0);
    expect(area).toBeGreaterThan(Math.PI * 4 * 0.95);
    expect(area).toBeLessThan(Math.PI * 4 * 1.05);
  });
});

describe('a drawing', () => {
  const one = stroke([
    [3, 3],
    [3, 9],
  ]);

  it('is brought to the size of a digit with its mass in the centre, wherever it was drawn', () => {
    const seven = stroke([
      [2, 2],
      [8, 2],
      [5, 10],
    ]);
    const large = stroke([
      [1, 1],
      [27, 1],
      [13, 27],
    ]);
    for (const strokes of [
      [seven],
      [large],
      [one],
      [
        seven,
        stroke([
          [3, 6],
          [7, 6],
        ]),
      ],
    ]) {
      const { x, y, height, width } = measure(rasterize(sheet({ strokes })));
      expect(x).toBeCloseTo(14, 0);
      expect(y).toBeCloseTo(14, 0);
      expect(Math.max(height, width)).toBeLessThanOrEqual(21);
      expect(Math.max(height, width)).toBeGreaterThanOrEqual(14);
    }
  });

  it('stays where it is unless that is asked for', () => {
    const { x, y } = measure(rasterize(sheet({ strokes: [one], fit: false })));
    expect(x).toBeCloseTo(3, 1);
    expect(y).toBeCloseTo(6, 1);
  });

  it('of a dot is not blown up', () => {
    expect(centred([stroke([[3, 3]])], 28, 28)[0].points[0]).toEqual({ x: 14, y: 14 });
  });

  it('is bright or dark on its background, within the range of bytes', () => {
    const black = stroke(
      [
        [3, 3],
        [3, 9],
      ],
      2,
      [0, 0, 0],
    );
    const bytes = rasterize(sheet({ strokes: [black], background: [240, 240, 240] }));
    expect(Math.min(...bytes)).toBe(0);
    expect(Math.max(...bytes)).toBe(240);
    expect(measure(bytes, 240).x).toBeCloseTo(14, 0);
  });

  it('has the colours of its brushes, the later over the earlier, for any size of image', () => {
    const strokes = [
      stroke(
        [
          [2, 4],
          [9, 4],
        ],
        2,
        [200, 10, 20],
      ),
      stroke(
        [
          [2, 4],
          [9, 4],
        ],
        1,
        [0, 100, 255],
      ),
    ];
    const bytes = rasterize(
      sheet({ shape: [8, 12, 3], background: [7, 8, 9], fit: false, strokes }),
    );
    expect(bytes).toHaveLength(8 * 12 * 3);
    const pixel = (/** @type {number} */ row, /** @type {number} */ column) =>
      Array.from(bytes.subarray((row * 12 + column) * 3, (row * 12 + column) * 3 + 3));
    expect(pixel(4, 5)).toEqual([0, 100, 255]);
    expect(pixel(2, 5)).toEqual([200, 10, 20]);
    expect(pixel(7, 11)).toEqual([7, 8, 9]);
  });

  it('over an image leaves it as it is elsewhere', () => {
    const base = Uint8Array.from({ length: 784 }, (_, i) => i % 251);
    const bytes = rasterize(sheet({ base, fit: false, strokes: [one] }));
    expect(bytes[27 * 28 + 20]).toBe(base[27 * 28 + 20]);
    expect(bytes[6 * 28 + 3]).toBe(255);
  });

  it('has the background of the images of the data', () => {
    const image = new Uint8Array(5 * 5 * 2).fill(9);
    image[2 * (2 * 5 + 2)] = 255; // the figure
    image[0] = 200; // a stray pixel
    expect(backgroundOf(image, [5, 5, 2])).toEqual([9, 9]);
  });
});

describe('the sheet', () => {
  it('takes strokes back one by one, and what was cleared or loaded too', () => {
    const drawing = createDrawing();
    expect(drawing.canUndo.value).toBe(false);
    drawing.begin({ x: 3, y: 3 });
    drawing.extend([{ x: 4, y: 4 }]);
    drawing.begin({ x: 9, y: 9 });
    const both = drawing.content.value;
    drawing.clear();
    expect(drawing.empty.value).toBe(true);
    drawing.load(new Uint8Array(784));
    expect(drawing.fits.value).toBe(false);
    drawing.undo();
    drawing.undo();
    expect(drawing.content.value).toBe(both);
    drawing.undo();
    expect(drawing.content.value.strokes.map(({ points }) => points.length)).toEqual([2]);
    drawing.undo();
    expect(drawing.empty.value).toBe(true);
    drawing.undo();
    expect(drawing.canUndo.value).toBe(false);
  });

  it('lets a drawing go when the images are of another size, and keeps it otherwise', () => {
    const drawing = createDrawing();
    drawing.begin({ x: 3, y: 3 });
    drawing.prepare([28, 28, 1], [0]);
    expect(drawing.empty.value).toBe(false);
    drawing.prepare([32, 32, 3], [240, 240, 240]);
    expect(drawing.empty.value).toBe(true);
    expect(drawing.bytes.value).toHaveLength(32 * 32 * 3);
    expect(drawing.color.value).toEqual([0, 0, 0]); // seen on a bright background
    expect(drawing.fit.value).toBe(false); // figures in colour fill their images
  });
});
