// Persistence over a database in memory: each "visit" is a new page with the same database.

import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { runLimits } from '../../../../web/features/storage/run_storage.js';
import { createDatabase } from '../../../../web/features/storage/database.js';
import { createStore } from '../../../../web/app/store.js';
import { fakeDatabase, fakeTabs } from '../../fake_storage.js';
import { fakeService, metrics, noWorkers, runOf, settle } from '../../fakes.js';

/**
 * @param {ReturnType<typeof fakeDatabase>} fakeDb
 * @param {object} [options]
 * @param {string} [options.tab]
 * @param {string} [options.name] of the visit
 * @param {boolean} [options.keeps]
 * @param {any} [options.storage]
 * @param {Map<string, string>} [options.remembered]
 */
async function visit(
  fakeDb,
  { tab = 'first', name = 'visit', keeps = true, storage, remembered = new Map() } = {},
) {
  const fake = fakeService({ keeps });
  const database = createDatabase(fakeDb);
  const tabs = fakeTabs(tab, name);
  const store = createStore({
    connect: noWorkers,
    service: fake.service,
    theme: { theme: signal('light'), toggle: () => {} },
    preferences: {
      get: (key) => remembered.get(key),
      set: (key, value) => void remembered.set(key, value),
    },
    place: { database, tabs, storage },
  });
  await store.start();
  const kept = async () => {
    await settle();
    await store.persistence.settled();
  };
  return { ...store, store, fake, tabs, database, kept };
}

const checkpoint = (/** @type {number} */ run, /** @type {number} */ step) => ({
  ...{ type: 'checkpoint', run, step, bytes: 4 },
  content: new Blob([`step ${step}`]),
});

const stopped = (/** @type {number} */ run, finished = false) => ({
  ...{ type: 'stopped', run, finished, divergence: null },
});

/** A page that was closed while its first run was at step 3. */
async function interrupted(fakeDb = fakeDatabase()) {
  const page = await visit(fakeDb);
  await page.experiment.edit('seed', 9);
  await page.trainingControls.run();
  page.fake.say(metrics(1, [0, 1, 2]));
  page.fake.say(checkpoint(1, 3));
  await page.store.persistence.saveAll();
  await page.kept();
  return fakeDb;
}

describe('the experiment', () => {
  it('is restored after a reload, separately for each tab', async () => {
    const fakeDb = fakeDatabase();
    const first = await visit(fakeDb, { name: 'a' });
    await first.experiment.edit('seed', 5);
    await first.store.persistence.saveAll();
    const second = await visit(fakeDb, { name: 'b' });
    expect(second.experiment.draft.value.seed).toBe(5);
    await second.experiment.edit('seed', 6);
    await second.store.persistence.saveAll();
    expect((await visit(fakeDb, { name: 'a' })).experiment.draft.value.seed).toBe(5);
    expect((await visit(fakeDb, { name: 'b' })).experiment.draft.value.seed).toBe(6);
  });

  it('is saved on unload even if the database is too slow', async () => {
    const remembered = new Map();
    const page = await visit(fakeDatabase(), { remembered });
    void page.experiment.edit('seed', 8);
    void page.store.persistence.saveAll();
    const next = await visit(fakeDatabase(), { remembered });
    expect(next.experiment.draft.value.seed).toBe(8);
  });

  it('is saved shortly after each change', async () => {
    vi.useFakeTimers();
    const fakeDb = fakeDatabase();
    const page = await visit(fakeDb);
    await page.experiment.edit('seed', 7);
    expect([...fakeDb.stores.experiments.values()]).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect([...fakeDb.stores.experiments.values()]).toMatchObject([{ document: { seed: 7 } }]);
    vi.useRealTimers();
  });
});

