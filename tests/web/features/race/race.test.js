// The fair race over the core itself: what two lanes share, what becomes of lanes that fail, and how it
// gives way to the run.

import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { Race } from '../../../../web/features/race/race.js';
import { resultsOf } from '../../../../web/features/race/race_results.js';
import { createRaces } from '../../../../web/features/race/races.js';
import { createRuns } from '../../../../web/features/runs/runs.js';
import { createService } from '../../../../web/worker/service.js';
import { small } from '../../../bindings/documents.js';

/** @type {any} */
const document = { ...small, name: '', schedule: { type: 'constant', initial: 0.05 } };
const cosine = { type: 'cosine', initial: 0.05, unit: 'step' };

const newService = () =>
  createService({
    load: ({ build }) => loadAnneal({ build }),
    findBuilds: async () => [{ name: 'simd', obstacle: null }],
  });

/**
 * @param {object} [options]
 * @param {(service: any, index: number, onLost: any) => any} [options.wrap] what a lane's worker is
 */
async function newRaces({ wrap = (service) => service } = {}) {
  const service = newService();
  await service.start(() => {});
  const workers = { made: 0, ended: 0, most: 0 };
  /** @type {any} */
  const trainingControls = { busy: signal(false), phase: signal('idle'), pause: async () => {} };
  const runs = createRuns();
  const races = createRaces({
    ...{ service, runs, trainingControls, files: () => new Map() },
    experiment: /** @type {any} */ ({ settled: async () => {}, good: signal(document) }),
    speed: /** @type {any} */ ({
      measuring: signal(null),
      build: signal({
        choices: [
          { name: 'relaxed-threads', obstacle: null },
          { name: 'relaxed', obstacle: 'no_relaxed_simd' },
          { name: 'simd', obstacle: null },
        ],
      }),
    }),
    connect: (onLost) => {
      workers.made++;
      workers.most = Math.max(workers.most, workers.made - workers.ended);
      return { service: wrap(newService(), workers.made, onLost), end: () => void workers.ended++ };
    },
  });
  return { races, workers, trainingControls, runs };
}

/** @param {any} races @param {(race: Race) => boolean} when @returns {Promise<Race>} */
function until(races, when) {
  return new Promise((resolve) => {
    const stop = races.shown.subscribe((/** @type {Race | null} */ race) => {
      race?.pulse.subscribe(() => {
        if (!when(race)) return;
        queueMicrotask(() => stop());
        resolve(race);
      });
    });
  });
}
const toItsEnd = (/** @type {any} */ races) =>
  until(races, (race) => race.over && races.active.peek() === null);

const entries = [
  { id: 'one', schedule: document.schedule },
  { id: 'two', schedule: cosine },
  { id: 'same', schedule: document.schedule },
];

/** What depends on the experiment alone: how long it took does not. @param {Record<string, any> | undefined} columns */
const untimed = (columns) => ({ ...columns, seconds: undefined });

