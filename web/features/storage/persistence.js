// What outlives the page, put together: the experiment, the runs and races, and the files that they need. Left out:
// how it is stored (shelf.js), links and files that a reader takes along (documents.js).

import { effect, signal, untracked } from '@preact/signals';
import { fileNamesOf } from '../data/index.js';
import { createKeptFiles } from './file_storage.js';
import { createKeptRaces } from './race_storage.js';
import { createKeptRuns } from './run_storage.js';

const PAUSE_MILLISECONDS = 400;
/** A shelf that does not answer by then is not waited for. */
const PATIENCE_MILLISECONDS = 1500;
/** Of tabs that are long closed. */
const MOST_EXPERIMENTS = 12;
const ASKED = 'anneal.persist';
const LAST_MOMENT = 'anneal.lastMoment';

/**
 * @typedef {object} Place
 * @property {import('./database.js').Shelf} shelf
 * @property {{tab: string, visit: string, ended: (tab: string) => Promise<void>}} tabs
 * @property {Pick<StorageManager, 'persist' | 'persisted'> | undefined} storage
 * @property {import('../../ui/preferences.js').Preferences} preferences
 */

/**
 * @param {Place} place
 * @param {object} page
 * @param {import('../experiment/experiment.js').ExperimentStore} page.experiment
 * @param {import('../data/data_files.js').DataFiles} page.dataFiles
 * @param {import('../runs/runs.js').Runs} page.runs
 * @param {import('../race/races.js').Races} page.races
 * @param {import('../training/training_controls.js').TrainingControls} page.trainingControls
 */
export function createPersistence(place, { experiment, dataFiles, runs, races, trainingControls }) {
  const { shelf, tabs, storage, preferences } = place;
  const files = createKeptFiles({ shelf, dataFiles });
  const keptRuns = createKeptRuns({ shelf, tabs, runs, trainingControls, files });
  const keptRaces = createKeptRaces({ shelf, tabs, races });
  /** Whether the reader has read what `trouble` says. */
  const read = signal(/** @type {string[]} */ ([]));
  /** As text, so that what has not changed is not written. */
  let written = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  async function keepExperiment() {
    clearTimeout(waiting);
    const document = experiment.good.peek();
    const kept = files.toKeep(fileNamesOf(document.data));
    const text = JSON.stringify([document, kept.keys]);
    if (text === written) return;
    written = text;
    const record = { visit: tabs.visit, document, files: kept.keys, at: Date.now() };
    const done = await shelf.write({ put: { experiments: [record], files: kept.files } });
    files.wrote(kept.files, done);
  }

  /** @returns {Promise<import('./database.js').KeptExperiment | undefined>} of this tab, or the latest */
  async function lastExperiment() {
    const all = /** @type {import('./database.js').KeptExperiment[]} */ (
      await shelf.all('experiments')
    );
    const latest = all.sort((a, b) => b.at - a.at);
    const old = latest.slice(MOST_EXPERIMENTS).map(({ visit }) => visit);
    if (old.length > 0) void shelf.write({ remove: { experiments: old } });
    return latest.find(({ visit }) => visit === tabs.visit) ?? latest[0];
  }

  /** What a page that ends has no time for: a database answers too late. What is not judged yet, too. */
  function keepMoment() {
    const { draft, good, problems } = experiment;
    const document = problems.peek().length === 0 ? draft.peek() : good.peek();
    preferences.set(LAST_MOMENT, JSON.stringify({ visit: tabs.visit, at: Date.now(), document }));
  }

  /** @returns {{visit: string, at: number, document: any} | undefined} */
  function lastMoment() {
    try {
      return JSON.parse(preferences.get(LAST_MOMENT) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Once: a browser may ask the reader, and a reader who said no has said so. */
  async function askToStay() {
    if (preferences.get(ASKED) || !storage?.persist) return;
    preferences.set(ASKED, 'asked');
    if (!(await storage.persisted())) await storage.persist();
  }

  async function sweepFiles() {
    const records = [...(await shelf.all('experiments')), ...(await shelf.all('checkpoints'))];
    await files.sweep(records.flatMap((record) => record.files));
  }

  function watch() {
    effect(() => {
      void [experiment.good.value, dataFiles.given.value];
      clearTimeout(waiting);
      waiting = setTimeout(keepExperiment, PAUSE_MILLISECONDS);
    });
    effect(() => {
      const worth = runs.list.value.some((run) => run.pinned.value);
      if (worth || trainingControls.phase.value === 'finished') untracked(() => void askToStay());
    });
  }

  return {
    trouble: shelf.trouble,
    read,
    files: files.state,
    races: keptRaces,
    ...keptRuns,

    /**
     * The experiment that was on the page last, with its files.
     *
     * @returns {Promise<import('../../protocol/types.js').Experiment | undefined>}
     */
    async experimentOfBefore() {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS));
      const last = await Promise.race([
        lastExperiment(),
        /** @type {Promise<undefined>} */ (patience),
      ]);
      // A run that is started at once needs them; those that are late come while the page is read.
      if (last) await Promise.race([files.load(last.files), patience]);
      const moment = lastMoment();
      const newer = moment?.visit === tabs.visit && moment.at >= (last?.at ?? 0);
      return newer ? moment.document : last?.document;
    },

    /** From here on what changes is kept. Resolves when what was kept before is here. */
    async begin() {
      watch();
      await Promise.all([keptRuns.load(), keptRaces.load()]);
      await sweepFiles();
    },

    /** The page may be about to end: nothing waits. */
    async keepAll() {
      keepMoment();
      await Promise.all([keepExperiment(), keptRuns.keepNow()]);
    },
  };
}

/** @typedef {ReturnType<typeof createPersistence>} Persistence */
