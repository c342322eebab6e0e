// The JavaScript API in Node, on the built module: questions, errors and runs.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { small } from '../documents.js';
import { errorOf, withSession } from '../sessions.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;

beforeAll(async () => {
  anneal = await loadAnneal();
});

describe('questions', () => {
  test('a build says what it is', () => {
    expect(anneal.build).toEqual({
      name: 'simd',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      features: ['simd128'],
      threads: 1,
    });
  });

  test('an experiment is filled in, from an object as from text', () => {
    const whole = anneal.completeExperiment({ version: 1 });
    expect(whole.name).toBe('Step decay on glyphs');
    expect(whole.training).toEqual({
      ...{ epochs: 30, batch_size: 32, shuffle: true },
      ...{ top_k: 5, loss_limit: 10000 },
    });
    expect(anneal.completeExperiment('{"version": 1}')).toEqual(whole);
    expect(anneal.completeExperiment(whole)).toEqual(whole);
  });

  test('a network is described layer by layer', () => {
    const layers = anneal.describeNetwork(small);
    expect(layers.map((layer) => layer.type)).toEqual([
      ...['conv2d', 'relu', 'max_pool2d', 'flatten', 'dense'],
    ]);
    expect(layers[0]).toEqual({
      type: 'conv2d',
      input: [28, 28, 1],
      output: [28, 28, 4],
      parameters: 104,
      multiplyAdds: 78400,
      parameterBytes: 832,
      activationBytes: 12544,
      layers: [],
    });
  });

  test('a residual block shows what is in it', () => {
    const inner = [{ type: 'conv2d', filters: 1, padding: 'same' }, { type: 'relu' }];
    const network = { layers: [{ type: 'residual', layers: inner }] };
    const [block] = anneal.describeNetwork({ version: 1, network });
    expect(block.layers.map((layer) => layer.type)).toEqual(['conv2d', 'relu']);
  });

  test('rates are those of every step', () => {
    const schedule = { type: 'step', initial: 1, factor: 0.5, every: 2, unit: 'epoch' };
    const rates = anneal.rates(schedule, { steps: 9, stepsPerEpoch: 2 });
    expect(rates).toBeInstanceOf(Float64Array);
    expect([...rates]).toEqual([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25]);
  });
});

describe('errors', () => {
  test('carry kind, path and message', async () => {
    const layers = [{ type: 'flatten' }, { type: 'relu' }, { type: 'conv2d', filters: -3 }];
    const error = await errorOf(() =>
      anneal.completeExperiment({ version: 1, network: { layers } }),
    );
    expect(error).toMatchObject({
      name: 'AnnealError',
      kind: 'experiment',
      path: 'network.layers[2].filters',
      message: 'network.layers[2].filters: expected a positive integer, got -3',
    });
  });

  test('come from every way in', async () => {
    const bad = { version: 1, training: { epochs: 0 } };
    const schedule = { type: 'exponential', initial: 0.1, gama: 0.9 };
    for (const call of [
      () => anneal.completeExperiment(bad),
      () => anneal.describeNetwork(bad),
      () => anneal.fileNames(bad),
      () => anneal.createSession(bad),
    ]) {
      expect((await errorOf(call)).path).toBe('training.epochs');
    }
    const rates = () => anneal.rates(schedule, { steps: 1, stepsPerEpoch: 1 });
    expect((await errorOf(rates)).message).toBe(
      'schedule.gama: unknown key; did you mean "gamma"?',
    );
  });

  test('an invalid document is refused with a message', async () => {
    for (const document of [null, undefined, 3, [], 'no JSON']) {
      expect((await errorOf(() => anneal.completeExperiment(document))).kind).toBe('experiment');
    }
  });

  test('a shape that does not fit is named with both shapes', async () => {
    const network = { ...small.network, input: [32, 32, 1] };
    const error = await errorOf(() => anneal.createSession({ ...small, network }));
    expect(error.message).toBe(
      'network.input: expected [28, 28, 1], the shape of the images, got [32, 32, 1]',
    );
  });

  test('too large an experiment is refused in numbers, and the module lives on', async () => {
    const network = (/** @type {object[]} */ ...layers) => ({ input: [28, 28, 1], layers });
    const flatten = { type: 'flatten' };
    const classes = { type: 'dense', units: 10 };
    const wide = network(flatten, { type: 'dense', units: 900_000_000 });
    const error = await errorOf(() => anneal.describeNetwork({ version: 1, network: wide }));
    expect(error.message).toBe(
      'network.layers[1]: expected at most 536870911 weights, got 7.06e+11',
    );
    const batches = { ...small, data: { train: 5000 }, training: { epochs: 1, batch_size: 5000 } };
    const filters = { type: 'conv2d', filters: 500, padding: 'same' };
    const large = { ...batches, network: network(filters, flatten, classes) };
    expect(await errorOf(() => anneal.createSession(large))).toMatchObject({
      kind: 'memory',
      message: expect.stringMatching(
        /^the network needs at least 7\.\d GiB with batches of 5000, and there are at most 4\.0 GiB/,
      ),
    });
    const many = { ...small, data: { source: 'glyphs', train: 300_000_000 } };
    many.training = { epochs: 1, batch_size: 1000 };
    expect((await errorOf(() => anneal.createSession(many))).kind).toBe('memory');
    await withSession(anneal, small, (session) => session.run({ steps: 1 }));
  });

  test('rates of no length are refused', async () => {
    const schedule = { type: 'constant', initial: 0.1 };
    for (const steps of [0, -1, 1.5, NaN, 1e12]) {
      const error = await errorOf(() => anneal.rates(schedule, { steps, stepsPerEpoch: 1 }));
      expect(error.message).toBe('steps: expected an integer from 1 to 10000000');
    }
  });
});

