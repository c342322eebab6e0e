// Small parts of the store: paths, columns, smoothing, the runs' columns, presets.

import { describe, expect, it } from 'vitest';
import { Columns, lastRowUpTo } from '../../../web/features/training/columns.js';
import { networkOf, networkPresets, presetOf } from '../../../web/features/network/presets.js';
import { getAt, isWithin, parentOf, segmentsOf, setAt } from '../../../web/protocol/paths.js';
import { Run } from '../../../web/features/training/run.js';
import { Smoother, defaultWeight } from '../../../web/features/training/smoothing.js';
import { STEP_KEYS, columns, fakeSession } from '../fakes.js';

describe('paths', () => {
  const path = 'network.layers[2].filters';

  it('reads and writes without changing what was given', () => {
    const before = { network: { layers: [{}, {}, { filters: 8 }] }, seed: 1 };
    const after = setAt(before, path, 16);
    expect(segmentsOf(path)).toEqual(['network', 'layers', 2, 'filters']);
    expect(getAt(after, path)).toBe(16);
    expect(getAt(before, path)).toBe(8);
    expect(Array.isArray(after.network.layers)).toBe(true);
    expect(after.network.layers[0]).toBe(before.network.layers[0]);
  });

  it('takes a key out, and finds nothing where there is nothing', () => {
    expect(setAt({ schedule: { total: 3, type: 'linear' } }, 'schedule.total', undefined)).toEqual({
      schedule: { type: 'linear' },
    });
    expect(getAt({}, path)).toBeUndefined();
  });

  it('knows parents and what lies within', () => {
    expect(parentOf(path)).toBe('network.layers[2]');
    expect(parentOf('network.layers[2]')).toBe('network.layers');
    expect(parentOf('seed')).toBe('');
    expect(isWithin(path, 'network')).toBe(true);
    expect(isWithin('schedule.initial_rate', 'schedule.initial')).toBe(false);
  });
});

describe('Columns', () => {
  it('keeps what was appended as it grows', () => {
    const table = new Columns(['x', 'y'], 2);
    for (let value = 0; value < 100; value++) table.append({ x: [value], y: [value * 2] });
    expect(table.length).toBe(100);
    expect(table.at('y', -1)).toBe(198);
    expect(table.at('y', 100)).toBeUndefined();
    expect([...table.column('x').subarray(0, 3)]).toEqual([0, 1, 2]);
  });

  it('finds the last row up to a value', () => {
    const column = Float64Array.of(5, 10, 15);
    expect([4, 5, 12, 99].map((value) => lastRowUpTo(column, value))).toEqual([-1, 0, 1, 2]);
  });
});

describe('Smoother', () => {
  it('is unbiased at the start: the first value is unchanged, a constant stays constant', () => {
    expect(new Smoother(0.93).append(Float64Array.of(0.7))[0]).toBe(0.7);
    const constant = new Smoother(0.93).append(new Float64Array(50).fill(2));
    for (const value of constant) expect(value).toBeCloseTo(2, 12);
  });

  it('is the moving average that Adam corrects', () => {
    const values = Float64Array.of(2, 4, 8);
    // m: 0.2, 0.58, 1.322; divided by 1 - 0.9^n: 0.1, 0.19, 0.271.
    const wanted = [0.2 / 0.1, 0.58 / 0.19, 1.322 / 0.271];
    new Smoother(0.9).append(values).forEach((value, index) => {
      expect(value).toBeCloseTo(wanted[index], 12);
    });
  });

  it('leaves values as they are with a weight of zero', () => {
    expect([...new Smoother(0).append(Float64Array.of(3, 1, 4))]).toEqual([3, 1, 4]);
  });

  it('usually gives a value half its weight after a fifth of an epoch', () => {
    expect(defaultWeight(125) ** 25).toBeCloseTo(0.5, 12);
  });

  it('skips NaN, and does not depend on how values are grouped', () => {
    const whole = new Smoother(0.8).append(Float64Array.of(1, Number.NaN, 3, 4));
    const piecewise = new Smoother(0.8);
    const parts = [
      piecewise.append(Float64Array.of(1, Number.NaN)),
      piecewise.append(Float64Array.of(3, 4)),
    ];
    expect([...parts[0], ...parts[1]]).toEqual([...whole]);
    expect(whole[1]).toBe(1);
  });
});

