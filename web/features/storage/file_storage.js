// The reader's own files, kept with the experiment that needs them, so that it can be gone on with after
// a reload. What is too large for that is asked for again by name.

import { signal } from '@preact/signals';

/** @typedef {import('../../protocol/types.js').Folder} Folder */

/** What the files of an experiment may take to be kept. */
export const maxFileBytes = 250e6;

/** Whether the files of the experiment are stored. @typedef {'kept' | 'large' | null} Kept */

/**
 * @param {object} options
 * @param {import('./database.js').Database} options.database
 * @param {import('../data/data_files.js').DataFiles} options.dataFiles
 */
export function createFileStorage({ database, dataFiles }) {
  /** Whether the files of the experiment are kept. */
  const state = signal(/** @type {Kept} */ (null));
  /** @type {Set<string>} keys of those that are there */
  const storedKeys = new Set();

  /** @param {string[]} names */
  const filesOf = (names) => {
    const given = dataFiles.files();
    return names.flatMap((name) => {
      const content = given.get(name);
      // Bytes that a script gave are the script's to keep.
      if (!content || content instanceof Uint8Array) return [];
      return [{ key: keyOf(name, content), name, content }];
    });
  };

  return {
    state,

    /** @param {string[]} names @returns {string[]} keys of those that are kept */
    keysOf: (names) =>
      filesOf(names)
        .map(({ key }) => key)
        .filter((key) => storedKeys.has(key)),

    /**
     * What has to be written for an experiment that needs these files.
     *
     * @param {string[]} names
     * @returns {{files: import('./database.js').StoredFile[], keys: string[]}} the new ones, the keys of all
     */
    toKeep(names) {
      const files = filesOf(names);
      const bytes = files.reduce((sum, { content }) => sum + sizeOf(content), 0);
      state.value = files.length === 0 ? null : bytes > maxFileBytes ? 'large' : 'kept';
      if (state.peek() !== 'kept') return { files: [], keys: [] };
      const fresh = files.filter(({ key }) => !storedKeys.has(key));
      return { files: fresh, keys: files.map(({ key }) => key) };
    },

    /** @param {import('./database.js').StoredFile[]} files @param {boolean} done */
    wrote(files, done) {
      if (done) files.forEach(({ key }) => storedKeys.add(key));
      else state.value = null;
    },

    /** Brings files back that are not here yet. @param {string[]} keys */
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

    /** Forgets those that nothing needs any more. @param {string[]} needed keys */
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
 * Files of one name, size and time are taken for the same.
 *
 * @param {string} name
 * @param {Blob | Folder} content
 */
function keyOf(name, content) {
  const time = content instanceof File ? content.lastModified : 0;
  const count = Array.isArray(content) ? content.length : 1;
  return [name, sizeOf(content), count, time].join('|');
}
