// Files of the user: their detected formats, and the experiment that uses them.

import { computed, signal } from '@preact/signals';
import {
  choiceOf,
  dataOf,
  generatedSources,
  fileNamesOf,
  formOf,
  sourceOfSet,
} from './data_sources.js';
import { pairUp, sourceOfPair } from './idx_pairs.js';
import { classesOf, refit } from '../network/index.js';
import { setAt } from '../experiment/index.js';

/** @typedef {import('./idx_pairs.js').IdxFile} IdxFile */
/** @typedef {import('./data_sources.js').DataSet} DataSet */
/** @typedef {import('../../ui/dropped_items.js').Item} Item */

/**
 * A provided file or folder with its detected format, or the reason why it is not supported.
 *
 * @typedef {object} Given
 * @property {string} name
 * @property {Item['content']} content
 * @property {IdxFile} [file] one file of a pair
 * @property {DataSet} [set] a complete data set
 * @property {string} [problem] error message
 */

/**
 * Provided files that await confirmation. Without a source they are incomplete or not supported.
 *
 * @typedef {object} Offer
 * @property {string[]} names
 * @property {import('./data_sources.js').Source} [source]
 */

/**
 * @param {import('../../protocol/service.js').AnnealService} service
 * @param {import('../experiment/experiment.js').ExperimentStore} experiment
 */