describe('a fair race', () => {
  /** @type {Race} */
  let race;
  /** @type {Awaited<ReturnType<typeof newRaces>>} */
  let world;

  beforeAll(async () => {
    world = await newRaces();
    expect(await world.races.start({ entries, seeds: 2, epochs: 3, workers: 2 })).toBe(true);
    race = await toItsEnd(world.races);
  });

  const laneOf = (/** @type {number} */ entry, /** @type {number} */ seed) =>
    race.lanes.find((lane) => lane.entry === entry && lane.seed === seed)?.run?.toRecord();

  it('trains every schedule with every seed, with the requested number of lanes in parallel', () => {
    expect(race.seeds).toEqual([7, 8]);
    expect(race.lanes.map(({ state }) => state)).toEqual(new Array(6).fill('finished'));
    expect(world.workers).toEqual({ made: 2, ended: 2, most: 2 });
  });

  it('starts a seed seed by seed, so that all schedules have run before one runs twice', () => {
    expect(race.lanes.map(({ entry, seed }) => [seed, entry])).toEqual([
      [7, 0],
      [7, 1],
      [7, 2],
      [8, 0],
      [8, 1],
      [8, 2],
    ]);
  });

  it('gives the same bits to lanes of one seed and one schedule', () => {
    for (const seed of race.seeds) {
      const [one, same] = [laneOf(0, seed), laneOf(2, seed)];
      expect(untimed(one?.steps)).toEqual(untimed(same?.steps));
      expect(untimed(one?.epochs)).toEqual(untimed(same?.epochs));
      expect(one?.steps.loss).toHaveLength(15);
    }
  });

  it('starts every schedule from the same weights on the same batch', () => {
    for (const seed of race.seeds) {
      const [one, other] = [laneOf(0, seed), laneOf(1, seed)];
      for (const key of ['loss', 'accuracy', 'gradient_norm']) {
        expect(one?.steps[key][0]).toBe(other?.steps[key][0]);
      }
      expect(one?.steps.loss[14]).not.toBe(other?.steps.loss[14]);
      // The core names an experiment that has no name by its schedule.
      const without = { schedule: 0, name: '' };
      expect({ ...one?.experiment, ...without }).toEqual({ ...other?.experiment, ...without });
    }
  });

  it('starts another seed elsewhere', () => {
    expect(laneOf(0, 7)?.steps.loss[0]).not.toBe(laneOf(0, 8)?.steps.loss[0]);
  });

  it('has results: the reference, and noise where two are the same', () => {
    const results = resultsOf(race, { spread: 'deviation', against: 'first' });
    expect(results[0]).toMatchObject({ reference: true, difference: null });
    expect(results[2].difference).toMatchObject({ pairs: 2, mean: 0, verdict: 'noise' });
    const [a, b] = [laneOf(1, 7), laneOf(1, 8)].map(
      (lane) => lane?.epochs.validation_accuracy[2] ?? 0,
    );
    expect(results[1].final.mean).toBeCloseTo((a + b) / 2, 12);
    expect(results[1].final.half).toBeCloseTo(Math.abs(a - b) / Math.SQRT2, 12);
  });

  it('survives its record', () => {
    const runs = race.lanes.map(({ run }) => structuredClone(run?.toRecord()));
    const again = Race.fromRecord(structuredClone(race.toRecord()), runs);
    expect(again.toRecord()).toEqual(race.toRecord());
    expect(again.lanes.map(({ run }) => run?.toRecord())).toEqual(runs);
    expect(again.over).toBe(true);
  });

  it('opens a lane as a run of its own', () => {
    world.races.openLane(race.lanes[1], 'cosine, seed 7');
    const [run] = world.runs.list.value;
    expect(run.name.value).toBe('cosine, seed 7');
    expect(run.toRecord().steps).toEqual(laneOf(1, 7)?.steps);
  });
});

describe('a lane that fails', () => {
  it('affects no other lane when it diverges, and is counted', async () => {
    const { races } = await newRaces();
    const wild = { id: 'wild', schedule: { type: 'constant', initial: 1e9 } };
    await races.start({ entries: [entries[0], wild], seeds: 2, epochs: 1, workers: 1 });
    const race = await toItsEnd(races);
    const [calm, mad] = resultsOf(race, { spread: 'deviation', against: 'best' });
    expect(calm.lanes).toMatchObject({ finished: 2 });
    expect(mad.lanes).toMatchObject({ finished: 0, diverged: 2 });
    expect(mad.difference).toMatchObject({ pairs: 0, verdict: 'unknown' });
    expect(race.lanes[1].run?.divergence).not.toBeNull();
  });

  it('affects no other lane when its worker crashes, which is replaced', async () => {
    const { races, workers } = await newRaces({
      wrap: (service, index, onLost) =>
        index > 1
          ? service
          : { ...service, run: async () => onLost({ kind: 'lost', path: '', message: 'gone' }) },
    });
    await races.start({ entries: entries.slice(0, 2), seeds: 1, epochs: 1, workers: 1 });
    const race = await toItsEnd(races);
    expect(race.lanes.map(({ state }) => state)).toEqual(['failed', 'finished']);
    expect(race.lanes[0].problem?.message).toBe('gone');
    expect(workers).toMatchObject({ made: 2, ended: 2 });
  });

  it('ends the race where no worker can begin', async () => {
    const problem = { kind: 'load', path: '', message: 'no module' };
    const { races } = await newRaces({
      wrap: () => ({ start: async () => ({ ok: false, problem }) }),
    });
    await races.start({ entries: entries.slice(0, 2), seeds: 2, epochs: 1, workers: 2 });
    const race = await toItsEnd(races);
    expect(race.lanes.map(({ state }) => state)).toEqual(new Array(4).fill('failed'));
  });

  it('is refused before anything is trained, by its path', async () => {
    const { races, workers } = await newRaces();
    const bad = { id: 'bad', schedule: { type: 'cosine', initial: -1 } };
    expect(await races.start({ entries: [entries[0], bad], seeds: 1, epochs: 1, workers: 1 })).toBe(
      false,
    );
    expect(races.problem.value).toMatchObject({ problem: { path: 'schedule.initial' } });
    expect(await races.start({ entries, seeds: 11, epochs: 1, workers: 1 })).toBe(false);
    expect(races.problem.value).toEqual({ part: 'seeds' });
    expect(await races.start({ entries, seeds: 1, epochs: 0, workers: 1 })).toBe(false);
    expect(races.problem.value).toEqual({ part: 'epochs' });
    expect(await races.start({ entries: [entries[0]], seeds: 1, epochs: 1, workers: 1 })).toBe(
      false,
    );
    expect(races.problem.value).toEqual({ part: 'schedules' });
    expect(workers.made).toBe(0);
  });
});

