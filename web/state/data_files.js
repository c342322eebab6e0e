// The reader's own files: what was given, what was understood of it, and the experiment that follows.

import { computed, signal } from '@preact/signals';
import { defaultExperiment, glyphData } from './default_experiment.js';
import { dataOf, pairUp, recogniseIdx } from './idx_files.js';
import { networkOf, presetOf } from './networks.js';

/** @typedef {import('./idx_files.js').IdxFile} IdxFile */

/**
 * A file that was given, and either what it is or why it is none of ours.
 *
 * @typedef {object} Given
 * @property {string} name
 * @property {IdxFile} [file]
 * @property {import('./idx_files.js').Refusal} [refusal]
 */

/** @param {import('./experiment.js').ExperimentStore} experiment */
export function createDataFiles(experiment) {
  const given = signal(/** @type {Given[]} */ ([]));
  const reading = signal(false);
  /** Files by name for experiments that come with their own. @type {Map<string, Blob | Uint8Array>} */
  let extra = new Map();

  const pair = computed(() => pairUp(given.value.flatMap(({ file }) => (file ? [file] : []))));

  /**
   * The same network on other data: the preset fitted anew, or one's own with another input.
   *
   * @param {import('../protocol/types.js').DataSettings} data
   * @param {{input: number[], classes: number}} fit
   */
  function use(data, fit) {
    const draft = experiment.draft.peek();
    const preset = presetOf(draft.network);
    const network = preset ? networkOf(preset, fit) : { ...draft.network, input: fit.input };
    return experiment.replace({ ...draft, data, network });
  }

  function useFiles() {
    const found = pair.peek();
    if (!found) return Promise.resolve();
    const { images, labels } = found;
    const fit = {
      input: [images.height ?? 0, images.width ?? 0, 1],
      classes: Math.max(2, labels.classes ?? 0),
    };
    return use(dataOf(found), fit);
  }

  return {
    given,
    reading,
    pair,
    useFiles,

    useGlyphs: () => use(glyphData(), { input: defaultExperiment().network.input, classes: 10 }),

    /**
     * Takes files in; where they make a pair, the experiment trains on it from the next run on.
     *
     * @param {Iterable<File>} files
     */
    async take(files) {
      reading.value = true;
      const read = await Promise.all(
        [...files].map(async (blob) => ({
          name: blob.name,
          ...(await recogniseIdx({ name: blob.name, blob })),
        })),
      );
      const names = new Set(read.map(({ name }) => name));
      given.value = [...given.peek().filter(({ name }) => !names.has(name)), ...read];
      reading.value = false;
      if (read.some((file) => 'file' in file)) await useFiles();
    },

    /** @param {import('../protocol/types.js').Files} files */
    provide(files) {
      extra = files;
    },

    /** @returns {import('../protocol/types.js').Files} */
    files() {
      const own = given.peek().flatMap(({ file }) => (file ? [file] : []));
      return new Map([
        ...extra,
        ...own.map((file) => /** @type {const} */ ([file.name, file.blob])),
      ]);
    },
  };
}

/** @typedef {ReturnType<typeof createDataFiles>} DataFiles */
