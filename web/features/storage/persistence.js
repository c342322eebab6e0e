// What outlives the page, put together: the experiment, the runs and races, and the files that they need. Left out:
// how it is stored (shelf.js), links and files that a reader takes along (documents.js).

import { effect, signal, untracked } from '@preact/signals';
import { fileNamesOf } from '../data/index.js';
import { createFileStorage } from './file_storage.js';
import { createRaceStorage } from './race_storage.js';
import { createRunStorage } from './run_storage.js';

const PAUSE_MILLISECONDS = 400;
/** A shelf that does not answer by then is not waited for. */
const PATIENCE_MILLISECONDS = 1500;
/** Of tabs that are long closed. */
const MOST_EXPERIMENTS = 12;
const ASKED_KEY = 'anneal.persist';
const DRAFT_KEY = 'anneal.lastMoment';

/**
 * @typedef {object} Place
 * @property {import('./database.js').Database} database
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
  const { database, tabs, storage, preferences } = place;
  const files = createFileStorage({ database, dataFiles });
  const runStorage = createRunStorage({ database, tabs, runs, trainingControls, files });
  const raceStorage = createRaceStorage({ database, tabs, races });
  /** Whether the reader has read what `error` says. */
  const dismissed = signal(/** @type {string[]} */ ([]));
  /** As text, so that what has not changed is not written. */
  let written = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  async function saveExperiment() {
    clearTimeout(waiting);
    const document = experiment.good.peek();
    const stored = files.toKeep(fileNamesOf(document.data));
    const text = JSON.stringify([document, stored.keys]);
    if (text === written) return;
    written = text;
    const record = { visit: tabs.visit, document, files: stored.keys, at: Date.now() };
    const done = await database.write({ put: { experiments: [record], files: stored.files } });
    files.wrote(stored.files, done);
  }

  /** @returns {Promise<import('./database.js').StoredExperiment | undefined>} of this tab, or the latest */
  async function lastExperiment() {
    const all = /** @type {import('./database.js').StoredExperiment[]} */ (
      await database.all('experiments')
    );
    const latest = all.sort((a, b) => b.at - a.at);
    const old = latest.slice(MOST_EXPERIMENTS).map(({ visit }) => visit);
    if (old.length > 0) void database.write({ remove: { experiments: old } });
    return latest.find(({ visit }) => visit === tabs.visit) ?? latest[0];
  }

  /** What a page that ends has no time for: a database answers too late. What is not judged yet, too. */
  function saveDraft() {
    const { draft, good, problems } = experiment;
    const document = problems.peek().length === 0 ? draft.peek() : good.peek();
    preferences.set(DRAFT_KEY, JSON.stringify({ visit: tabs.visit, at: Date.now(), document }));
  }

  /** @returns {{visit: string, at: number, document: any} | undefined} */
  function savedDraft() {
    try {
      return JSON.parse(preferences.get(DRAFT_KEY) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Once: a browser may ask the reader, and a reader who said no has said so. */
  async function requestPersistentStorage() {
    if (preferences.get(ASKED_KEY) || !storage?.persist) return;
    preferences.set(ASKED_KEY, 'asked');
    if (!(await storage.persisted())) await storage.persist();
  }

  async function removeUnusedFiles() {
    const records = [
      ...(await database.all('experiments')),
      ...(await database.all('checkpoints')),
    ];
    await files.removeUnused(records.flatMap((record) => record.files));
  }

  function watch() {
    effect(() => {
      void [experiment.good.value, dataFiles.given.value];
      clearTimeout(waiting);
      waiting = setTimeout(saveExperiment, PAUSE_MILLISECONDS);
    });
    effect(() => {
      const worth = runs.list.value.some((run) => run.pinned.value);
      if (worth || trainingControls.phase.value === 'finished')
        untracked(() => void requestPersistentStorage());
    });
  }

  return {
    error: database.error,
    dismissed,
    files: files.state,
    races: raceStorage,
    ...runStorage,

    /**
     * The experiment that was on the page last, with its files.
     *
     * @returns {Promise<import('../../protocol/types.js').Experiment | undefined>}
     */
    async restoredExperiment() {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS));
      const last = await Promise.race([
        lastExperiment(),
        /** @type {Promise<undefined>} */ (patience),
      ]);
      // A run that is started at once needs them; those that are late come while the page is read.
      if (last) await Promise.race([files.load(last.files), patience]);
      const moment = savedDraft();
      const newer = moment?.visit === tabs.visit && moment.at >= (last?.at ?? 0);
      return newer ? moment.document : last?.document;
    },

    /** From here on what changes is kept. Resolves when what was kept before is here. */
    async begin() {
      watch();
      await Promise.all([runStorage.load(), raceStorage.load()]);
      await removeUnusedFiles();
    },

    /** The page may be about to end: nothing waits. */
    async saveAll() {
      saveDraft();
      await Promise.all([saveExperiment(), runStorage.saveNow()]);
    },
  };
}

/** @typedef {ReturnType<typeof createPersistence>} Persistence */