describe('Run', () => {
  function newRun() {
    const { status } = fakeSession();
    const schedule = { type: 'constant', initial: 0.1 };
    /** @type {any} */
    const experiment = { schedule };
    return { run: new Run({ number: 1, experiment, status }), status };
  }

  it('answers for a step with the held-out values of the last epoch that was over', () => {
    const { run, status } = newRun();
    const steps = columns(STEP_KEYS, [0, 1, 2, 3, 4, 5, 6]);
    const epochs = columns(
      [
        ...['epoch', 'rate', 'train_loss', 'train_accuracy'],
        ...['validation_loss', 'validation_accuracy'],
        ...['validation_top_k_accuracy', 'weight_norm'],
      ],
      [0.9],
    );
    epochs.step = Float64Array.of(5);
    run.append({ steps, epochs, status });
    expect(run.at(3).heldOutAccuracy).toBeUndefined();
    expect(run.at(4).heldOutAccuracy).toBe(0.9);
    expect(run.at(6)).toMatchObject({ step: 6, heldOutAccuracy: 0.9, batchLoss: 6 });
    expect(run.bestHeldOut).toBe(0.9);
  });

  it('keeps one edit a step, the last', () => {
    const { run } = newRun();
    run.setSchedule(7, { type: 'step' });
    run.setSchedule(7, { type: 'linear' });
    run.setSchedule(9, { type: 'constant' });
    expect(run.edits.map(({ step, schedule }) => [step, schedule.type])).toEqual([
      [7, 'linear'],
      [9, 'constant'],
    ]);
  });

  it('removes rows after the step from which it resumes', () => {
    const { run, status } = newRun();
    const keys = STEP_KEYS;
    const steps = columns(keys, [0, 1, 2, 3, 4, 5, 6]);
    const epochs = columns(run.epochs.keys.slice(), [1]);
    run.append({ steps, epochs, status });
    const smooth = [...run.steps.column('smoothLoss')];
    run.setSchedule(6, { type: 'constant' });
    run.divergence = /** @type {any} */ ({ step: 6 });
    run.truncate(4);
    expect(run.divergence).toBe(null);
    expect(run.steps.length).toBe(4);
    expect(run.epochs.length).toBe(0);
    expect(run.edits.map(({ step }) => step)).toEqual([4]);
    const again = columns(keys, [4, 5, 6]);
    const none = columns(run.epochs.keys.slice(), []);
    run.append({
      steps: again,
      epochs: none,
      status,
    });
    expect([...run.steps.column('smoothLoss')]).toEqual(smooth);
  });
});

describe('networks', () => {
  const fits = [
    { input: [28, 28, 1], classes: 10 },
    { input: [32, 32, 3], classes: 10 },
    { input: [8, 8, 1], classes: 4 },
  ];

  it('are recognised again, filled in or not', () => {
    for (const fit of fits) {
      for (const { id } of networkPresets) {
        const network = networkOf(id, fit);
        expect(presetOf(network)).toBe(id);
        const filled = network.layers.map((layer) =>
          layer.kernel ? { ...layer, kernel: [layer.kernel, layer.kernel], bias: true } : layer,
        );
        expect(presetOf({ ...network, layers: filled })).toBe(id);
      }
    }
  });

  it('match no preset once a layer is changed', () => {
    const network = networkOf('lenet', fits[0]);
    expect(presetOf(setAt(network, 'layers[0].filters', 9))).toBeUndefined();
  });

  it('without convolution has about as many parameters as the three convolutions', () => {
    const { layers } = networkOf('dense', fits[0]);
    const units = layers[1].units;
    const parameters = 785 * units + (units + 1) * 10;
    const wanted = 320 + 18_496 + 73_856 + 129 * 512 + 513 * 10;
    expect(Math.abs(parameters / wanted - 1)).toBeLessThan(0.01);
  });
});
