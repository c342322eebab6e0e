// The record of histograms on the page: kept up to date, read off, and drawn on axes.

import { describe, expect, it } from 'vitest';
import { colourRamp, parseColor, toOklab } from '../../../../../web/plot/colour_ramp.js';
import { pixelsOf, rampIndex } from '../../../../../web/plot/heat_cells.js';
import { heatMapAt } from '../../../../../web/plot/heat_map.js';
import { decadesOf, linearAxis, logAxis } from '../../../../../web/plot/value_axis.js';
import {
  findings,
  momentAt,
  quantile,
  selectableMoments,
  updateRatio,
  figuresOf,
} from '../../../../../web/features/panels/histograms/histogram_figures.js';
import {
  createHistograms,
  mergeNews,
} from '../../../../../web/features/panels/histograms/histograms.js';
import { runOf } from '../../../fakes.js';

/** As the core cuts them: four an octave from 2^-40 to 2^10, zero in the middle. */
const edges = (() => {
  const sizes = Array.from({ length: 201 }, (_, index) => 2 ** (-40 + index / 4));
  return [...sizes.map((size) => -size).reverse(), ...sizes];
})();

/** @param {number[]} values */
function countsOf(values) {
  const counts = new Uint16Array(edges.length - 1);
  for (const value of values) {
    const bin = edges.findLastIndex((edge) => (value < 0 ? edge < value : edge <= value));
    counts[Math.min(Math.max(bin, 0), counts.length - 1)]++;
  }
  return counts;
}

/** Figures of a parameter that is well otherwise. @param {{gradient?: number, zeros?: number, ratio?: number}} given */
const figuresFrom = ({ gradient = 1, zeros = 0, ratio = 1e-3 }) => [
  ...[-1, 1, 0, 0.5, 0, 10],
  ...[-1, 1, 0, 0.5, zeros, gradient],
  ...[-1, 1, 0, 0.5, 0, 10 * ratio],
  ratio,
];

describe('the record', () => {
  const news = (/** @type {number[]} */ serials, /** @type {number} */ last) => ({
    serials: Float64Array.from(serials),
    steps: Float64Array.from(serials.map((serial) => 10 * serial)),
    counts: Uint16Array.from(serials.filter((serial) => serial > last)),
    figures: Float64Array.from(serials.filter((serial) => serial > last)),
  });

  it('takes in what is new and lets go of what the core has let go of', () => {
    const first = mergeNews([], news([0, 1, 2], -1));
    expect(first.map(({ step }) => step)).toEqual([0, 10, 20]);
    expect([...first[2].counts]).toEqual([2]);
    const second = mergeNews(first, news([0, 2, 4, 6], 2));
    expect(second.map(({ serial, counts }) => [serial, ...counts])).toEqual([
      [0, 0],
      [2, 2],
      [4, 4],
      [6, 6],
    ]);
    expect(second[1]).toBe(first[2]);
    expect(mergeNews(second, news([0, 4], 6)).map(({ serial }) => serial)).toEqual([0, 4]);
    expect(mergeNews(second, news([0, 2, 4, 6], 6))).toBe(second);
  });

  it('begins anew with every run, and asks for no more than is new', async () => {
    /** @type {any[]} */
    const calls = [];
    /** @type {any} */
    const service = {
      recordHistograms: async () => {
        calls.push('keep');
        return { ok: true, value: { parameters: [], edges } };
      },
      histograms: async (/** @type {string} */ quantity, /** @type {number} */ last) => {
        calls.push([quantity, last]);
        return { ok: true, value: news([0, 1], last) };
      },
    };
    const run = { run: runOf(1) };
    /** @type {any} */
    const trainingControls = { current: { peek: () => run.run } };
    const { ask, want } = createHistograms({ service, trainingControls });
    want();
    const first = await ask('weights');
    expect(await ask('weights'), 'nothing is new').toBe(first);
    await ask('gradients');
    run.run = runOf(2);
    await ask('weights');
    expect(calls).toEqual([
      ...['keep', 'keep', ['weights', -1], ['weights', 1], ['gradients', -1]],
      ...['keep', ['weights', -1]],
    ]);
  });

  it('shows the moment at which the step under the cursor was done', () => {
    const moments = /** @type {any[]} */ ([{ step: 0 }, { step: 4 }, { step: 8 }]);
    expect(momentAt(moments, null)).toBe(moments[2]);
    expect(momentAt(moments, 3)).toBe(moments[1]);
    expect(momentAt(moments, 6)).toBe(moments[1]);
    expect(selectableMoments(moments)).toEqual(moments);
    expect(
      selectableMoments(/** @type {any[]} */ ([{ step: 0 }, { step: 1 }, { step: 2 }])),
    ).toEqual([{ step: 1 }, { step: 2 }]);
    expect(momentAt([{ .../** @type {any} */ (moments[1]) }], 0)?.step).toBe(4);
  });
});

