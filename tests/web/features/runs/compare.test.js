// Runs side by side: what differs between their experiments, and styles that can be told apart.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createComparison, stylesOf } from '../../../../web/features/runs/comparison.js';
import { differencesOf } from '../../../../web/features/runs/differences.js';
import { createRuns } from '../../../../web/features/runs/runs.js';
import { runStyle } from '../../../../web/features/runs/run_colors.js';
import { apartness, colorsOf, contrast } from '../../colors.js';
import { runOf } from '../../fakes.js';

const filled = () => ({
  version: 1,
  name: '',
  seed: 1,
  data: { source: 'glyphs', train: 4000, augment: { shift: 0, flip: false } },
  network: {
    input: [28, 28, 1],
    layers: [{ type: 'conv2d', kernel: 5, filters: 8 }, { type: 'relu' }],
  },
  optimizer: { type: 'sgd', momentum: 0.9 },
  schedule: { type: 'step', initial: 0.1, factor: 0.1, every: 10, unit: 'epoch' },
});

describe('what differs between experiments', () => {
  it('is listed by setting, with its path; equal settings are counted', () => {
    const [one, other, third] = [filled(), filled(), filled()];
    other.seed = 2;
    other.data.augment.flip = true;
    third.schedule.initial = 0.05;
    third.network.layers[0].filters = 16;
    expect(differencesOf([one, other, third])).toEqual({
      different: [
        { path: 'seed', values: [1, 2, 1] },
        { path: 'data.augment.flip', values: [false, true, false] },
        { path: 'network.layers[0].filters', values: [8, 8, 16] },
        { path: 'schedule.initial', values: [0.1, 0.1, 0.05] },
      ],
      // source, train, shift; input, two types, kernel; type, momentum; type, factor, every, unit
      same: 13,
    });
  });

  it('is one difference if the types differ', () => {
    const [one, other] = [filled(), /** @type {any} */ (filled())];
    other.schedule = { type: 'cosine', initial: 0.1, final: 0 };
    other.optimizer = { type: 'adam', beta1: 0.9 };
    other.network.layers = [{ type: 'relu' }];
    expect(differencesOf([one, other]).different.map(({ path }) => path)).toEqual([
      'network.layers',
      'optimizer',
      'schedule',
    ]);
  });

  it('sees settings that one of them has not, and lists of bare values as values', () => {
    const one = { schedule: { type: 'multi_step', milestones: [1, 2] } };
    const other = { schedule: { type: 'multi_step', milestones: [1, 3], warmup: { length: 2 } } };
    expect(differencesOf([one, other]).different).toEqual([
      {
        path: 'schedule.milestones',
        values: [
          [1, 2],
          [1, 3],
        ],
      },
      { path: 'schedule.warmup', values: [undefined, { length: 2 }] },
    ]);
  });

  it('is empty for equal experiments, whatever the order of keys and the name', () => {
    const one = { name: 'a', data: { source: 'glyphs', train: 1 } };
    const other = { data: { train: 1, source: 'glyphs' }, name: 'b' };
    expect(differencesOf([one, other])).toEqual({ different: [], same: 2 });
  });
});

describe('a comparison', () => {
  function tenRuns() {
    const runs = createRuns();
    for (let count = 0; count < 10; count++) runs.begin(runOf(runs.reserve()));
    return { runs, comparison: createComparison(runs) };
  }
  const numbers = (/** @type {any} */ { compared }) =>
    compared.value.map((/** @type {any} */ { number }) => number);

  it('begins with the newest two on the chart, takes up to eight and no more', () => {
    const { runs, comparison } = tenRuns();
    runs.list.value[9].visible.value = false;
    comparison.begin();
    expect(numbers(comparison)).toEqual([8, 9]);
    for (const run of runs.list.value) if (run.number < 8) comparison.toggle(run);
    expect(comparison.full.value).toBe(true);
    expect(numbers(comparison)).toEqual([1, 2, 3, 4, 5, 6, 8, 9]);
    comparison.toggle(runs.list.value[0]);
    expect(numbers(comparison)).toEqual([2, 3, 4, 5, 6, 8, 9]);
  });

  it('loses runs that are deleted', () => {
    const { runs, comparison } = tenRuns();
    comparison.begin();
    runs.delete(runs.list.value[9]);
    expect(numbers(comparison)).toEqual([9]);
  });

  it('gives eight runs eight styles: the one of the number where it is free', () => {
    const runs = [1, 2, 9, 10, 17, 4, 25, 33].map((number) => runOf(number));
    const styles = [...stylesOf(runs).values()];
    expect(new Set(styles).size).toBe(8);
    expect(styles.slice(0, 2)).toEqual([0, 1]);
    expect(stylesOf([runOf(12)]).get(runs[0])).toBeUndefined();
    expect([...stylesOf([runOf(12)]).values()]).toEqual([3]);
  });
});

describe('the colours of runs', () => {
  const css = readFileSync(new URL('../../../../web/ui/tokens.css', import.meta.url), 'utf8');
  const names = Array.from({ length: 8 }, (_, style) => runStyle(style).name);

  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const colors = colorsOf(css, theme);

    it(`have contrast to the background, ${theme}`, () => {
      for (const name of names) {
        expect(contrast(colors[name], colors['--paper']), name).toBeGreaterThanOrEqual(3);
      }
    });

    for (const sight of /** @type {const} */ (['common', 'protan', 'deutan', 'tritan'])) {
      it(`can be told apart, ${theme}, ${sight} sight`, () => {
        for (const [index, name] of names.entries()) {
          for (const other of names.slice(0, index)) {
            const distance = apartness(colors[name], colors[other], sight);
            expect(distance, `${name} and ${other}`).toBeGreaterThan(20);
          }
        }
      });
    }

    it(`keep away from those that mean something else, ${theme}`, () => {
      for (const name of names) {
        for (const taken of ['--rate', '--held-out', '--training', '--loss']) {
          const distance = apartness(colors[name], colors[taken], 'common');
          expect(distance, `${name} and ${taken}`).toBeGreaterThan(20);
        }
      }
    });
  }
});
