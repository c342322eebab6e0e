// Saves the experiment, runs, races and data files in the browser's database and restores them on the
// next visit.

import { effect, signal, untracked } from '@preact/signals';
import { fileNamesOf } from '../data/index.js';
import { createFileStorage } from './file_storage.js';
import { createRaceStorage } from './race_storage.js';
import { createRunStorage } from './run_storage.js';

const PAUSE_MILLISECONDS = 400;
/** Start-up does not wait longer than this for the database. */
const PATIENCE_MILLISECONDS = 1500;
/** Experiments of older visits are deleted. */
const MAX_EXPERIMENTS = 12;
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
  /** Ids of notices that were dismissed. */
  const dismissed = signal(/** @type {string[]} */ ([]));
  /** The last saved experiment as JSON, so that unchanged documents are not written again. */
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
    const old = latest.slice(MAX_EXPERIMENTS).map(({ visit }) => visit);
    if (old.length > 0) void database.write({ remove: { experiments: old } });
    return latest.find(({ visit }) => visit === tabs.visit) ?? latest[0];
  }

  /** Saves the draft synchronously: the database may be too slow while the page unloads. */
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

  /** Asks only once, because browsers may show a permission prompt. */
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
     * The experiment of the last visit; loads its files.
     *
     * @returns {Promise<import('../../protocol/types.js').Experiment | undefined>}
     */
    async restoredExperiment() {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS));
      const last = await Promise.race([
        lastExperiment(),
        /** @type {Promise<undefined>} */ (patience),
      ]);
      // A run may start at once and needs the files. Slow ones continue to load in the background.
      if (last) await Promise.race([files.load(last.files), patience]);
      const moment = savedDraft();
      const newer = moment?.visit === tabs.visit && moment.at >= (last?.at ?? 0);
      return newer ? moment.document : last?.document;
    },

    /** Starts saving changes. Resolves when stored runs and races are loaded. */
    async begin() {
      watch();
      await Promise.all([runStorage.load(), raceStorage.load()]);
      await removeUnusedFiles();
    },

    /** Saves at once; called when the page may be unloaded. */
    async saveAll() {
      saveDraft();
      await Promise.all([saveExperiment(), runStorage.saveNow()]);
    },
  };
}

/** @typedef {ReturnType<typeof createPersistence>} Persistence */