describe('runs', () => {
  it('are restored with name and pin', async () => {
    const fakeDb = fakeDatabase();
    const page = await visit(fakeDb);
    await page.trainingControls.run();
    page.fake.say(metrics(1, [0, 1, 2]));
    page.fake.say(stopped(1, true));
    page.runs.list.value[0].name.value = 'Mine';
    page.runs.list.value[0].pinned.value = true;
    await page.kept();
    const next = await visit(fakeDb, { tab: 'second' });
    await expect.poll(() => next.runs.list.value.length).toBe(1);
    const [run] = next.runs.list.value;
    expect([run.number, run.name.value, run.pinned.value]).toEqual([1, 'Mine', true]);
    expect([...run.steps.column('loss')]).toEqual([0, 1, 2]);
    expect(next.store.persistence.offers.value).toEqual([]);
    await next.trainingControls.run();
    expect(next.trainingControls.current.value?.number).toBe(2);
  });

  it('stay deleted, and are stored again when restored', async () => {
    const fakeDb = fakeDatabase();
    const page = await visit(fakeDb);
    page.runs.add(runOf(1), runOf(2));
    await page.kept();
    expect(fakeDb.ids('runs')).toHaveLength(2);
    page.runs.delete(page.runs.list.value[0]);
    await page.kept();
    expect(fakeDb.ids('runs')).toEqual([page.runs.list.value[0].id]);
    page.runs.restore();
    await page.kept();
    expect(fakeDb.ids('runs')).toHaveLength(2);
  });

  it('beyond the limit are evicted, oldest unpinned first, with a notice', async () => {
    const fakeDb = fakeDatabase();
    const page = await visit(fakeDb);
    const many = Array.from({ length: runLimits.runs + 2 }, (_, i) => runOf(i + 1));
    many[0].pinned.value = true;
    page.runs.add(...many);
    await page.kept();
    expect(fakeDb.ids('runs')).toHaveLength(runLimits.runs);
    expect(fakeDb.ids('runs')).toContain(many[0].id);
    expect(fakeDb.ids('runs')).not.toContain(many[1].id);
    expect(page.store.persistence.evicted.value).toBe(2);
    expect(page.runs.list.value).toHaveLength(runLimits.runs + 2);
  });

  it('continue to train without space, without storage, and without a response', async () => {
    for (const options of [{ room: 0 }, { refuse: 'SecurityError' }]) {
      const page = await visit(fakeDatabase(options));
      await page.trainingControls.run();
      page.fake.say(metrics(1, [0, 1, 2]));
      page.fake.say(checkpoint(1, 3));
      page.fake.say(stopped(1));
      await page.kept();
      expect(page.trainingControls.phase.value).toBe('paused');
      expect(page.store.persistence.error.value).toBe(options.room === 0 ? 'full' : 'denied');
      expect(page.trainingControls.problem.value).toBeNull();
    }
  });

  it('request persistent storage once', async () => {
    const storage = { persisted: vi.fn(async () => false), persist: vi.fn(async () => true) };
    const page = await visit(fakeDatabase(), { storage });
    expect(storage.persist).not.toHaveBeenCalled();
    page.runs.add(runOf(1));
    page.runs.list.value[0].pinned.value = true;
    page.runs.add(runOf(2));
    page.runs.list.value[1].pinned.value = true;
    await page.kept();
    expect(storage.persist).toHaveBeenCalledTimes(1);
  });
});

