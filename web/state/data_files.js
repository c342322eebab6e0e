// The reader's own files: what was given, what was understood of it, and the experiment that follows.

import { computed, signal } from '@preact/signals';
import { choiceOf, dataOf, drawnSources, fileNamesOf, fitOf, sourceOfSet } from './data_sources.js';
import { pairUp, recogniseIdx, sourceOfPair } from './idx_files.js';
import { classesOf, refit } from './networks.js';
import { setAt } from './paths.js';

/** @typedef {import('./idx_files.js').IdxFile} IdxFile */
/** @typedef {import('./data_sources.js').DataSet} DataSet */
/** @typedef {import('./dropped.js').Item} Item */

/**
 * A file or folder that was given, and either what it is or why it is none of ours.
 *
 * @typedef {object} Given
 * @property {string} name
 * @property {Item['content']} content
 * @property {IdxFile} [file] one of a pair
 * @property {DataSet} [set] one that is enough by itself
 * @property {import('./idx_files.js').Refusal} [refusal]
 * @property {string} [problem] in words, without the name
 */

/**
 * @param {import('../protocol/service.js').AnnealService} service
 * @param {import('./experiment.js').ExperimentStore} experiment
 */
export function createDataFiles(service, experiment) {
  const given = signal(/** @type {Given[]} */ ([]));
  const reading = signal(false);
  /** Files by name for experiments that come with their own. @type {import('@preact/signals').Signal<import('../protocol/types.js').Files>} */
  const extra = signal(new Map());

  const pair = computed(() => pairUp(given.value.flatMap(({ file }) => (file ? [file] : []))));
  const sets = computed(() => given.value.flatMap(({ set }) => (set ? [set] : [])));

  /** @param {import('./data_sources.js').Source} source */
  function use(source) {
    const draft = experiment.draft.peek();
    const data = dataOf(source, draft.data);
    return experiment.replace({ ...draft, data, network: refit(draft.network, source) });
  }

  /** @param {DataSet} set */
  const useSet = (set) => use(sourceOfSet(set, sets.peek()));

  /** @returns {Promise<boolean>} whether a pair was there */
  async function usePair() {
    const found = pair.peek();
    if (found) await use(sourceOfPair(found));
    return found !== undefined;
  }

  /** @param {Item[]} items */
  async function readIn(items) {
    reading.value = true;
    const read = await Promise.all(items.map((item) => understand(service, item)));
    const names = new Set(read.map(({ name }) => name));
    given.value = [...given.peek().filter(({ name }) => !names.has(name)), ...read];
    reading.value = false;
    return read;
  }

  /** Of these names, those that no file was given for. @param {string[]} names */
  const missingOf = (names) => {
    const own = given.value.filter(({ file, set }) => file ?? set);
    return names.filter((name) => !extra.value.has(name) && !own.some((one) => one.name === name));
  };

  return {
    given,
    reading,
    pair,
    missingOf,

    /** Takes files in that an experiment asked for by name, and leaves the experiment as it is. */
    restore: readIn,

    /** Files that the experiment needs and that are not here, by name. */
    missing: computed(() => missingOf(fileNamesOf(experiment.draft.value.data))),

    /**
     * Another source; of files, the one given last.
     *
     * @param {string} choice
     * @returns {Promise<boolean>} whether there is such a source: false where its files are missing
     */
    async choose(choice) {
      if (choice === 'idx') return usePair();
      const drawn = drawnSources[choice];
      if (drawn) await use(drawn());
      const set = sets
        .peek()
        .findLast(({ kind }) => choiceOf(/** @type {any} */ ({ source: kind })) === choice);
      if (set) await useSet(set);
      return drawn !== undefined || set !== undefined;
    },

    /**
     * Edits the data section; where that gives the images another form, the network follows.
     *
     * @param {string} path
     * @param {any} value
     */
    edit(path, value) {
      const draft = setAt(experiment.draft.peek(), path, value);
      const set = sets.peek().findLast(({ name }) => name === draft.data.file);
      const fit = fitOf(draft.data, set?.classes ?? classesOf(draft.network) ?? 10);
      return experiment.replace(fit ? { ...draft, network: refit(draft.network, fit) } : draft);
    },

    /**
     * Takes files in; where they are enough, the experiment trains on them from the next run on.
     *
     * @param {Item[]} items
     */
    async take(items) {
      const asked = missingOf(fileNamesOf(experiment.draft.peek().data));
      const read = await readIn(items);
      // Files that were waited for complete the experiment; they do not begin another.
      if (read.some(({ name }) => asked.includes(name))) return;
      const set = read.findLast((one) => one.set)?.set;
      if (set) await useSet(set);
      else if (read.some(({ file }) => file)) await usePair();
    },

    /** @param {import('../protocol/types.js').Files} files */
    provide(files) {
      extra.value = files;
    },

    /** @returns {import('../protocol/types.js').Files} */
    files() {
      const own = given.peek().filter(({ file, set }) => file ?? set);
      return new Map([
        ...extra.peek(),
        ...own.map(({ name, content }) => /** @type {const} */ ([name, content])),
      ]);
    },
  };
}

/**
 * @param {import('../protocol/service.js').AnnealService} service
 * @param {Item} item
 * @returns {Promise<Given>}
 */
async function understand(service, { name, content }) {
  const idx = Array.isArray(content) ? undefined : await recogniseIdx({ name, blob: content });
  if (idx && 'file' in idx) return { name, content, ...idx };
  const answer = await service.recognise(name, content);
  if (answer.ok) return { name, content, set: { ...answer.value, name } };
  // Other files may begin as IDX files do; where they are nothing else, that is the nearest.
  if (idx && idx.refusal !== 'not_idx') return { name, content, ...idx };
  const { message } = answer.problem;
  const known = `"${name}" `;
  return {
    name,
    content,
    problem: message.startsWith(known) ? message.slice(known.length) : message,
  };
}

/** @typedef {ReturnType<typeof createDataFiles>} DataFiles */