describe('figures', () => {
  it('of a quantile lie within a bin of those of the sorted values', () => {
    const values = Array.from({ length: 2001 }, (_, index) => Math.sin(index) ** 3 / 7);
    const sorted = [...values].sort((a, b) => a - b);
    const counts = countsOf(values);
    const ends = { low: sorted[0], high: sorted[2000] };
    for (const share of [0.05, 0.25, 0.75, 0.95]) {
      const exact = sorted[Math.round(share * 2000)];
      const found = quantile(counts, edges, share, ends);
      expect(Math.abs(Math.log2(found / exact))).toBeLessThan(0.3);
    }
    expect(quantile(countsOf([0, 0, 0, 1]), edges, 0.5, { low: 0, high: 1 })).toBe(0);
    expect(quantile(countsOf([3, 3]), edges, 0.95, { low: 3, high: 3 })).toBe(3);
    expect(quantile(countsOf([]), edges, 0.5, { low: Number.NaN, high: Number.NaN })).toBeNaN();
  });

  it('stand where the core puts them', () => {
    const figures = Float64Array.from([
      ...figuresFrom({}),
      ...figuresFrom({ gradient: 7, ratio: 0.25 }),
    ]);
    const moment = { serial: 0, step: 0, counts: new Uint16Array(), figures };
    expect(figuresOf(moment, 1, 'gradients')).toMatchObject({ low: -1, high: 1, norm: 7 });
    expect(updateRatio(moment, 1)).toBe(0.25);
  });
});

describe('what the gradients say', () => {
  const layout = {
    edges,
    parameters: ['layers.0', 'layers.2'].map((layer) => ({
      ...{ name: `${layer}.weight`, layer, type: 'dense', values: 100, sampled: 100 },
    })),
  };
  const found = (/** @type {Parameters<typeof figuresFrom>[0][][]} */ ...moments) =>
    findings({
      ...{ quantity: 'weights', layout },
      moments: moments.map((parameters, serial) => ({
        ...{ serial, step: serial, counts: new Uint16Array() },
        figures: Float64Array.from(parameters.flatMap(figuresFrom)),
      })),
    });
  const times = (/** @type {number} */ count, /** @type {any} */ value) =>
    Array.from({ length: count }, () => value);

  it('is nothing while they are well, or nothing is measured', () => {
    expect(found(...times(9, [{}, {}]))).toEqual([]);
    expect(found([{}, {}])).toEqual([]);
  });

  it('is that they vanish where a layer has a thousandth of a later one', () => {
    expect(found(...times(5, [{ gradient: 1e-4 }, { gradient: 1 }]))).toEqual([
      { kind: 'vanishing', parameter: 0, amount: expect.closeTo(1e4), other: 1 },
    ]);
    expect(found(...times(5, [{ gradient: 1 }, { gradient: 1e-4 }]))).toEqual([]);
  });

  it('is that they explode where they have grown and the weights jump', () => {
    const calm = times(6, [{}, {}]);
    const wild = times(3, [{}, { gradient: 50, ratio: 0.4 }]);
    expect(found(...calm, ...wild)).toEqual([{ kind: 'exploding', parameter: 1, amount: 50 }]);
    expect(found(...calm, ...times(3, [{}, { gradient: 50 }]))).toEqual([]);
    expect(found(...calm, ...wild.slice(0, 2))).toEqual([]);
  });

  it('is that a layer is dead, or idle in part', () => {
    expect(found(...times(3, [{ zeros: 1, gradient: 0 }, { zeros: 0.7 }]))).toEqual([
      { kind: 'dead', parameter: 0, amount: 1 },
      { kind: 'idle', parameter: 1, amount: 0.7 },
    ]);
  });
});

