// Stores races. A race is written when it begins and after each completed lane. A race that trains belongs
// to its tab; other tabs load it when that tab is closed. Incomplete lanes are not stored: they are trained
// again from the start.

import { effect, signal, untracked } from '@preact/signals';
import { bytesOf } from './run_storage.js';
import { isOpen, Race } from '../race/index.js';

/** @typedef {import('./database.js').StoredRace} StoredRace */

/** Storage limits of all races together; the oldest are evicted first. */
export const raceLimits = { races: 20, bytes: 100e6 };

/**
 * The stored state of a race.
 *
 * @typedef {object} StoredLanes
 * @property {string | null} tab that holds it, as far as this tab knows
 * @property {Map<number, {run: string, bytes: number}>} lanes the run and its size, by index of the lane
 */

/** @param {string} race @param {number} index */
const laneKey = (race, index) => `${race}/${index}`;

/**
 * @param {object} options
 * @param {import('./database.js').Database} options.database
 * @param {{tab: string, ended: (tab: string) => Promise<void>}} options.tabs
 * @param {import('../race/races.js').Races} options.races
 */
export function createRaceStorage({ database, tabs, races }) {
  /** Races that were evicted from storage in this session. */
  const evicted = signal(0);
  /** A race whose tab was closed before it was complete. */
  const interrupted = signal(/** @type {Race | null} */ (null));
  /** @type {Map<string, StoredLanes>} */
  const stored = new Map();
  /** The state of each race that was last written. @type {WeakMap<Race, string>} */
  const marks = new WeakMap();
  let queue = Promise.resolve();

  const later = (/** @type {() => Promise<unknown>} */ work) =>
    (queue = queue.then(work).then(() => {}));

  const markOf = (/** @type {Race} */ race) =>
    JSON.stringify([race === races.active.value, race.lanes.map(({ state }) => state)]);

  /** @param {StoredLanes} known */
  const sizeOf = ({ lanes }) => [...lanes.values()].reduce((sum, { bytes }) => sum + bytes, 0);

  /** @param {Race} race */
  async function write(race) {
    if (!races.list.peek().includes(race)) return;
    const lanes = new Map(stored.get(race.id)?.lanes);
    const fresh = race.lanes.flatMap(({ state, run }, index) => {
      if (isOpen(state) || !run || lanes.get(index)?.run === run.id) return [];
      const record = run.toRecord();
      lanes.set(index, { run: run.id, bytes: bytesOf(record) });
      return [{ id: laneKey(race.id, index), run: record }];
    });
    const now = { tab: race === races.active.peek() ? tabs.tab : null, lanes };
    const record = { ...race.toRecord(), tab: now.tab, bytes: sizeOf(now) };
    if (!(await database.write({ put: { races: [record], lanes: fresh } }, makeRoom))) return;
    stored.set(race.id, now);
    await enforceLimits();
  }

  /** A race that another tab holds cannot be evicted. @param {Race} race */
  async function remove({ id, lanes }) {
    const known = stored.get(id);
    if (!known) return;
    stored.delete(id);
    if (!(await database.adopt('races', id, known.tab, tabs.tab))) return;
    const keys = lanes.map((_, index) => laneKey(id, index));
    await database.write({ remove: { races: [id], lanes: keys } });
  }

  /** Evicts the oldest race that can be evicted. @returns {Promise<boolean>} false if there is none */
  async function makeRoom() {
    const oldest = races.list
      .peek()
      .find((race) => stored.has(race.id) && race !== races.active.peek());
    if (!oldest) return false;
    evicted.value++;
    await remove(oldest);
    return true;
  }

  async function enforceLimits() {
    const total = () => [...stored.values()].reduce((sum, known) => sum + sizeOf(known), 0);
    while (stored.size > raceLimits.races || total() > raceLimits.bytes) {
      if (!(await makeRoom())) return;
    }
  }

  /** @param {StoredRace} record @returns {Promise<Race>} */
  async function take(record) {
    const found = await Promise.all(
      record.lanes.map((lane, index) =>
        isOpen(lane.state) ? undefined : database.get('lanes', laneKey(record.id, index)),
      ),
    );
    const race = Race.fromRecord(
      record,
      found.map((lane) => lane?.run),
    );
    const lanes = found.flatMap((lane, index) =>
      lane ? [[index, { run: lane.run.id, bytes: bytesOf(lane.run) }]] : [],
    );
    stored.set(race.id, { tab: record.tab, lanes: new Map(/** @type {any} */ (lanes)) });
    marks.set(
      race,
      untracked(() => markOf(race)),
    );
    races.add(race);
    return race;
  }

  /** Takes over a race after its tab was closed. @param {string} id @param {string} tab */
  async function takeAfter(id, tab) {
    await tabs.ended(tab);
    const record = /** @type {StoredRace | undefined} */ (await database.get('races', id));
    if (!record) return;
    // Another tab may have taken it over in the meantime.
    if (record.tab !== null && record.tab !== tab) return void takeAfter(id, record.tab);
    const race = await take(record);
    if (record.tab !== null && race.missing.length > 0) interrupted.value = race;
  }

  /** @type {Race[]} */
  let before = [];
  effect(() => {
    const list = races.list.value;
    for (const race of list) void race.pulse.value;
    void races.active.value;
    untracked(() => {
      for (const race of before.filter((one) => !list.includes(one))) {
        marks.delete(race);
        if (interrupted.peek() === race) interrupted.value = null;
        void later(() => remove(race));
      }
      before = list;
      for (const race of list) {
        const mark = markOf(race);
        if (marks.get(race) === mark) continue;
        marks.set(race, mark);
        void later(() => write(race));
      }
    });
  });

  return {
    evicted,
    interrupted,

    /** Loads races of earlier visits and of other tabs. */
    async load() {
      const records = /** @type {StoredRace[]} */ (await database.all('races'));
      for (const record of records) {
        if (record.tab === null) await take(record);
        else void takeAfter(record.id, record.tab);
      }
    },

    /**
     * Trains the incomplete lanes of a race.
     *
     * @param {Race} race
     * @param {number} workers number of lanes to train in parallel
     * @returns {Promise<boolean>} false if another tab has taken it over or deleted it
     */
    async resume(race, workers) {
      if (races.active.peek()) return true;
      await queue;
      const known = stored.get(race.id);
      if (known && !(await database.adopt('races', race.id, known.tab, tabs.tab))) return false;
      if (known) known.tab = tabs.tab;
      if (interrupted.peek() === race) interrupted.value = null;
      await races.continueRace(race, workers);
      return true;
    },

    /** Resolves when all pending writes are done. */
    settled: () => queue,
  };
}
