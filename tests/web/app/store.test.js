// The store over a service that answers as the worker would: edits, refusals, the course of a run.

import { describe, expect, it, vi } from 'vitest';
import { signal } from '@preact/signals';
import { restore } from '../../../web/worker/experiment_check.js';
import { createStore } from '../../../web/app/store.js';
import { fakePlace } from '../fake_storage.js';
import { fakeService, metrics, noWorkers, settle } from '../fakes.js';

const refuseNegatives = (/** @type {any} */ document) => {
  if (!(document.seed >= 0))
    return { path: 'seed', message: `expected a count, got ${document.seed}` };
  if (!(document.schedule.initial > 0)) {
    return {
      path: 'schedule.initial',
      message: `expected a number, got ${document.schedule.initial}`,
    };
  }
  return undefined;
};

/** What a page gives its store besides the worker. */
const surroundings = () => ({
  connect: noWorkers,
  theme: { theme: signal('light'), toggle: () => {} },
  preferences: { get: () => undefined, set: () => {} },
  place: fakePlace(),
});

async function newStore() {
  const fake = fakeService({ refuse: refuseNegatives });
  const store = createStore({ service: fake.service, ...surroundings() });
  await store.start();
  return { store, fake, ...store };
}

describe('restore', () => {
  it('puts back the refused value alone', () => {
    expect(restore({ a: { b: -1, c: 5 } }, { a: { b: 1, c: 2 } }, 'a.b')).toEqual({
      a: { b: 1, c: 5 },
    });
  });

  it('puts back the whole where the value is of another kind', () => {
    const good = { schedule: { type: 'linear', final: 0 } };
    const draft = { schedule: { type: 'step', factor: -1 } };
    expect(restore(draft, good, 'schedule.factor')).toEqual(good);
  });

  it('has nothing to give when the last good is refused itself', () => {
    expect(restore({ a: 1 }, { a: 1 }, 'a')).toBeUndefined();
  });
});

describe('the experiment', () => {
  it('shows an invalid value, reports it by path, and uses the last valid one', async () => {
    const { experiment } = await newStore();
    await experiment.edit('schedule.initial', 'abc');
    await experiment.edit('seed', -3);
    expect(experiment.value('schedule.initial')).toBe('abc');
    expect(experiment.problemAt('seed')?.message).toBe('expected a count, got -3');
    expect(experiment.problemAt('schedule.initial')).toBeDefined();
    expect(experiment.good.value).toMatchObject({ seed: 1, schedule: { initial: 0.1 } });
    await experiment.edit('training.epochs', 7);
    expect(experiment.good.value).toMatchObject({ seed: 1, training: { epochs: 7 } });
    await experiment.edit('seed', 3);
    expect(experiment.problemAt('seed')).toBeUndefined();
    expect(experiment.good.value.seed).toBe(3);
  });

  it('shows a problem in a notice if no visible control shows it', async () => {
    const { experiment } = await newStore();
    await experiment.edit('seed', -3);
    expect(experiment.unplaced.value).toHaveLength(1);
    const disown = experiment.own('seed');
    expect(experiment.unplaced.value).toHaveLength(0);
    disown();
    expect(experiment.unplaced.value).toHaveLength(1);
  });

  it('is judged by its last edit, in whatever order the answers come', async () => {
    const { experiment } = await newStore();
    const first = experiment.edit('seed', -1);
    const second = experiment.edit('seed', 5);
    await Promise.all([first, second]);
    expect(experiment.problems.value).toEqual([]);
    expect(experiment.good.value.seed).toBe(5);
  });
});

