// Stores the data files of the user with the experiment that needs them, so that training can resume after
// a reload. Files that are too large are not stored; the page requests them again by name.

import { signal } from '@preact/signals';

/** @typedef {import('../../protocol/types.js').Folder} Folder */

/** The maximum total size of the files of an experiment. */
export const maxFileBytes = 250e6;

/** Whether the files of the experiment are stored. @typedef {'stored' | 'large' | null} StorageState */

/**
 * @param {object} options
 * @param {import('./database.js').Database} options.database
 * @param {import('../data/data_files.js').DataFiles} options.dataFiles
 */
export function createFileStorage({ database, dataFiles }) {
  /** `large`: they exceed the limit; null: the experiment needs no files. */
  const state = signal(/** @type {StorageState} */ (null));
  /** @type {Set<string>} keys of the stored files */
  const storedKeys = new Set();

  /** @param {string[]} names */
  const filesOf = (names) => {
    const given = dataFiles.files();
    return names.flatMap((name) => {
      const content = given.get(name);
      // Bytes that were provided by a script are not stored.
      if (!content || content instanceof Uint8Array) return [];
      return [{ key: keyOf(name, content), name, content }];
    });
  };

  return {
    state,

    /** @param {string[]} names @returns {string[]} keys of the stored ones */
    keysOf: (names) =>
      filesOf(names)
        .map(({ key }) => key)
        .filter((key) => storedKeys.has(key)),

    /**
     * What must be written for an experiment that needs these files.
     *
     * @param {string[]} names
     * @returns {{files: import('./database.js').StoredFile[], keys: string[]}} the files that are not stored yet, and the keys of all
     */
    toKeep(names) {
      const files = filesOf(names);
      const bytes = files.reduce((sum, { content }) => sum + sizeOf(content), 0);
      state.value = files.length === 0 ? null : bytes > maxFileBytes ? 'large' : 'stored';
      if (state.peek() !== 'stored') return { files: [], keys: [] };
      const fresh = files.filter(({ key }) => !storedKeys.has(key));
      return { files: fresh, keys: files.map(({ key }) => key) };
    },

    /** @param {import('./database.js').StoredFile[]} files @param {boolean} done */
    wrote(files, done) {
      if (done) files.forEach(({ key }) => storedKeys.add(key));
      else state.value = null;
    },

    /** Loads files that are not loaded yet. @param {string[]} keys */
    async load(keys) {
      for (const key of keys) {
        if (storedKeys.has(key)) continue;
        const stored = await database.get('files', key);
        if (!stored) continue;
        storedKeys.add(key);
        const [missing] = dataFiles.missingOf([stored.name]);
        if (missing) await dataFiles.restore([{ name: stored.name, content: stored.content }]);
      }
    },

    /** Deletes the files that are no longer needed. @param {string[]} needed keys */
    async removeUnused(needed) {
      const unused = (await database.keys('files')).filter((key) => !needed.includes(key));
      if (unused.length > 0) await database.write({ remove: { files: unused } });
    },
  };
}

/** @typedef {ReturnType<typeof createFileStorage>} FileStorage */

/** @param {Blob | Folder} content */
const sizeOf = (content) =>
  Array.isArray(content)
    ? content.reduce((sum, { content: { size } }) => sum + size, 0)
    : content.size;

/**
 * Files with the same name, size and modification time are assumed to be identical.
 *
 * @param {string} name
 * @param {Blob | Folder} content
 */
function keyOf(name, content) {
  const time = content instanceof File ? content.lastModified : 0;
  const count = Array.isArray(content) ? content.length : 1;
  return [name, sizeOf(content), count, time].join('|');
}
