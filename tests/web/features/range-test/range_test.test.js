// The range test through the worker's service and the core itself, and the page's side of it.

import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { clamped, lossDomain } from '../../../../web/plot/range_plot.js';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';
import { createRangeTest } from '../../../../web/features/range-test/range_test.js';
import { createService } from '../../../../web/worker/service.js';
import { settle } from '../../fakes.js';

const document = () => {
  const whole = defaultExperiment();
  return { ...whole, data: { ...whole.data, train: 64, validation: 32 } };
};
const settings = { low: 1e-4, high: 10, steps: 30 };

async function realService() {
  const loaded = vi.fn(async () => loadAnneal({ build: 'simd' }));
  const service = createService({
    load: loaded,
    findBuilds: async () => [{ name: 'simd', obstacle: null }],
  });
  /** @type {any[]} */
  const events = [];
  await service.start((event) => events.push(event));
  const stopped = () =>
    vi.waitFor(() => expect(events.some(({ type }) => type === 'stopped')).toBe(true));
  return { service, events, stopped, loaded };
}

/** @param {any} service */
async function toEnd(service) {
  for (;;) {
    const slice = await service.continueRangeTest();
    if (!slice.ok || slice.value.finished) return slice;
  }
}

describe('the worker’s range test', () => {
  it('leaves a run at rest as it was, bit for bit', async () => {
    const { service, stopped } = await realService();
    await service.open(1, document(), new Map());
    await service.run('step');
    await stopped();
    const before = /** @type {any} */ (await service.weights()).value;
    const history = /** @type {any} */ (await service.history()).value;
    expect(await service.beginRangeTest(null, settings)).toMatchObject({ ok: true });
    const done = await toEnd(service);
    expect(done.value.rates.length).toBeGreaterThan(5);
    await service.endRangeTest();
    expect(/** @type {any} */ (await service.weights()).value).toEqual(before);
    expect(/** @type {any} */ (await service.history()).value).toEqual(history);
  });

  it('needs no run, and has a module of its own then', async () => {
    const { service, loaded } = await realService();
    const fresh = { document: document(), files: new Map() };
    expect(await service.beginRangeTest(fresh, settings)).toMatchObject({ ok: true });
    expect(loaded).toHaveBeenCalledTimes(2);
    expect((await toEnd(service)).value.finished).toBe(true);
    expect(await service.endRangeTest()).toMatchObject({ ok: true });
    expect(await service.continueRangeTest()).toMatchObject({ ok: false });
  });

  it('gives way to a run that goes on, and is refused while one does', async () => {
    const { service, stopped } = await realService();
    await service.open(1, document(), new Map());
    await service.beginRangeTest(null, settings);
    await service.run('step');
    expect(await service.continueRangeTest()).toMatchObject({ problem: { kind: 'state' } });
    await stopped();
    await service.run('end');
    expect(await service.beginRangeTest(null, settings)).toMatchObject({ ok: false });
    await service.close();
  });

  it('says by path which of its settings is refused', async () => {
    const { service } = await realService();
    const fresh = { document: document(), files: new Map() };
    const result = await service.beginRangeTest(fresh, { ...settings, low: -1 });
    expect(result).toMatchObject({ ok: false, problem: { path: 'range_test.low' } });
    expect(await service.continueRangeTest()).toMatchObject({ ok: false });
  });
});

describe('the page’s range test', () => {
  function newTest(/** @type {any} */ finished = true) {
    const schedule = { type: 'one_cycle', peak: 0.1, initial_divisor: 25 };
    const result = {
      rates: [0.1],
      losses: [2],
      smooth_losses: [2],
      suggestion: { rate: 0.03456, rule: 'steepest' },
      finished,
    };
    const service = /** @type {any} */ ({
      beginRangeTest: vi.fn(async () => ({ ok: true, value: null })),
      continueRangeTest: vi.fn(async () => ({ ok: true, value: result })),
      endRangeTest: vi.fn(async () => ({ ok: true, value: null })),
    });
    const experiment = /** @type {any} */ ({
      good: signal({ schedule }),
      settled: async () => {},
      edit: vi.fn(async () => {}),
    });
    const trainingControls = /** @type {any} */ ({ phase: signal('idle'), applySchedule: vi.fn() });
    const test = createRangeTest({ service, experiment, trainingControls, files: () => new Map() });
    return { test, service, experiment, trainingControls };
  }

  it('tests a fresh network before a run and the run itself at rest, and none that goes on', async () => {
    const { test, service, trainingControls } = newTest();
    await test.start();
    expect(service.beginRangeTest.mock.calls[0][0]).toHaveProperty('document');
    trainingControls.phase.value = 'paused';
    await test.start();
    expect(service.beginRangeTest.mock.calls[1][0]).toBeNull();
    trainingControls.phase.value = 'running';
    await test.start();
    expect(service.beginRangeTest).toHaveBeenCalledTimes(2);
  });

  it('makes the suggestion the rate that the schedule is about', async () => {
    const { test, experiment, trainingControls } = newTest();
    await test.start();
    expect(test.stage.value).toBe('done');
    await test.adopt();
    expect(experiment.edit).toHaveBeenCalledWith(
      'schedule',
      expect.objectContaining({ type: 'one_cycle', peak: 0.035 }),
    );
    expect(trainingControls.applySchedule).toHaveBeenCalled();
  });

  it('stops when it is told to, and keeps what it has', async () => {
    const { test, service } = newTest(false);
    // Each slice is a turn of the event loop, as it is between page and worker.
    const slice = service.continueRangeTest.getMockImplementation();
    service.continueRangeTest.mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return slice();
    });
    const going = test.start();
    await vi.waitFor(() => expect(test.result.value).not.toBeNull());
    await test.stop();
    await going;
    expect(test.stage.value).toBe('done');
    const asked = service.continueRangeTest.mock.calls.length;
    await settle();
    expect(service.continueRangeTest.mock.calls.length).toBe(asked);
    expect(service.endRangeTest).toHaveBeenCalled();
  });
});

it('draws the losses there are, and what runs away at the edge', () => {
  const smooth = [2, 1.5, null, 1, 40];
  const [low, high] = lossDomain(smooth);
  expect(low).toBeLessThanOrEqual(1);
  expect(high).toBeGreaterThanOrEqual(2);
  expect(high).toBeLessThan(8);
  expect(clamped(smooth, [low, high])).toEqual([2, 1.5, null, 1, high]);
  expect(lossDomain([])).toEqual([0.1, 5]);
});
