// What the page asks of the worker after an edit.

import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';
import { createStore } from '../../../../web/app/store.js';
import { experimentRequests } from '../../../../web/worker/experiment_check.js';
import { fakePlace } from '../../fake_storage.js';
import { fakeService, metrics, noWorkers, settle } from '../../fakes.js';

/** @type {any} */
let anneal;
beforeAll(async () => {
  anneal = await loadAnneal();
});

/** A page with its network panel open, over the real core for checks. */
async function newPage() {
  const fake = fakeService();
  const { checkExperiment } = experimentRequests(() => anneal);
  fake.service.checkExperiment = async (/** @type {any[]} */ ...given) => {
    fake.calls.push(['checkExperiment', ...given]);
    return checkExperiment(.../** @type {[any, any]} */ (given));
  };
  const store = createStore({
    service: fake.service,
    connect: noWorkers,
    theme: { theme: signal('light'), toggle: () => {} },
    preferences: { get: () => undefined, set: () => {} },
    place: fakePlace(),
  });
  await store.start();
  store.builder.watch();
  await store.experiment.replace(defaultExperiment());
  await settle();
  /** Names of the requests that follow an edit. */
  const requestsOf = async (/** @type {string} */ path, /** @type {any} */ value) => {
    const before = fake.calls.length;
    await store.experiment.edit(path, value);
    await settle();
    return fake.calls.slice(before).map(([name]) => name);
  };
  return { ...store, fake, requestsOf };
}

describe('an edit of the experiment', () => {
  it.each([
    ['of the schedule', 'schedule.initial', 0.02],
    ['of the length of the run', 'training.batch_size', 50],
    ['of the network', 'network.layers[0].filters', 4],
    ['of the data', 'data.train', 1000],
    ['that the core refuses', 'training.batch_size', -1],
    ['of a network that cannot work', 'network.layers[0].filters', 0],
  ])('%s is one request', async (_, path, value) => {
    const { requestsOf } = await newPage();
    expect(await requestsOf(path, value)).toEqual(['checkExperiment']);
  });

  it('of the schedule during a run is one request, and is planned over the length of the run', async () => {
    const { requestsOf, trainingControls, plannedRates, fake } = await newPage();
    await trainingControls.run();
    fake.say(metrics(1, [0, 1, 2]));
    await settle();
    expect(await requestsOf('schedule.initial', 0.02)).toEqual(['checkExperiment']);
    expect(plannedRates.rates.value).toHaveLength(20);
    expect(plannedRates.rates.value[0]).toBe(0.02);
  });

  it('gives the layers, the planned rates and the problems of the same document', async () => {
    const { requestsOf, experiment, builder, plannedRates } = await newPage();
    await requestsOf('schedule.initial', 0.25);
    expect(plannedRates.rates.value[0]).toBe(0.25);
    expect(plannedRates.rates.value).toHaveLength(plannedRates.length.value.steps);
    const { layers } = experiment.draft.value.network;
    expect(builder.sketch.value.layers).toHaveLength(layers.length);
    expect(experiment.layers.value).toHaveLength(layers.length);
    await requestsOf('network.layers[0].filters', 0);
    expect(experiment.problems.value[0].path).toMatch(/^network\.layers\[0\]/);
    expect(builder.sketch.value.layers[0].problem).not.toBeNull();
    expect(experiment.good.value.network.layers[0].filters).not.toBe(0);
  });
});
