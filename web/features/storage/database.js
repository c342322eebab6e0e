// The IndexedDB database of the page: experiments, runs, checkpoints, races and data files. No call rejects:
// when storage is denied, full or blocked by another tab, `error` holds the reason.

import { signal } from '@preact/signals';
import { openDB } from 'idb';

/**
 * denied: storage is not available (private window, browser setting); full: the quota is exhausted; newer:
 * another tab has opened a newer version; blocked: another tab holds an older version open.
 *
 * @typedef {'denied' | 'full' | 'newer' | 'blocked'} StorageError
 */

/**
 * @typedef {object} StoredExperiment
 * @property {string} visit id of the tab, the same after a reload
 * @property {import('../../protocol/types.js').Experiment} document the draft
 * @property {string[]} files keys of the data files that it needs
 * @property {number} at milliseconds since 1970
 */

/** @typedef {import('../training/run.js').RunRecord & {bytes: number}} StoredRun */

/**
 * @typedef {object} StoredCheckpoint
 * @property {string} id of the run
 * @property {string} tab that trained it last
 * @property {number} number of the run
 * @property {string} name of the run
 * @property {number} step
 * @property {number} totalSteps
 * @property {import('../../protocol/types.js').BuildName} build
 * @property {string} version of the core
 * @property {import('../../protocol/types.js').Experiment} document the draft when the run began
 * @property {string[]} needs names of the files that the run is trained on
 * @property {string[]} files keys of the stored ones
 * @property {number} at milliseconds since 1970
 * @property {Blob} content
 */

/**
 * @typedef {object} RaceHolder
 * @property {string | null} tab that trains it; null: it is not training
 * @property {number} bytes including its lanes
 */

/** @typedef {import('../race/race.js').RaceRecord & RaceHolder} StoredRace */

/**
 * The run of a lane of a race. Written once, when it ends.
 *
 * @typedef {object} StoredLane
 * @property {string} id
 * @property {import('../training/run.js').RunRecord} run
 */

/**
 * @typedef {object} StoredFile
 * @property {string} key
 * @property {string} name
 * @property {Blob | import('../../protocol/types.js').Folder} content
 */

const NAME = 'anneal';
const VERSION = 2;
const FIRST_STORES = { experiments: 'visit', runs: 'id', checkpoints: 'id', files: 'key' };
const RACE_STORES = { races: 'id', lanes: 'id' };

/** @typedef {keyof typeof FIRST_STORES | keyof typeof RACE_STORES} StoreName */

/** @typedef {(database: import('idb').IDBPDatabase) => void} Upgrade */

/** @param {Record<string, string>} keys @returns {Upgrade} */
const withStores = (keys) => (database) => {
  for (const [store, keyPath] of Object.entries(keys)) {
    database.createObjectStore(store, { keyPath });
  }
};

/** The upgrade to each version from the previous one. */
const upgrades = [withStores(FIRST_STORES), withStores(RACE_STORES)];

/** @param {{open?: typeof openDB}} [options] */
export function createDatabase({ open = openDB } = {}) {
  const error = signal(/** @type {StorageError | null} */ (null));
  /** @type {Promise<import('idb').IDBPDatabase | null> | null} resolves to null if it cannot be opened */
  let opening = null;

  const openOnce = () =>
    new Promise((resolve, reject) => {
      const opened = open(NAME, VERSION, {
        upgrade: (upgraded, before) => upgrades.slice(before).forEach((step) => step(upgraded)),
        blocked() {
          error.value = 'blocked';
          resolve(null);
        },
        async blocking() {
          // A newer page waits until this connection is closed.
          error.value = 'newer';
          opening = Promise.resolve(null);
          (await opened).close();
        },
        terminated: () => void (opening = null),
      });
      opened.then((database) => {
        if (error.peek() === 'blocked') {
          error.value = null;
          opening = opened;
        }
        resolve(database);
      }, reject);
    });

  /**
   * @template T
   * @param {(database: import('idb').IDBPDatabase) => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined if the database is not available
   */
  async function attempt(work) {
    try {
      const database = await (opening ??= openOnce());
      return database ? await work(database) : undefined;
    } catch (thrown) {
      const { name } = /** @type {Error} */ (thrown);
      if (name !== 'QuotaExceededError') opening = null;
      error.value = storageErrorOf(name);
      return undefined;
    }
  }

  return {
    error,

    /**
     * @param {StoreName} store
     * @returns {Promise<any[]>}
     */
    all: async (store) => (await attempt((database) => database.getAll(store))) ?? [],

    /** @param {StoreName} store @returns {Promise<string[]>} */
    keys: async (store) =>
      /** @type {string[]} */ ((await attempt((database) => database.getAllKeys(store))) ?? []),

    /** @param {StoreName} store @param {string} key @returns {Promise<any>} */
    get: (store, key) => attempt((database) => database.get(store, key)),

    /**
     * Changes records of several stores in one transaction. If the quota is exhausted, `makeRoom` may free
     * some space.
     *
     * @param {{put?: Partial<Record<StoreName, any[]>>, remove?: Partial<Record<StoreName, string[]>>}} change
     * @param {() => Promise<boolean>} [makeRoom] resolves to whether space was freed
     * @returns {Promise<boolean>} whether it was stored
     */
    async write(change, makeRoom = async () => false) {
      for (;;) {
        let full = false;
        const done = await attempt(async (database) => {
          full = !(await writeAll(database, change));
          return !full;
        });
        if (!full) return done ?? false;
        if (await makeRoom()) continue;
        error.value = 'full';
        return false;
      }
    },

    /**
     * Transfers a checkpoint or a race to a tab.
     *
     * @param {'checkpoints' | 'races'} store
     * @param {string} id
     * @param {string | null} from the previous tab; null if there is none
     * @param {string} to
     * @returns {Promise<boolean>} false if another tab has taken it
     */
    adopt: async (store, id, from, to) =>
      (await attempt(async (database) => {
        const change = database.transaction(store, 'readwrite');
        const record = await change.store.get(id);
        const mine = record?.tab === from;
        if (mine) await change.store.put({ ...record, tab: to });
        await change.done;
        return mine;
      })) ?? true,
  };
}

/** @typedef {ReturnType<typeof createDatabase>} Database */

/**
 * @param {import('idb').IDBPDatabase} database
 * @param {{put?: Partial<Record<StoreName, any[]>>, remove?: Partial<Record<StoreName, string[]>>}} change
 * @returns {Promise<boolean>} false if the quota is exhausted
 */
async function writeAll(database, { put = {}, remove = {} }) {
  const stores = [...new Set([...Object.keys(put), ...Object.keys(remove)])];
  const change = database.transaction(stores, 'readwrite');
  try {
    const requests = [
      ...Object.entries(remove).flatMap(([store, keys]) =>
        keys.map((key) => change.objectStore(store).delete(key)),
      ),
      ...Object.entries(put).flatMap(([store, records]) =>
        records.map((record) => change.objectStore(store).put(record)),
      ),
    ];
    // Committed at once, because the page may be about to unload.
    change.commit();
    await Promise.all([...requests, change.done]);
    return true;
  } catch (error) {
    await change.done.catch(() => {});
    if (/** @type {Error} */ (error).name === 'QuotaExceededError') return false;
    throw error;
  }
}

/** @param {string} name of the exception @returns {StorageError} */
function storageErrorOf(name) {
  if (name === 'VersionError') return 'newer';
  return name === 'QuotaExceededError' ? 'full' : 'denied';
}
