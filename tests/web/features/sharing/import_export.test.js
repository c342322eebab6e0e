// Links and files that come to the page, over a service that answers as the worker would.

import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';
import { textOfLink, linkOf } from '../../../../web/features/sharing/share_link.js';
import { createStore } from '../../../../web/app/store.js';
import { fakePlace } from '../../fake_storage.js';
import { columns, fakeService, metrics, noWorkers } from '../../fakes.js';

const shared = { ...defaultExperiment(), name: 'Shared', seed: 21 };

/** @param {Parameters<typeof fakeService>[0]} [options] @param {any} [readAnnealFile] */
async function newPage(options, readAnnealFile) {
  const fake = fakeService(options);
  if (readAnnealFile) fake.service.readAnnealFile = async () => readAnnealFile;
  const store = createStore({
    service: fake.service,
    connect: noWorkers,
    theme: { theme: signal('light'), toggle: () => {} },
    preferences: { get: () => undefined, set: () => {} },
    place: fakePlace(),
  });
  await store.start();
  return { ...store, fake };
}

const file = (/** @type {string} */ name, text = '{}') => ({
  name,
  content: new File([text], name),
});

describe('a link', () => {
  it('loads its experiment, says its name, and runs nothing', async () => {
    const { importExport, experiment, fake } = await newPage();
    expect(await importExport.openLink(linkOf(shared) ?? '')).toBe(true);
    expect(experiment.draft.value).toEqual(shared);
    expect(importExport.message.value).toEqual({ what: 'link', name: 'Shared' });
    expect(fake.named('open')).toEqual([]);
  });

  it('that is none of ours is left alone', async () => {
    const { importExport } = await newPage();
    expect(await importExport.openLink('#chart-title')).toBe(false);
    expect(importExport.message.value).toBeNull();
  });

  it('that is damaged or refused leaves everything as it was', async () => {
    const refuse = (/** @type {any} */ { seed }) =>
      seed === 21 ? { path: 'seed', message: 'expected another' } : undefined;
    const { importExport, experiment } = await newPage({ refuse });
    const before = experiment.draft.value;
    await importExport.openLink('#x=AAAA');
    expect(importExport.message.value).toMatchObject({ what: 'refused', reason: 'damaged' });
    await importExport.openLink(linkOf(shared) ?? '');
    expect(importExport.message.value).toMatchObject({
      reason: 'wrong',
      message: 'seed: expected another',
    });
    expect(experiment.draft.value).toBe(before);
  });

  it('whose run would take more memory than there is, is refused', async () => {
    const { importExport, experiment, fake } = await newPage();
    const check = fake.service.check;
    fake.service.check = async (/** @type {any} */ document) => ({
      ok: true,
      value: { .../** @type {any} */ (await check(document)).value, memory: 9e9 },
    });
    await importExport.openLink(linkOf(shared) ?? '');
    expect(importExport.message.value).toMatchObject({ reason: 'memory', bytes: 9e9 });
    expect(experiment.draft.value.seed).toBe(1);
  });

  it('sets a run aside that is going on, to be resumed', async () => {
    const { importExport, trainingControls, persistence, fake } = await newPage();
    await trainingControls.run();
    fake.say(metrics(1, [0, 1, 2]));
    await importExport.openLink(linkOf(shared) ?? '');
    expect(trainingControls.phase.value).toBe('idle');
    expect(persistence.offers.value).toMatchObject([{ number: 1, step: 3 }]);
  });

  it('waits where the run cannot be set aside', async () => {
    const { importExport, trainingControls, experiment, fake } = await newPage({ keeps: false });
    await trainingControls.run();
    fake.say(metrics(1, [0, 1, 2]));
    await importExport.openLink(linkOf(shared) ?? '');
    expect(importExport.message.value).toMatchObject({ reason: 'busy' });
    expect(trainingControls.phase.value).toBe('running');
    expect(experiment.draft.value.seed).toBe(1);
  });

  it('is copied, or given to be copied by hand, with the files that it does not carry', async () => {
    const { importExport, experiment } = await newPage();
    /** @type {string[]} */
    const copied = [];
    await importExport.share('https://x.test/', async (text) => void copied.push(text));
    expect(textOfLink(new URL(copied[0]).hash)).toEqual({
      text: JSON.stringify(experiment.good.value),
    });
    expect(importExport.message.value).toMatchObject({ what: 'copied', needs: [] });
    const data = { ...experiment.draft.value.data, source: 'npz', file: 'mine.npz' };
    await experiment.edit('data', data);
    await importExport.share('https://x.test/', () => Promise.reject(new Error('denied')));
    expect(importExport.message.value).toMatchObject({ what: 'byHand', needs: ['mine.npz'] });
  });
});

describe('files', () => {
  it('of Anneal are told from data by name or by how they begin', async () => {
    const refused = { ok: false, problem: { kind: 'file', path: '', message: '"a" is no JSON' } };
    const page = await newPage({}, refused);
    expect(await page.importExport.take([file('a.JSON')])).toBe(false);
    expect(page.importExport.message.value).toMatchObject({
      what: 'refused',
      message: '"a" is no JSON',
    });
    expect(await page.importExport.take([file('a.txt', '{"version": 1}')])).toBe(false);
    expect(page.fake.named('detectFormat')).toEqual([]);
    expect(await page.importExport.take([file('a.npz', 'PK')])).toBe(true);
    expect(page.fake.named('detectFormat')).toHaveLength(1);
  });

  it('with runs put them in the list', async () => {
    const steps = columns(['step', 'epoch', 'rate', 'loss', 'accuracy', 'gradient_norm'], [0, 1]);
    const epochs = columns(['epoch', 'step', 'validation_accuracy'], []);
    const { status } = metrics(1, [0, 1]);
    const found = { name: 'Theirs', experiment: shared, edits: [], steps, epochs, status };
    const read = { ok: true, value: { kind: 'runs', runs: [found, found] } };
    const { importExport, runs } = await newPage({}, read);
    await importExport.take([file('runs.json')]);
    expect(runs.list.value.map(({ number, name }) => [number, name.value])).toEqual([
      [1, 'Theirs'],
      [2, 'Theirs'],
    ]);
    expect(importExport.message.value).toMatchObject({ what: 'runs', count: 2 });
  });

  it('with weights are what the next run starts from', async () => {
    const page = await newPage({}, { ok: true, value: { kind: 'weights', tensors: 4 } });
    const brought = file('w.safetensors');
    await page.importExport.take([brought]);
    await page.trainingControls.run();
    expect(page.fake.named('open')[0][4]).toBe(brought.content);
    page.importExport.weights.value = null;
    await page.trainingControls.reset();
    await page.trainingControls.run();
    expect(page.fake.named('open')[1][4]).toBeUndefined();
  });

  it('that the experiment waits for are taken in without changing it', async () => {
    const known = {
      kind: 'npz',
      count: 50,
      classes: 3,
      shape: [4, 4, 1],
      images: 'x',
      labels: 'y',
    };
    const page = await newPage({ known: { 'mine.npz': /** @type {any} */ (known) } });
    const data = { ...shared.data, source: /** @type {const} */ ('npz'), file: 'mine.npz' };
    await page.importExport.openLink(linkOf({ ...shared, data }) ?? '');
    expect(page.dataFiles.missing.value).toEqual(['mine.npz']);
    await page.importExport.take([file('mine.npz', 'PK')]);
    expect(page.dataFiles.missing.value).toEqual([]);
    expect(page.experiment.draft.value.data).toEqual(data);
  });
});
