// Stored races over a database in memory: each "visit" is a new page with the same database.

import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { raceLimits } from '../../../../web/features/storage/race_storage.js';
import { Race } from '../../../../web/features/race/race.js';
import { createDatabase } from '../../../../web/features/storage/database.js';
import { createStore } from '../../../../web/app/store.js';
import { fakeDatabase, fakeTabs } from '../../fake_storage.js';
import { fakeService, metrics, runOf, settle } from '../../fakes.js';

/** @param {ReturnType<typeof fakeDatabase>} database @param {string} [tab] */
async function visit(database, tab = 'first') {
  const tabs = fakeTabs(tab, tab);
  /** The workers of lanes. @type {ReturnType<typeof fakeService>[]} */
  const hands = [];
  const store = createStore({
    service: fakeService().service,
    connect() {
      hands.push(fakeService());
      return { service: hands[hands.length - 1].service, end: () => {} };
    },
    theme: { theme: signal('light'), toggle: () => {} },
    preferences: { get: () => undefined, set: () => {} },
    place: { database: createDatabase(database), tabs, storage: undefined },
  });
  await store.start();
  const stored = async () => {
    await settle();
    await store.persistence.races.settled();
  };
  await stored();
  /** The lane of a worker comes to its end. @param {number} hand @param {number} opened */
  const finish = async (hand, opened) => {
    hands[hand].say(metrics(opened, [0, 1, 2]));
    hands[hand].say({ type: 'stopped', run: opened, finished: true, divergence: null });
    await stored();
  };
  const { races, persistence } = store;
  return {
    races,
    mine: persistence.races,
    error: persistence.error,
    tabs,
    hands,
    stored,
    finish,
  };
}

const entries = ['one', 'two'].map((id, index) => ({
  id,
  schedule: { type: 'constant', initial: 0.1 * (index + 1) },
}));

/** @param {number} began */
function finishedRace(began) {
  const experiment = /** @type {any} */ ({ data: {}, training: { epochs: 1 } });
  const race = new Race({ experiment, entries, seeds: [1], began });
  for (const lane of race.lanes) Object.assign(lane, { state: 'finished', run: runOf(1) });
  return race;
}

const plan = { entries, seeds: 1, epochs: 1, workers: 1 };
const statesOf = (/** @type {Race} */ { lanes }) => lanes.map(({ state }) => state);

/** A page that was closed while the second lane of its race trained. */
async function interrupted() {
  const database = fakeDatabase();
  const page = await visit(database);
  expect(await page.races.start(plan)).toBe(true);
  await page.stored();
  await page.finish(0, 1);
  page.hands[0].say(metrics(2, [0]));
  await page.stored();
  return database;
}

describe('a race', () => {
  it('is restored with the runs of its lanes', async () => {
    const database = fakeDatabase();
    const page = await visit(database);
    await page.races.start(plan);
    await page.stored();
    await page.finish(0, 1);
    await page.finish(0, 2);
    const next = await visit(database, 'second');
    const [race] = next.races.list.value;
    expect(statesOf(race)).toEqual(['finished', 'finished']);
    expect(race.lanes.map(({ run }) => [...(run?.steps.column('loss') ?? [])])).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(race.entries).toEqual(entries);
    expect(next.races.shown.value).toBe(race);
    expect(next.mine.interrupted.value).toBeNull();
  });

  it('stays deleted, and is stored again as a whole when restored', async () => {
    const database = fakeDatabase();
    const page = await visit(database);
    const [other, race] = [finishedRace(1), finishedRace(2)];
    page.races.add(race, other);
    expect(page.races.shown.value).toBe(race);
    await page.stored();
    page.races.delete(race);
    expect(page.races.shown.value).toBe(other);
    await page.stored();
    expect([database.ids('races'), database.ids('lanes')].map(({ length }) => length)).toEqual([
      1, 2,
    ]);
    page.races.restore();
    expect([page.races.shown.value, page.races.deleted.value]).toEqual([race, null]);
    expect(page.races.list.value).toEqual([other, race]);
    await page.stored();
    const [, again] = (await visit(database, 'second')).races.list.value;
    expect(again.lanes.map(({ run }) => run?.steps.length)).toEqual([3, 3]);
  });

  it('beyond the limit evicts the oldest, with a notice', async () => {
    const database = fakeDatabase();
    const page = await visit(database);
    page.races.add(...Array.from({ length: raceLimits.races + 2 }, (_, i) => finishedRace(i + 1)));
    await page.stored();
    expect(database.ids('races')).toHaveLength(raceLimits.races);
    expect(database.ids('races')).not.toContain('race-2');
    expect(database.ids('lanes')).toHaveLength(2 * raceLimits.races);
    expect(page.mine.evicted.value).toBe(2);
    expect(page.races.list.value).toHaveLength(raceLimits.races + 2);
  });

  it('continues if nothing can be stored', async () => {
    const page = await visit(fakeDatabase({ refuse: 'SecurityError' }));
    await page.races.start(plan);
    await page.stored();
    await page.finish(0, 1);
    await page.finish(0, 2);
    expect(statesOf(page.races.list.value[0])).toEqual(['finished', 'finished']);
    expect(page.error.value).toBe('denied');
  });
});

