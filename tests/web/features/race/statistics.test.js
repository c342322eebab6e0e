// Means, spreads and paired differences against published numbers.
//
// Critical values of t: NIST/SEMATECH e-Handbook, 1.3.6.7.2. Student's sleep data: Student 1908, "The
// probable error of a mean", Biometrika 6, as R prints them for t.test(extra ~ group, paired = TRUE).

import { describe, expect, it } from 'vitest';
import {
  bandOf,
  criticalT,
  deviation,
  halfInterval,
  mean,
  pairedDifference,
  shareWithin,
} from '../../../../web/features/race/statistics.js';

const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('mean and deviation', () => {
  it('are those of the sample', () => {
    // By hand: mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(deviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect([mean(first), mean(second)].map((value) => value.toFixed(2))).toEqual(['0.75', '2.33']);
    expect(deviation(first)).toBeCloseTo(1.78901, 5);
    expect(deviation(second)).toBeCloseTo(2.002249, 5);
  });

  it('know nothing of too few', () => {
    expect(mean([])).toBeNaN();
    expect(deviation([1])).toBeNaN();
    expect(halfInterval([1])).toBeNaN();
  });
});

describe('the distribution of t', () => {
  it('has the critical values of the tables', () => {
    const table = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];
    expect(table.map((_, index) => Number(criticalT(index + 1).toFixed(3)))).toEqual(table);
    const wider = [63.657, 9.925, 5.841, 4.604, 4.032];
    expect(wider.map((_, index) => Number(criticalT(index + 1, 0.99).toFixed(3)))).toEqual(wider);
  });

  it('is the area under its density', () => {
    // Gamma((n + 1) / 2) / Gamma(n / 2) by its recursion, from 1 / sqrt(pi) at n = 1.
    const ratio = (/** @type {number} */ n) => {
      let value = n % 2 === 1 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
      for (let at = n % 2 === 1 ? 1 : 2; at < n; at += 2) value *= (at + 1) / at;
      return value;
    };
    const density = (/** @type {number} */ t, /** @type {number} */ n) =>
      (ratio(n) / Math.sqrt(n * Math.PI)) * (1 + (t * t) / n) ** (-(n + 1) / 2);
    for (const freedom of [1, 2, 3, 4, 5, 8, 9]) {
      for (const t of [0.3, 1.5, 4]) {
        const steps = 2000;
        let area = 0;
        for (let index = 0; index <= steps; index++) {
          const weight = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
          area += weight * density((t * index) / steps, freedom);
        }
        expect(shareWithin(t, freedom)).toBeCloseTo((2 * area * t) / (3 * steps), 10);
      }
    }
  });
});

describe('a paired difference', () => {
  it('is that of Student’s sleepers', () => {
    const result = pairedDifference(second, first);
    expect(result.mean).toBeCloseTo(1.58, 10);
    expect(result.mean - result.half).toBeCloseTo(0.7001142, 6);
    expect(result.mean + result.half).toBeCloseTo(2.4598858, 6);
    expect(result).toMatchObject({ pairs: 10, verdict: 'difference' });
  });

  it('is noise where the interval holds zero', () => {
    // By hand: differences 1, -1, 2, 0; mean 0.5, deviation sqrt(5 / 3), half 3.182 * 0.6455 = 2.054.
    const result = pairedDifference([2, 1, 4, 3], [1, 2, 2, 3]);
    expect(result.mean).toBe(0.5);
    expect(result.half).toBeCloseTo(2.054, 3);
    expect(result.verdict).toBe('noise');
    expect(pairedDifference([1, 2], [1, 2]).verdict).toBe('noise');
  });

  it('takes out what a seed does to both', () => {
    const one = [0.5, 0.7, 0.9];
    const other = [0.48, 0.679, 0.881];
    expect(halfInterval(one)).toBeGreaterThan(0.1);
    expect(pairedDifference(one, other).verdict).toBe('difference');
  });

  it('is unknown of one seed', () => {
    expect(pairedDifference([1], [0])).toMatchObject({ pairs: 1, mean: 1, verdict: 'unknown' });
    expect(pairedDifference([], []).verdict).toBe('unknown');
  });
});

describe('a band', () => {
  it('goes as far as all curves, a deviation to either side', () => {
    const curves = [Float64Array.of(1, 2, 3), Float64Array.of(3, 4)];
    const band = bandOf(curves, 'deviation');
    expect([...band.mean]).toEqual([2, 3]);
    expect(band.low[0]).toBeCloseTo(2 - Math.SQRT2, 12);
    expect(band.high[1]).toBeCloseTo(3 + Math.SQRT2, 12);
    // 12.706 * sqrt(2) / sqrt(2)
    expect(bandOf(curves, 'interval').high[0] - 2).toBeCloseTo(12.706, 3);
  });

  it('has no width of one curve', () => {
    const band = bandOf([Float64Array.of(1)], 'deviation');
    expect([...band.mean, ...band.low]).toEqual([1, Number.NaN]);
    expect(bandOf([], 'deviation').mean).toHaveLength(0);
  });
});
