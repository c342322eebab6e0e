// Fakes of browser storage: a database in memory, which can be full or missing, and tabs
// that a test can close.

import { vi } from 'vitest';
import { createDatabase } from '../../web/features/storage/database.js';

/** @param {string} name */
export const storageError = (name) => Object.assign(new Error(name), { name });

/**
 * The part of idb that the page uses. Records are copied, as in a browser.
 *
 * @param {{room?: number, refuse?: string | null}} [options] room: how many runs fit; refuse: the name
 *   of the error that opening ends with
 */
export function fakeDatabase(options = {}) {
  /** @type {Record<string, Map<string, any>>} */
  const stores = {};
  const keyPaths = /** @type {Record<string, string>} */ ({});
  /** @type {any} */
  let callbacks;
  const state = { room: Infinity, refuse: /** @type {string | null} */ (null), ...options };

  const storeOf = (/** @type {string} */ name, /** @type {{error: Error | null}} */ change) => ({
    get: async (/** @type {string} */ key) => structuredClone(stores[name].get(key)),
    delete: async (/** @type {string} */ key) => void stores[name].delete(key),
    put: async (/** @type {any} */ record) => {
      const isNew = !stores[name].has(record[keyPaths[name]]);
      if (name === 'runs' && isNew && stores[name].size >= state.room) {
        change.error = storageError('QuotaExceededError');
        throw change.error;
      }
      stores[name].set(record[keyPaths[name]], structuredClone(record));
    },
  });

  const database = {
    close: vi.fn(),
    createObjectStore: (
      /** @type {string} */ name,
      /** @type {{keyPath: string}} */ { keyPath },
    ) => {
      stores[name] = new Map();
      keyPaths[name] = keyPath;
    },
    getAll: async (/** @type {string} */ name) => structuredClone([...stores[name].values()]),
    getAllKeys: async (/** @type {string} */ name) => [...stores[name].keys()],
    get: async (/** @type {string} */ name, /** @type {string} */ key) =>
      structuredClone(stores[name].get(key)),
    transaction: (/** @type {string} */ name) => {
      const change = { error: /** @type {Error | null} */ (null) };
      return {
        store: storeOf(String(name), change),
        objectStore: (/** @type {string} */ one) => storeOf(one, change),
        commit: () => {},
        get done() {
          return Promise.resolve().then(() => {
            if (change.error) throw change.error;
          });
        },
      };
    },
  };

  const open = async (
    /** @type {string} */ _name,
    /** @type {number} */ _version,
    /** @type {any} */ given,
  ) => {
    callbacks = given;
    if (state.refuse) throw storageError(state.refuse);
    if (Object.keys(stores).length === 0) given.upgrade(database, 0);
    return database;
  };
  return {
    open: /** @type {any} */ (open),
    state,
    stores,
    database,
    callbacks: () => callbacks,
    ids: (/** @type {string} */ name) => [...stores[name].keys()],
  };
}

/** Tabs of which each lives until it is ended. */
export function fakeTabs(tab = 'here', visit = 'visit') {
  /** @type {Map<string, {promise: Promise<void>, resolve: () => void}>} */
  const others = new Map();
  const of = (/** @type {string} */ other) => {
    let one = others.get(other);
    if (!one) {
      /** @type {() => void} */
      let resolve = () => {};
      const promise = /** @type {Promise<void>} */ (new Promise((done) => (resolve = done)));
      one = { promise, resolve };
      others.set(other, one);
    }
    return one;
  };
  return {
    tab,
    visit,
    ended: (/** @type {string} */ other) => of(other).promise,
    end: (/** @type {string} */ other) => of(other).resolve(),
  };
}

/** Where a page of a test keeps things. @param {Partial<import('../../web/features/storage/persistence.js').Place>} [parts] */
export const fakePlace = (parts) => ({
  database: createDatabase(fakeDatabase()),
  tabs: fakeTabs(),
  storage: undefined,
  ...parts,
});