describe('an interrupted run', () => {
  it('is offered once its tab is closed, not before', async () => {
    const fakeDb = await interrupted();
    const page = await visit(fakeDb, { tab: 'second' });
    await page.kept();
    expect(page.store.persistence.offers.value).toEqual([]);
    expect(page.runs.list.value).toEqual([]);
    page.tabs.end('first');
    await expect.poll(() => page.store.persistence.offers.value).toHaveLength(1);
    expect(page.store.persistence.offers.value[0]).toMatchObject({
      number: 1,
      step: 3,
      totalSteps: 20,
    });
    expect(page.runs.list.value[0].steps.length).toBe(3);
  });

  it('resumes from its checkpoint, whose rows arrive again', async () => {
    const page = await visit(await interrupted(), { tab: 'second' });
    page.tabs.end('first');
    await expect.poll(() => page.store.persistence.offers.value).toHaveLength(1);
    await page.experiment.edit('seed', 1);
    expect(await page.store.persistence.resume(page.store.persistence.offers.value[0])).toBe(
      'resumed',
    );
    const [[, number, content, , build]] = page.fake.named('resume');
    expect([number, build, await content.text()]).toEqual([1, 'simd', 'kept']);
    expect(page.fake.named('run')).toHaveLength(1);
    expect(page.experiment.draft.value.seed).toBe(9);
    page.fake.say(metrics(1, [0, 1, 2, 3]));
    expect([...page.runs.list.value[0].steps.column('step')]).toEqual([0, 1, 2, 3]);
    page.fake.say(metrics(1, [4]));
    expect(page.runs.list.value[0].steps.length).toBe(5);
    expect(page.store.persistence.offers.value).toEqual([]);
    page.fake.say(stopped(1, true));
    await page.kept();
    expect(await page.database.all('checkpoints')).toEqual([]);
  });

  it('is resumed by one tab only', async () => {
    const fakeDb = await interrupted();
    const [second, third] = [
      await visit(fakeDb, { tab: 'second' }),
      await visit(fakeDb, { tab: 'third' }),
    ];
    for (const { tabs } of [second, third]) tabs.end('first');
    await expect.poll(() => third.store.persistence.offers.value).toHaveLength(1);
    await expect.poll(() => second.store.persistence.offers.value).toHaveLength(1);
    const [offer] = third.store.persistence.offers.value;
    expect(await second.store.persistence.resume(second.store.persistence.offers.value[0])).toBe(
      'resumed',
    );
    expect(await third.store.persistence.resume(offer)).toBe('elsewhere');
    expect(third.store.persistence.offers.value).toEqual([]);
    await third.store.persistence.discard(offer);
    expect(await third.database.all('checkpoints')).toMatchObject([{ tab: 'second' }]);
  });

  it('cannot be resumed once it is discarded; its curve stays', async () => {
    const fakeDb = await interrupted();
    const page = await visit(fakeDb, { tab: 'second' });
    page.tabs.end('first');
    await expect.poll(() => page.store.persistence.offers.value).toHaveLength(1);
    await page.store.persistence.discard(page.store.persistence.offers.value[0]);
    await page.kept();
    expect(fakeDb.ids('checkpoints')).toEqual([]);
    expect(fakeDb.ids('runs')).toHaveLength(1);
    expect(page.runs.list.value).toHaveLength(1);
  });

  it('replaces the open run, which is then offered', async () => {
    const page = await visit(await interrupted(), { tab: 'second' });
    page.tabs.end('first');
    await expect.poll(() => page.store.persistence.offers.value).toHaveLength(1);
    await page.trainingControls.run();
    page.fake.say(metrics(2, [0, 1, 2]));
    const [offer] = page.store.persistence.offers.value;
    expect(await page.store.persistence.resume(offer)).toBe('resumed');
    await page.kept();
    expect(page.store.persistence.offers.value).toMatchObject([{ number: 2, tab: 'second' }]);
    expect((await page.database.keys('checkpoints')).length).toBe(2);
  });

  it('is not resumed while the open run cannot be closed', async () => {
    const page = await visit(await interrupted(), { tab: 'second', keeps: false });
    page.tabs.end('first');
    await expect.poll(() => page.store.persistence.offers.value).toHaveLength(1);
    await page.trainingControls.run();
    page.fake.say(metrics(2, [0, 1, 2]));
    const [offer] = page.store.persistence.offers.value;
    expect(await page.store.persistence.resume(offer)).toBe('busy');
    expect(page.trainingControls.current.value?.number).toBe(2);
    expect(page.store.persistence.offers.value).toHaveLength(1);
  });

  it('is not offered after a reset', async () => {
    const fakeDb = await interrupted();
    const page = await visit(fakeDb, { tab: 'second' });
    await page.trainingControls.run();
    page.fake.say(metrics(1, [0, 1]));
    page.fake.say(checkpoint(1, 2));
    await page.kept();
    expect(fakeDb.ids('checkpoints')).toHaveLength(2);
    await page.trainingControls.reset();
    await page.kept();
    expect(await page.database.all('checkpoints')).toMatchObject([{ tab: 'first' }]);
  });

  it('is reported if its checkpoint is too large', async () => {
    const page = await visit(fakeDatabase());
    await page.trainingControls.run();
    page.fake.say({ type: 'checkpoint', run: 1, step: 2, content: null, bytes: 3e8 });
    expect(page.store.persistence.tooLarge.value).toMatchObject({ run: { number: 1 }, bytes: 3e8 });
  });
});