describe('a race that is paused', () => {
  it('continues with bit-identical results', async () => {
    const { races } = await newRaces();
    const plan = { entries: entries.slice(0, 2), seeds: 1, epochs: 40, workers: 1 };
    await races.start(plan);
    const race = await until(races, ({ lanes }) => (lanes[0].run?.steps.length ?? 0) > 0);
    races.pause();
    const still = await standsStill(race);
    expect(still).toBeLessThan(200);
    await races.resume();
    await toItsEnd(races);
    const whole = await newRaces();
    await whole.races.start(plan);
    const other = await toItsEnd(whole.races);
    const stepsOf = (/** @type {typeof race} */ { lanes: [{ run }] }) => run?.toRecord().steps;
    expect(untimed(stepsOf(race))).toEqual(untimed(stepsOf(other)));
  });

  it('waits while the run trains and continues afterwards', async () => {
    const { races, trainingControls } = await newRaces();
    await races.start({ entries: entries.slice(0, 2), seeds: 1, epochs: 40, workers: 1 });
    const race = await until(races, ({ lanes }) => (lanes[0].run?.steps.length ?? 0) > 0);
    trainingControls.busy.value = true;
    expect(races.waits.value).toBe(true);
    expect(await standsStill(race)).toBeLessThan(200);
    trainingControls.busy.value = false;
    expect((await toItsEnd(races)).lanes[0].state).toBe('finished');
  });

  it('keeps its results when it is stopped', async () => {
    const { races, workers } = await newRaces();
    await races.start({ entries: entries.slice(0, 2), seeds: 1, epochs: 40, workers: 1 });
    const race = await until(races, ({ lanes }) => (lanes[0].run?.steps.length ?? 0) > 0);
    races.stop();
    expect(race.lanes.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    expect(race.lanes[0].run?.steps.length).toBeGreaterThan(0);
    expect(races.active.value).toBeNull();
    expect(workers).toEqual({ made: 1, ended: 1, most: 1 });
  });

  it('trains its incomplete lanes with bit-identical results', async () => {
    const { races, workers } = await newRaces();
    const plan = { entries: entries.slice(0, 2), seeds: 1, epochs: 40, workers: 1 };
    await races.start(plan);
    const race = await until(races, ({ lanes }) => (lanes[1].run?.steps.length ?? 0) > 0);
    races.stop();
    expect(race.missing).toHaveLength(1);
    const [first] = race.lanes.map(({ run }) => run);
    await races.continueRace(race, 4);
    await toItsEnd(races);
    expect(race.lanes.map(({ state }) => state)).toEqual(['finished', 'finished']);
    expect(race.lanes[0].run).toBe(first);
    // Of four that were allowed, one had something to do.
    expect(workers).toEqual({ made: 2, ended: 2, most: 1 });
    const whole = await newRaces();
    await whole.races.start(plan);
    const other = await toItsEnd(whole.races);
    const stepsOf = (/** @type {Race} */ { lanes: [, { run }] }) => run?.toRecord().steps;
    expect(untimed(stepsOf(race))).toEqual(untimed(stepsOf(other)));
  });
});

/** Steps of the first lane once no more are reported. @param {Race} race */
async function standsStill(race) {
  let before = -1;
  for (;;) {
    const now = race.lanes[0].run?.steps.length ?? 0;
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