describe('the course of a run', () => {
  it('opens a session at the first press, then pauses and resumes it', async () => {
    const { trainingControls, fake } = await newStore();
    await trainingControls.run();
    expect(trainingControls.phase.value).toBe('running');
    await trainingControls.toggle();
    fake.say({ type: 'stopped', run: 1, finished: false, divergence: null });
    expect(trainingControls.phase.value).toBe('paused');
    await trainingControls.step();
    await trainingControls.epoch();
    expect(fake.named('open')).toHaveLength(1);
    expect(fake.named('run').map(([, target]) => target)).toEqual(['end', 'step', 'epoch']);
  });

  it('keeps what was trained, and the run, when a new one begins', async () => {
    const { trainingControls, runs, fake } = await newStore();
    await trainingControls.run();
    fake.say(metrics(1, [0, 1, 2]));
    await trainingControls.reset();
    expect(trainingControls.phase.value).toBe('idle');
    expect(trainingControls.current.value).toBeNull();
    await trainingControls.run();
    expect(runs.list.value.map(({ number }) => number)).toEqual([1, 2]);
    fake.say(metrics(1, [3]));
    expect(runs.list.value[0].steps.length).toBe(3);
    expect(runs.list.value[1].steps.length).toBe(0);
  });

  it('forgets a run in which nothing was trained', async () => {
    const { trainingControls, runs } = await newStore();
    await trainingControls.run();
    await trainingControls.reset();
    expect(runs.list.value).toEqual([]);
  });

  it('starts a new run after the end', async () => {
    const { trainingControls, fake } = await newStore();
    await trainingControls.run();
    fake.say(metrics(1, [19]));
    fake.say({ type: 'stopped', run: 1, finished: true, divergence: null });
    expect(trainingControls.phase.value).toBe('finished');
    await trainingControls.run();
    expect(fake.named('open')).toHaveLength(2);
  });

  it('takes a changed schedule at the next step and marks it, once', async () => {
    const { experiment, trainingControls, fake } = await newStore();
    await trainingControls.run();
    await experiment.edit('schedule.initial', 0.01);
    await Promise.all([trainingControls.applySchedule(), trainingControls.applySchedule()]);
    expect(fake.named('setSchedule')).toHaveLength(1);
    expect(trainingControls.current.value?.edits).toMatchObject([
      { step: 7, schedule: { initial: 0.01 } },
    ]);
  });

  it('does not give the run a schedule that was refused', async () => {
    const { experiment, trainingControls, fake } = await newStore();
    await trainingControls.run();
    void experiment.edit('schedule.initial', 'abc');
    await trainingControls.applySchedule();
    expect(fake.named('setSchedule')).toHaveLength(0);
    expect(trainingControls.phase.value).toBe('running');
  });

  it('says what went wrong and can be started again', async () => {
    const { trainingControls, fake } = await newStore();
    await trainingControls.run();
    const problem = { kind: 'memory', path: '', message: 'too much' };
    fake.say({ type: 'failed', run: 1, problem });
    expect(trainingControls.phase.value).toBe('failed');
    expect(trainingControls.problem.value).toEqual(problem);
    await trainingControls.run();
    expect(trainingControls.problem.value).toBeNull();
    expect(trainingControls.phase.value).toBe('running');
  });

  it('does nothing before the core is there', async () => {
    const fake = fakeService();
    const store = createStore({ service: fake.service, ...surroundings() });
    await store.trainingControls.run();
    expect(fake.named('open')).toHaveLength(0);
  });
});