describe('the axis of values', () => {
  it('reaches over the decades in which the values lie', () => {
    const small = countsOf([1.5e-4, -2e-4, 5e-3]);
    expect(decadesOf([small, countsOf([0, 0])], edges)).toEqual({
      inner: -4,
      outer: expect.closeTo(Math.log10(0.01), 9),
    });
    expect(decadesOf([countsOf([1e-12, 10])], edges)).toEqual({
      inner: -4,
      outer: expect.closeTo(Math.log10(20), 9),
    });
    expect(decadesOf([countsOf([0])], edges)).toEqual({ inner: -3, outer: 0 });
  });

  const axes = { log: logAxis(edges, { inner: -3, outer: 0 }), linear: linearAxis(edges, 2) };

  it.each(/** @type {const} */ (['log', 'linear']))('%s: rises, and goes back', (kind) => {
    const axis = axes[kind];
    expect(axis.place(0)).toBe(0.5);
    let before = -Infinity;
    for (const value of [-0.9, -0.1, -0.002, 0, 0.002, 0.03, 0.9]) {
      expect(axis.place(value)).toBeGreaterThan(before);
      before = axis.place(value);
      expect(axis.value(before)).toBeCloseTo(value, 9);
    }
    expect(axis.place(1e9)).toBe(1);
    expect(axis.place(-1e9)).toBe(0);
    expect(axis.edges.every((edge, at) => at === 0 || edge > axis.edges[at - 1])).toBe(true);
  });

  it.each(/** @type {const} */ (['log', 'linear']))('%s: every value is in some cell', (kind) => {
    const counts = countsOf([-50, -0.3, -1e-9, 0, 1e-7, 0.5, 0.5, 900]);
    const shares = axes[kind].shares(counts);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares).toHaveLength(axes[kind].edges.length - 1);
    expect(axes[kind].shares(countsOf([])).every((share) => share === 0)).toBe(true);
  });
});

/** A stretch of steps, end to end. @param {number} from @param {number} to */
const across = (from, to) => ({
  place: (/** @type {number} */ step) => (step - from) / (to - from),
  step: (/** @type {number} */ place) => from + place * (to - from),
  ticks: [],
});

describe('the heat map', () => {
  it('has shades that are even for the eye, in both themes', () => {
    for (const [from, to] of [
      ['#fafaf8', '#77777e'],
      ['#141416', '#86868d'],
    ]) {
      const lightness = colourRamp(from, to, 32).map((rgb) => toOklab(rgb)[0]);
      const steps = lightness.slice(1).map((value, at) => value - lightness[at]);
      const mean = (lightness[31] - lightness[0]) / 31;
      for (const step of steps) expect(Math.abs(step - mean)).toBeLessThan(0.4 * Math.abs(mean));
    }
    expect(colourRamp('#fafaf8', '#77777e', 3)[0]).toEqual(parseColor('#fafaf8'));
    expect(colourRamp('#fafaf8', '#77777e', 3)[2]).toEqual(parseColor('#77777e'));
  });

  it('shows a hundredth of the largest share still as a tenth of the ramp', () => {
    expect(rampIndex(0, 0.2, 101)).toBe(0);
    expect(rampIndex(0.002, 0.2, 101)).toBe(10);
    expect(rampIndex(0.9, 0.2, 101)).toBe(100);
  });

  it('knows the step and the value under a pointer', () => {
    const scene = { width: 516, across: across(0, 1000), axis: linearAxis(edges, 1) };
    expect(heatMapAt(scene, 52, 8)).toEqual({ step: 0, value: 1 });
    expect(heatMapAt(scene, 252, 96)).toEqual({ step: 500, value: 0 });
    expect(heatMapAt(scene, 900, 250)).toEqual({ step: 1000, value: null });
    const zoomed = { ...scene, across: across(400, 600) };
    expect(heatMapAt(zoomed, 52, 8).step).toBe(400);
    expect(heatMapAt(zoomed, 252, 96).step).toBe(500);
  });

  it('shows what is in sight alone, a moment by a pixel at least', () => {
    expect(pixelsOf([100, 200], across(0, 1000), 200)).toEqual([20, 40]);
    expect(pixelsOf([100, 101], across(0, 1000), 200)).toEqual([20, 21]);
    expect(pixelsOf([1000, 1000], across(0, 1000), 200)).toEqual([199, 200]);
    expect(pixelsOf([350, 450], across(400, 600), 200)).toEqual([0, 50]);
    for (const ends of /** @type {[number, number][]} */ ([
      [100, 200],
      [700, 800],
    ])) {
      const [left, right] = pixelsOf(ends, across(400, 600), 200);
      expect(right).toBeLessThanOrEqual(left);
    }
  });
});