describe('a race that was interrupted', () => {
  it('is loaded once its tab is closed, with its complete lanes and a notice', async () => {
    const page = await visit(await interrupted(), 'second');
    expect(page.races.list.value).toEqual([]);
    page.tabs.end('first');
    await expect.poll(() => page.races.list.value).toHaveLength(1);
    const [race] = page.races.list.value;
    expect(statesOf(race)).toEqual(['finished', 'stopped']);
    expect(race.lanes.map(({ run }) => run?.steps.length)).toEqual([3, undefined]);
    expect(page.mine.interrupted.value).toBe(race);
  });

  it('trains its incomplete lanes and is complete on the next visit', async () => {
    const database = await interrupted();
    const page = await visit(database, 'second');
    page.tabs.end('first');
    await expect.poll(() => page.races.list.value).toHaveLength(1);
    const [race] = page.races.list.value;
    expect(await page.mine.resume(race, 4)).toBe(true);
    expect(page.mine.interrupted.value).toBeNull();
    await page.stored();
    expect(page.hands).toHaveLength(1);
    await page.finish(0, 1);
    expect(page.races.active.value).toBeNull();
    const [whole] = (await visit(database, 'third')).races.list.value;
    expect(statesOf(whole)).toEqual(['finished', 'finished']);
    expect(whole.lanes.map(({ run }) => run?.steps.length)).toEqual([3, 3]);
  });

  it('is resumed by one tab, and another neither trains nor overwrites it', async () => {
    const database = await interrupted();
    const [second, third] = [await visit(database, 'second'), await visit(database, 'third')];
    for (const { tabs } of [second, third]) tabs.end('first');
    await expect.poll(() => second.races.list.value).toHaveLength(1);
    await expect.poll(() => third.races.list.value).toHaveLength(1);
    expect(await second.mine.resume(second.races.list.value[0], 1)).toBe(true);
    await second.stored();
    expect(await third.mine.resume(third.races.list.value[0], 1)).toBe(false);
    expect(third.races.active.value).toBeNull();
    third.races.delete(third.races.list.value[0]);
    await third.stored();
    await second.finish(0, 1);
    const [whole] = (await visit(database, 'fourth')).races.list.value;
    expect(whole.lanes.map(({ run }) => run?.steps.length)).toEqual([3, 3]);
  });

  it('is watched again after another tab has taken it over', async () => {
    const database = await interrupted();
    const second = await visit(database, 'second');
    second.tabs.end('first');
    await expect.poll(() => second.races.list.value).toHaveLength(1);
    await second.mine.resume(second.races.list.value[0], 1);
    await second.stored();
    const third = await visit(database, 'third');
    third.tabs.end('first');
    await third.stored();
    expect(third.races.list.value).toEqual([]);
    await second.finish(0, 1);
    third.tabs.end('second');
    await expect.poll(() => third.races.list.value).toHaveLength(1);
    expect(statesOf(third.races.list.value[0])).toEqual(['finished', 'finished']);
    expect(third.mine.interrupted.value).toBeNull();
  });
});