describe('a run', () => {
  test('gives the rows that are new, as columns', () =>
    withSession(anneal, small, (session) => {
      const first = session.run({ steps: 4 });
      expect([...first.steps.step]).toEqual([0, 1, 2, 3]);
      expect(first.epochs.epoch).toHaveLength(0);
      expect(first.status).toMatchObject({ step: 4, epoch: 0, finished: false });
      const second = session.run({ steps: 2 });
      expect([...second.steps.step]).toEqual([4, 5]);
      expect([...second.steps.epoch]).toEqual([0, 1]);
      expect([...second.epochs.step]).toEqual([5]);
      for (const column of Object.values(second.epochs)) {
        expect(column).toBeInstanceOf(Float64Array);
        expect(column).toHaveLength(1);
      }
    }));

  test('is at the step of its status', () =>
    withSession(anneal, small, (session) => {
      const rate = session.status.rate;
      expect(session.status).toEqual({
        ...{ step: 0, epoch: 0, totalSteps: 15, stepsPerEpoch: 5, totalEpochs: 3 },
        ...{ rate: 0.05, evaluating: false, finished: false, diverged: false },
      });
      session.run();
      expect(session.status).toMatchObject({ step: 15, epoch: 3, finished: true });
      expect(session.status.rate).toBeLessThan(rate);
      expect(session.run().steps.step).toHaveLength(0);
    }));

  test('leaves the same history however it is sliced', async () => {
    const whole = await withSession(anneal, small, (session) => (session.run(), session.history()));
    const sliced = await withSession(anneal, small, (session) => {
      const rows = { steps: 0, epochs: 0 };
      // Each slice is over at once: one piece of work, a training batch or one of evaluation.
      while (!session.status.finished) {
        const { steps, epochs } = session.run({ milliseconds: 0 });
        rows.steps += steps.step.length;
        rows.epochs += epochs.epoch.length;
      }
      expect(rows).toEqual({ steps: 15, epochs: 3 });
      return session.history();
    });
    expect(JSON.stringify(sliced)).toBe(JSON.stringify(whole));
  });

  test('stops between two pieces of an evaluation, and steps wait for one', () =>
    withSession(anneal, small, (session) => {
      while (!session.status.evaluating) session.run({ milliseconds: 0 });
      expect(session.status.step).toBe(5);
      expect(session.run({ steps: 1 }).steps.step).toHaveLength(1);
      expect(session.status).toMatchObject({ step: 6, evaluating: false });
    }));

  test('is done with its slice in time', () =>
    withSession(anneal, { version: 1 }, (session) => {
      session.run({ steps: 1 });
      const start = performance.now();
      const { steps } = session.run({ milliseconds: 50 });
      expect(performance.now() - start).toBeLessThan(2000);
      expect(steps.step.length).toBeGreaterThan(0);
      expect(steps.step.length).toBeLessThan(session.status.totalSteps);
    }));

  test('has a history of experiment, build, columns and events', () =>
    withSession(anneal, small, (session) => {
      session.run();
      const history = session.history();
      expect(Object.keys(history)).toEqual([
        ...['experiment', 'build', 'steps', 'epochs', 'layers', 'confusion', 'events'],
      ]);
      expect(history.experiment).toEqual(anneal.completeExperiment(small));
      expect(history.build).toEqual({ ...anneal.build, threads: undefined });
      expect(Object.keys(history.steps)).toEqual([
        ...['step', 'epoch', 'rate', 'loss', 'accuracy', 'gradient_norm'],
      ]);
      expect(Object.keys(history.epochs)).toEqual([
        ...['epoch', 'step', 'rate', 'train_loss', 'train_accuracy'],
        ...['validation_loss', 'validation_accuracy'],
        ...['validation_top_k_accuracy', 'weight_norm'],
      ]);
      expect(history.epochs.epoch).toEqual([0, 1, 2]);
      expect(history.epochs.step).toEqual([5, 10, 15]);
      expect(history.layers.map(({ layer, type }) => `${layer} ${type}`)).toEqual([
        ...['layers.0 conv2d', 'layers.1 relu', 'layers.4 dense'],
      ]);
      expect(history.layers[1].dead_units).toHaveLength(3);
      expect(history.confusion).toHaveLength(3);
      expect(history.events).toEqual([]);
    }));

  test('follows a changed schedule from the next step on', () =>
    withSession(anneal, small, (session) => {
      session.run({ steps: 7 });
      session.setSchedule({ type: 'constant', initial: 0.5 });
      expect(session.status.rate).toBe(0.5);
      expect([...session.run({ steps: 1 }).steps.rate]).toEqual([0.5]);
      const { experiment, events } = session.history();
      expect(experiment.schedule.type).toBe('exponential');
      expect(events).toEqual([
        { step: 7, type: 'schedule', schedule: { type: 'constant', initial: 0.5, unit: 'step' } },
      ]);
    }));

  test('keeps its schedule if a new one is refused', () =>
    withSession(anneal, small, async (session) => {
      const error = await errorOf(() => session.setSchedule({ type: 'constant', initial: -1 }));
      expect(error.path).toBe('schedule.initial');
      expect(session.status.rate).toBe(0.05);
      expect(session.history().events).toEqual([]);
    }));

  test('refuses limits that are none', () =>
    withSession(anneal, small, async (session) => {
      for (const steps of [0, -1, 1.5, NaN]) {
        expect((await errorOf(() => session.run({ steps }))).message).toContain('steps');
      }
      for (const milliseconds of [-1, NaN]) {
        expect((await errorOf(() => session.run({ milliseconds }))).kind).toBe('state');
      }
    }));
});
