// Imports and exports experiments, runs and weights as links and files. Imported documents are checked
// before they replace anything, and never start a run.

import { signal } from '@preact/signals';
import { fileNamesOf } from '../data/index.js';
import { Run } from '../training/index.js';
import { historyFile, runFile, weightsFile } from './exporters.js';
import { textOfLink, linkOf } from './share_link.js';

/** @typedef {import('../../ui/dropped_items.js').Item} Item */
/** @typedef {import('../../protocol/types.js').Experiment} Experiment */
/** @typedef {{name: string, content: Blob}} Weights */

/**
 * The outcome of an import or export, which a view formats as text.
 *
 * @typedef {{what: 'experiment' | 'link', name: string} |
 *   {what: 'runs', count: number, name: string} |
 *   {what: 'weights', name: string} |
 *   {what: 'refused', name: string, reason: Refusal, message?: string, bytes?: number} |
 *   {what: 'copied', link: string, letters: number, needs: string[]} |
 *   {what: 'byHand', link: string, needs: string[]} |
 *   {what: 'tooLong'}} Message
 */

/** @typedef {'damaged' | 'long' | 'newer' | 'wrong' | 'memory' | 'busy'} Refusal */

/** The address space of a 32-bit module. */
const MAX_BYTES = 2 ** 32;

/**
 * @param {object} page
 * @param {import('../../protocol/service.js').AnnealService} page.service
 * @param {import('../experiment/experiment.js').ExperimentStore} page.experiment
 * @param {import('../runs/runs.js').Runs} page.runs
 * @param {import('../training/training_controls.js').TrainingControls} page.trainingControls
 * @param {import('../data/data_files.js').DataFiles} page.dataFiles
 * @param {import('../storage/persistence.js').Persistence} page.persistence
 * @param {import('@preact/signals').Signal<Weights | null>} page.weights initial weights of new runs
 */
export function createImportExport({ service, experiment, runs, trainingControls, ...page }) {
  const { dataFiles, persistence, weights } = page;
  const message = signal(/** @type {Message | null} */ (null));

  /**
   * @param {string} name
   * @param {Refusal} reason
   * @param {{message?: string, bytes?: number}} [more]
   */
  const refuse = (name, reason, more) =>
    void (message.value = { what: 'refused', name, reason, ...more });

  /** @param {string} name @param {import('../../protocol/types.js').Problem} problem */
  const refuseFor = (name, { path, message }) =>
    refuse(name, 'wrong', { message: path === '' ? message : `${path}: ${message}` });

  /**
   * @param {string} name of the file; empty for a link
   * @param {unknown} document
   */
  async function takeExperiment(name, document) {
    const result = await service.check(document);
    if (!result.ok) return refuseFor(name, result.problem);
    const { experiment: complete, memory } = result.value;
    if (memory >= MAX_BYTES) return refuse(name, 'memory', { bytes: memory });
    if (!(await persistence.suspend())) return refuse(name, 'busy');
    await experiment.replace(complete);
    const what = name === '' ? 'link' : 'experiment';
    message.value = { what, name: complete.name || name };
  }

  /** @param {import('../../protocol/persistence.js').ReadRun[]} found @param {string} file */
  function takeRuns(found, file) {
    const began = Date.now();
    const made = found.map(({ steps, epochs, ...known }, i) =>
      Run.fromRecord({
        .../** @type {any} */ (known),
        ...{ number: runs.reserve(), began: began + i, pinned: false, visible: true },
        ...{ divergence: null, steps, epochs },
      }),
    );
    runs.add(...made);
    message.value = { what: 'runs', count: made.length, name: file };
  }

  /** @param {Item} item */
  async function open({ name, content }) {
    if (Array.isArray(content)) return;
    const result = await service.readAnnealFile(name, content);
    if (!result.ok) return refuseFor(name, result.problem);
    const found = result.value;
    if (found.kind === 'experiment') return takeExperiment(name, found.experiment);
    if (found.kind === 'runs') return takeRuns(found.runs, name);
    weights.value = { name, content };
    message.value = { what: 'weights', name };
  }

  return {
    message,
    weights,

    /**
     * @param {string} address without its hash
     * @param {(text: string) => Promise<void>} copy
     */
    async share(address, copy) {
      const hash = linkOf(experiment.good.peek());
      if (!hash) return void (message.value = { what: 'tooLong' });
      const link = address + hash;
      const needs = fileNamesOf(experiment.good.peek().data);
      try {
        await copy(link);
        message.value = { what: 'copied', link, letters: link.length, needs };
      } catch {
        message.value = { what: 'byHand', link, needs };
      }
    },

    /**
     * The history of a run. That of the open run also has the layers and the confusion matrix.
     *
     * @param {Run} run
     */
    async historyFile(run) {
      const result = run === trainingControls.current.peek() ? await service.history() : null;
      return result?.ok ? historyFile(run, result.value) : runFile(run);
    },

    /** The current weights of the open run. */
    async weightsFile() {
      const run = trainingControls.current.peek();
      const result = await service.weights();
      return run && result.ok ? weightsFile(run, result.value) : undefined;
    },

    /**
     * Loads the experiment of a link. Ignores other URL fragments.
     *
     * @param {string} hash
     * @returns {Promise<boolean>} whether it was a link with an experiment
     */
    async openLink(hash) {
      const found = textOfLink(hash);
      if (!found) return false;
      if ('refusal' in found) refuse('', found.refusal);
      else await takeExperiment('', found.text);
      return true;
    },

    /**
     * Imports experiments, runs and weights; other files are passed on as data.
     *
     * @param {Item[]} items
     * @returns {Promise<boolean>} whether some of them are data
     */
    async take(items) {
      const own = await Promise.all(items.map(isOwn));
      const data = items.filter((_, i) => !own[i]);
      const taken = data.length > 0 ? dataFiles.take(data) : undefined;
      for (const item of items.filter((_, i) => own[i])) await open(item);
      await taken;
      return data.length > 0;
    },
  };
}

/** @typedef {ReturnType<typeof createImportExport>} ImportExport */

/** By its file name, or because its content begins like JSON. @param {Item} item */
async function isOwn({ name, content }) {
  if (Array.isArray(content)) return false;
  if (/\.(json|safetensors)$/i.test(name)) return true;
  return (
    (await content
      .slice(0, 1)
      .text()
      .catch(() => '')) === '{'
  );
}
