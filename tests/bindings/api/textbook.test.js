// The textbook's formulas through the bridge.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { errorOf } from '../sessions.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;

beforeAll(async () => {
  anneal = await loadAnneal();
});

const input = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];
const kernel = [
  [1, 2],
  [3, 4],
];

describe('convolve2d', () => {
  test('flips the kernel as in the textbook, unless cross-correlation is set', () => {
    const { output } = anneal.convolve2d({ input, kernel });
    expect(output).toEqual({ rows: 2, columns: 2, values: Float64Array.of(23, 33, 53, 63) });
    const other = anneal.convolve2d({ input, kernel, convention: 'cross_correlation' });
    expect([...other.output.values]).toEqual([37, 47, 67, 77]);
  });

  test('keeps every product, those with the zeros of the padding, too', () => {
    const { output, terms } = anneal.convolve2d({ input, kernel, padding: 'full', stride: 2 });
    expect(output.rows).toBe(2);
    expect(terms(0, 1)).toEqual([
      { m: 0, n: 0, row: 0, column: 2, x: 3, k: 1, product: 3 },
      { m: 0, n: 1, row: 0, column: 1, x: 2, k: 2, product: 4 },
      { m: 1, n: 0, row: -1, column: 2, x: 0, k: 3, product: 0 },
      { m: 1, n: 1, row: -1, column: 1, x: 0, k: 4, product: 0 },
    ]);
    for (const [i, j] of [0, 1].flatMap((i) => [0, 1].map((j) => [i, j]))) {
      const sum = terms(i, j).reduce((total, { product }) => total + product, 0);
      expect(sum).toBe(output.values[2 * i + j]);
    }
    expect(() => terms(2, 0)).toThrow('(2, 0) is not in an output of 2 x 2');
  });

  test('refuses an argument by its name', async () => {
    const cases = [
      [{ input, kernel, padding: 'some' }, 'padding', 'padding: expected "full"'],
      [{ input, kernel, stride: 0 }, 'stride', 'stride: expected a positive integer, got 0'],
      [{ input: [[1], [1, 2]], kernel }, 'input[1]', 'input[1]: expected 1 numbers'],
      [{ input: [[NaN]], kernel }, 'input[0][0]', 'input[0][0]: expected a number, got null'],
      [{ kernel }, 'input', 'input: missing'],
      [
        { input: Array.from({ length: 65 }, () => [0]), kernel: [[1]] },
        ...['input', 'input: expected at most 64 x 64, got 65 x 1'],
      ],
    ];
    for (const [settings, path, message] of cases) {
      const error = await errorOf(() => anneal.convolve2d(/** @type {any} */ (settings)));
      expect(error).toMatchObject({ kind: 'experiment', path });
      expect(error.message).toContain(message);
    }
  });
});

describe('pool2d', () => {
  test('shows each window and which of its members won', () => {
    const { output, members } = anneal.pool2d({ input, size: [2, 1], stride: 1 });
    expect(output).toEqual({ rows: 2, columns: 3, values: Float64Array.of(4, 5, 6, 7, 8, 9) });
    expect(members(1, 2)).toEqual([
      { m: 0, n: 0, row: 1, column: 2, x: 6, wins: false },
      { m: 1, n: 0, row: 2, column: 2, x: 9, wins: true },
    ]);
  });

  test('averages', () => {
    const { output, members } = anneal.pool2d({ input, kind: 'average' });
    expect([...output.values]).toEqual([3]);
    expect(members(0, 0).some(({ wins }) => wins)).toBe(false);
  });

  test('refuses a window that is larger than the input', async () => {
    const error = await errorOf(() => anneal.pool2d({ input, size: 4 }));
    expect(error.message).toBe("size: expected at most the input's 3 x 3, got 4 x 4");
  });
});