export function createDataFiles(service, experiment) {
  const given = signal(/** @type {Given[]} */ ([]));
  const reading = signal(false);
  /** Progress of reading a file. @type {import('@preact/signals').Signal<import('../../protocol/service.js').ReadingEvent['progress']>} */
  const progress = signal(null);
  /** The latest files that await confirmation. @type {import('@preact/signals').Signal<Offer | null>} */
  const offer = signal(null);
  /** Whether the menu shows the detected format, so that the drop notice stays hidden. */
  const inMenu = signal(false);
  /** Files by name that were provided by scripts. @type {import('@preact/signals').Signal<import('../../protocol/types.js').Files>} */
  const extra = signal(new Map());
  let latest = 0;

  const pair = computed(() => pairUp(given.value.flatMap(({ file }) => (file ? [file] : []))));
  const sets = computed(() => given.value.flatMap(({ set }) => (set ? [set] : [])));

  /**
   * The shape of the images in provided files.
   *
   * @param {import('../../protocol/types.js').DataSettings} data
   * @returns {import('../../protocol/network.js').Form | undefined}
   */
  function formOfFiles({ source, images, labels, file }) {
    if (source === 'idx') {
      const named = (/** @type {string | undefined} */ name) =>
        given.value.find((one) => one.name === name)?.file;
      const [pixels, classes] = [named(images), named(labels)?.classes];
      if (!pixels?.height || !pixels.width || !classes) return undefined;
      return { input: [pixels.height, pixels.width, 1], classes: Math.max(2, classes) };
    }
    const set = sets.value.findLast(({ name }) => name === file);
    if (!set || (source === 'npz' && set.images !== images)) return undefined;
    return { input: set.shape ?? [], classes: Math.max(2, set.classes) };
  }

  experiment.knowForms((data) => formOf(data, formOfFiles(data)));

  /** @param {import('./data_sources.js').Source} source */
  function use(source) {
    const draft = experiment.draft.peek();
    const data = dataOf(source, draft.data);
    return experiment.replace({ ...draft, data, network: refit(draft.network, source) });
  }

  /** @param {DataSet} set */
  const sourceOf = (set) => sourceOfSet(set, sets.peek());

  /** @param {Given[]} read @returns {import('./data_sources.js').Source | undefined} */
  function sourceIn(read) {
    const set = read.findLast((one) => one.set)?.set;
    if (set) return sourceOf(set);
    const found = read.some(({ file }) => file) ? pair.peek() : undefined;
    return found && sourceOfPair(found);
  }

  /** @param {Item[]} items */
  async function readIn(items) {
    const before = latest;
    reading.value = true;
    const all = await Promise.all(items.map((item) => detectFormat(service, item)));
    if (before !== latest) return [];
    reading.value = false;
    const read = all.filter((one) => one !== undefined);
    const names = new Set(read.map(({ name }) => name));
    given.value = [...given.peek().filter(({ name }) => !names.has(name)), ...read];
    return read;
  }

  /** The names for which no file was provided. @param {string[]} names */
  const missingOf = (names) => {
    const own = given.value.filter(({ file, set }) => file ?? set);
    return names.filter((name) => !extra.value.has(name) && !own.some((one) => one.name === name));
  };

  return {
    given,
    reading,
    pair,
    missingOf,

    /** Reads files that the experiment needs, without changing the experiment. */
    restore: readIn,

    /** Names of files that the experiment needs and that are missing. */
    missing: computed(() => missingOf(fileNamesOf(experiment.draft.value.data))),

    progress,
    offer,
    inMenu,

    /** @param {import('../../protocol/service.js').ReadingEvent} event */
    onEvent(event) {
      progress.value = event.progress;
    },

    /**
     * Selects another source; for files, the latest provided.
     *
     * @param {string} choice
     * @returns {Promise<boolean>} false if its files are missing
     */
    async choose(choice) {
      const drawn = generatedSources[choice]?.();
      const set = sets
        .peek()
        .findLast(({ kind }) => choiceOf(/** @type {any} */ ({ source: kind })) === choice);
      const found = choice === 'idx' ? pair.peek() : undefined;
      const source = drawn ?? (set ? sourceOf(set) : found && sourceOfPair(found));
      if (source) await use(source);
      return source !== undefined;
    },

    /**
     * Edits the data section; the network adapts if the shape of the images changes.
     *
     * @param {string} path
     * @param {any} value
     */
    edit(path, value) {
      const before = experiment.draft.peek();
      const draft = setAt(before, path, value);
      const { network } = draft;
      // For missing files the shape is known from the network only.
      const known = { input: network.input, classes: classesOf(network) ?? 10 };
      const form = (/** @type {import('../../protocol/types.js').DataSettings} */ data) =>
        formOf(data, formOfFiles(data) ?? known);
      const fit = form(draft.data);
      const same = JSON.stringify(fit) === JSON.stringify(form(before.data));
      if (!fit || same) return experiment.replace(draft);
      return experiment.replace({ ...draft, network: refit(network, fit) });
    },

    /**
     * Reads files and detects their format; `accept` makes the next run use them.
     *
     * @param {Item[]} items
     */
    async take(items) {
      latest++;
      offer.value = null;
      const asked = missingOf(fileNamesOf(experiment.draft.peek().data));
      const read = await readIn(items);
      if (read.length === 0) return;
      // Missing files of the experiment need no confirmation.
      if (read.some(({ name }) => asked.includes(name))) return;
      offer.value = { names: read.map(({ name }) => name), source: sourceIn(read) };
    },

    /** Makes the next run use the offered files. */
    async accept() {
      const source = offer.peek()?.source;
      offer.value = null;
      if (source) await use(source);
    },

    /**
     * Discards the offered files and stops reading. One file of an incomplete pair is kept.
     */
    decline() {
      latest++;
      if (reading.peek() || progress.peek()) void service.stopReading();
      reading.value = false;
      const { names, source } = offer.peek() ?? { names: [] };
      const { data } = experiment.draft.peek();
      const used = fileNamesOf(data);
      given.value = given.peek().filter(({ name, file, set }) => {
        const detected = file ?? set;
        return !names.includes(name) || used.includes(name) || (detected && !source);
      });
      offer.value = null;
    },

    /** @param {import('../../protocol/types.js').Files} files */
    provide(files) {
      extra.value = files;
    },

    /** @returns {import('../../protocol/types.js').Files} */
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
 * @param {import('../../protocol/service.js').AnnealService} service
 * @param {Item} item
 * @returns {Promise<Given | undefined>} undefined if reading was stopped
 */
async function detectFormat(service, { name, content }) {
  const result = await service.detectFormat(name, content);
  if (result.ok) {
    const format = result.value;
    return format.kind === 'idx'
      ? { name, content, file: { ...format, name } }
      : { name, content, set: { ...format, name } };
  }
  if (result.problem.kind === 'cancelled') return undefined;
  return { name, content, problem: result.problem.message };
}

/** @typedef {ReturnType<typeof createDataFiles>} DataFiles */