describe('runExperiment', () => {
  it('gives the history when the run is over', async () => {
    const { store, experiment, fake } = await newStore();
    const document = { ...experiment.good.value, seed: 9 };
    const history = store.runExperiment(document);
    await settle();
    expect(fake.named('open')[0][2].seed).toBe(9);
    fake.say(metrics(1, [19]));
    fake.say({ type: 'stopped', run: 1, finished: true, divergence: null });
    expect(await history).toHaveProperty('steps');
  });

  it('hands on the files it is given', async () => {
    const { store, experiment, fake } = await newStore();
    const bytes = new Uint8Array(3);
    void store.runExperiment(experiment.good.value, { files: { 'a.gz': bytes } });
    await settle();
    expect(fake.named('open')[0][3].get('a.gz')).toBe(bytes);
  });

  it('refuses what the core refuses, by path, and leaves the page as it was', async () => {
    const { store, experiment } = await newStore();
    const before = experiment.draft.value;
    await expect(store.runExperiment({ ...before, seed: -1 })).rejects.toMatchObject({
      name: 'AnnealError',
      kind: 'experiment',
      path: 'seed',
    });
    expect(experiment.draft.value).toBe(before);
  });

  it('is given up when the run diverges, whose rows go when it is resumed', async () => {
    const { store, fake, experiment, trainingControls } = await newStore();
    const history = store.runExperiment(experiment.good.value);
    const refused = expect(history).rejects.toMatchObject({ kind: 'diverged', message: 'away' });
    await settle();
    fake.say(metrics(1, [0, 1, 2, 3, 4, 5, 6, 7]));
    const divergence = { step: 7, restored: 6, message: 'away' };
    fake.say({ type: 'stopped', run: 1, finished: false, divergence });
    await refused;
    const run = trainingControls.current.value;
    expect(trainingControls.phase.value).toBe('paused');
    expect(run?.divergence).toEqual(divergence);
    fake.say({ type: 'recovered', run: 1, step: 6 });
    expect(run?.divergence).toBe(null);
    expect(run?.steps.length).toBe(6);
    expect(run?.status.step).toBe(6);
  });

  it('is given up when the run is reset', async () => {
    const { store, experiment, trainingControls } = await newStore();
    const history = store.runExperiment(experiment.good.value);
    const refused = expect(history).rejects.toMatchObject({ kind: 'state' });
    await settle();
    await trainingControls.reset();
    await refused;
  });
});

describe('the plan', () => {
  it('is the core’s, for the document’s length, and for the run’s while one goes on', async () => {
    const { plannedRates, trainingControls, experiment } = await newStore();
    await settle();
    expect(plannedRates.length.value).toEqual({ steps: 3750, stepsPerEpoch: 125 });
    expect(plannedRates.rates.value).toHaveLength(3750);
    await trainingControls.run();
    await experiment.edit('training.epochs', 5);
    await settle();
    expect(plannedRates.length.value).toEqual({ steps: 20, stepsPerEpoch: 5 });
    expect(plannedRates.rates.value).toHaveLength(20);
  });

  it('is not requested for a run that is too long', async () => {
    const { plannedRates, experiment } = await newStore();
    await experiment.edit('training.epochs', 1e6);
    await settle();
    expect(plannedRates.rates.value).toHaveLength(0);
  });
});

it('reports that the worker has crashed and rejects pending calls', async () => {
  const { store, experiment, trainingControls } = await newStore();
  const history = store.runExperiment(experiment.good.value);
  const refused = expect(history).rejects.toMatchObject({ kind: 'lost' });
  await settle();
  store.onWorkerLost({ kind: 'lost', path: '', message: 'gone' });
  await refused;
  expect(trainingControls.phase.value).toBe('broken');
  await expect(store.runExperiment(experiment.good.value)).rejects.toMatchObject({ kind: 'lost' });
});

it('does not wait for a worker that dies while it starts', async () => {
  const fake = fakeService();
  fake.service.start = () => new Promise(() => {});
  const store = createStore({ service: fake.service, ...surroundings() });
  const started = store.start();
  store.onWorkerLost({ kind: 'lost', path: '', message: 'gone' });
  await started;
  expect(store.trainingControls.phase.value).toBe('broken');
});

it('names the build that a run really opened in', async () => {
  const { store, fake, trainingControls } = await newStore();
  const { open } = fake.service;
  fake.service.open = async (/** @type {any[]} */ ...given) => {
    const result = await open(...given);
    return { ok: true, value: { ...result.value, build: { name: 'relaxed', choices: [] } } };
  };
  await trainingControls.step();
  expect(store.speed.build.value).toMatchObject({ name: 'relaxed' });
});

it('reports that the core cannot be loaded', async () => {
  const fake = fakeService();
  const problem = { kind: 'load', path: '', message: 'no' };
  fake.service.start = vi.fn(async () => ({ ok: false, problem }));
  const store = createStore({ service: fake.service, ...surroundings() });
  await store.start();
  expect(store.trainingControls.phase.value).toBe('broken');
  expect(store.trainingControls.problem.value).toEqual(problem);
});
