// Stores runs. A run is written when it stops, and with each checkpoint while it trains. Checkpoints whose
// tab was closed are offered for resuming. worker/checkpoints.js decides when checkpoints are made.

import { computed, effect, signal, untracked } from '@preact/signals';
import { fileNamesOf } from '../data/index.js';
import { Run } from '../training/index.js';

/** @typedef {import('./database.js').StoredCheckpoint} StoredCheckpoint */

/** Storage limits of all runs together; the oldest unpinned runs are evicted first. */
export const runLimits = { runs: 200, bytes: 100e6 };

/**
 * @param {object} options
 * @param {import('./database.js').Database} options.database
 * @param {{tab: string, ended: (tab: string) => Promise<void>}} options.tabs
 * @param {import('../runs/runs.js').Runs} options.runs
 * @param {import('../training/training_controls.js').TrainingControls} options.trainingControls
 * @param {import('./file_storage.js').FileStorage} options.files
 */
export function createRunStorage({ database, tabs, runs, trainingControls, files }) {
  const offered = signal(/** @type {StoredCheckpoint[]} */ ([]));
  /** Runs that were evicted from storage in this session. */
  const evicted = signal(0);
  /** A run whose checkpoint exceeds the limit. @type {import('@preact/signals').Signal<{run: Run, bytes: number} | null>} */
  const tooLarge = signal(null);
  /** Stored runs by id. @type {Map<string, {bytes: number, mark: string}>} */
  const stored = new Map();
  /** @type {Set<string>} */
  const withoutRoom = new Set();
  /** @type {{run: Run, checkpoint: import('../../protocol/persistence.js').Checkpoint} | null} */
  let latest = null;
  let queue = Promise.resolve();

  const later = (/** @type {() => Promise<unknown>} */ work) =>
    (queue = queue.then(work).then(() => {}));

  /** Evicts the oldest run that can be evicted. @returns {Promise<boolean>} false if there is none */
  async function makeRoom() {
    const oldest = runs.list
      .peek()
      .find(
        (run) =>
          stored.has(run.id) && !run.pinned.peek() && run !== trainingControls.current.peek(),
      );
    if (!oldest) return false;
    stored.delete(oldest.id);
    withoutRoom.add(oldest.id);
    evicted.value++;
    const ids = [oldest.id];
    return database.write({ remove: { runs: ids, checkpoints: ids } });
  }

  async function enforceLimits() {
    const total = () => [...stored.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    while (stored.size > runLimits.runs || total() > runLimits.bytes) {
      if (!(await makeRoom())) return;
    }
  }

  /**
   * @param {Run} run
   * @param {object} [state]
   * @param {StoredCheckpoint} [state.checkpoint] the new one, if any
   * @param {boolean} [state.over] the run is complete or discarded: its checkpoint is deleted
   */
  async function write(run, { checkpoint, over = false } = {}) {
    if (run.steps.length === 0) return;
    const record = run.toRecord();
    const bytes = bytesOf(record);
    const put = { runs: [{ ...record, bytes }], checkpoints: checkpoint ? [checkpoint] : [] };
    const remove = { checkpoints: over ? [run.id] : [] };
    if (!(await database.write({ put, remove }, makeRoom))) return;
    stored.set(run.id, { bytes, mark: markOf(run) });
    await enforceLimits();
  }

  /** Writes a run whose stored record is out of date. @param {Run} run */
  async function writeChanged(run) {
    const mark = stored.get(run.id)?.mark;
    // A run in progress is first written with its checkpoint.
    if (mark === markOf(run) || (!mark && run === trainingControls.current.peek())) return;
    if (!runs.list.peek().includes(run)) return;
    if (withoutRoom.has(run.id) && !run.pinned.peek()) return;
    await write(run, { checkpoint: offered.peek().find(({ id }) => id === run.id) });
  }

  /** @param {Run} run @param {import('../../protocol/persistence.js').Checkpoint} checkpoint */
  function keep(run, checkpoint) {
    if (!checkpoint.content) {
      tooLarge.value = { run, bytes: checkpoint.bytes };
      return;
    }
    const waits = latest !== null;
    latest = { run, checkpoint };
    if (!waits) void later(writeLatest);
  }

  async function writeLatest() {
    if (!latest) return;
    const { run, checkpoint } = latest;
    latest = null;
    const record = recordOf(run, checkpoint);
    if (record) await write(run, { checkpoint: record });
  }

  /**
   * @param {Run} run
   * @param {import('../../protocol/persistence.js').Checkpoint} checkpoint
   * @returns {StoredCheckpoint | undefined}
   */
  function recordOf(run, { step, content }) {
    const document = trainingControls.openedFrom.peek();
    const build = trainingControls.build.peek();
    if (!content || !build) return undefined;
    const needs = fileNamesOf(run.experiment.data);
    return {
      ...{ id: run.id, tab: tabs.tab, number: run.number, name: run.name.peek() },
      ...{ step, totalSteps: run.status.totalSteps, build: build.name, version: build.version },
      ...{ document, needs, files: files.keysOf(needs), at: Date.now(), content },
    };
  }

  /** The run is complete or discarded. @param {Run} run */
  function end(run) {
    if (latest?.run === run) latest = null;
    void later(() => write(run, { over: true }));
  }

  /** @param {StoredCheckpoint} checkpoint */
  function offer(checkpoint) {
    const others = offered.peek().filter(({ id }) => id !== checkpoint.id);
    offered.value = [checkpoint, ...others].sort((a, b) => b.at - a.at);
  }

  /** Loads a run, and offers to resume it once its tab is closed. @param {StoredCheckpoint} seen */
  async function loadUnfinished({ id, tab }) {
    await tabs.ended(tab);
    const checkpoint = await database.get('checkpoints', id);
    if (checkpoint?.tab !== tab) return;
    await loadRun(id);
    await files.load(checkpoint.files);
    offer(checkpoint);
  }

  /** @param {string} id */
  async function loadRun(id) {
    const record = await database.get('runs', id);
    if (!record) return;
    const run = Run.fromRecord(record);
    stored.set(id, { bytes: record.bytes, mark: markOf(run) });
    runs.add(run);
  }

  /** @param {StoredCheckpoint} checkpoint @returns {Promise<boolean>} whether this tab holds it now */
  async function take(checkpoint) {
    const mine = await database.adopt('checkpoints', checkpoint.id, checkpoint.tab, tabs.tab);
    if (!mine) offered.value = offered.peek().filter(({ id }) => id !== checkpoint.id);
    return mine;
  }

  function watchCourse() {
    /** @type {Run | null} */
    let before = null;
    return effect(() => {
      const run = trainingControls.current.value;
      const phase = trainingControls.phase.value;
      untracked(() => {
        const left = before !== run && before;
        if (left && !left.status.finished && !trainingControls.isSuspended(left)) end(left);
        if (run && phase === 'finished') end(run);
        before = run;
      });
    });
  }

  /** Writes runs that were added, renamed, pinned or deleted in the list. */
  function watchList() {
    /** @type {Run[]} */
    let before = [];
    return effect(() => {
      const list = runs.list.value;
      void list.map(markOf);
      untracked(() => {
        const gone = before.filter((run) => !list.includes(run)).map(({ id }) => id);
        before = list;
        if (gone.length > 0) {
          gone.forEach((id) => stored.delete(id));
          void later(() => database.write({ remove: { runs: gone, checkpoints: gone } }));
        }
        for (const run of list) void later(() => writeChanged(run));
      });
    });
  }

  watchCourse();
  watchList();
  effect(() => {
    const news = trainingControls.latestCheckpoint.value;
    if (news) untracked(() => keep(news.run, news.checkpoint));
  });

  return {
    evicted,
    tooLarge,

    /** Checkpoints that can be resumed, newest first. */
    offers: computed(() => {
      const storedKeys = new Set(runs.list.value.map(({ id }) => id));
      return offered.value.filter(({ id }) => storedKeys.has(id));
    }),

    /** Loads runs of earlier visits. */
    async load() {
      const checkpoints = await database.all('checkpoints');
      const unfinished = new Set(checkpoints.map(({ id }) => id));
      for (const id of await database.keys('runs')) if (!unfinished.has(id)) await loadRun(id);
      for (const checkpoint of checkpoints) void loadUnfinished(checkpoint);
    },

    /** Saves a run in progress, because the page may be about to unload. */
    async saveNow() {
      if (trainingControls.phase.peek() === 'running') await trainingControls.saveCheckpoint();
    },

    /**
     * Closes the open run and offers to resume it later.
     *
     * @returns {Promise<boolean>} false if its checkpoint exceeds the limit
     */
    async suspend() {
      const run = trainingControls.current.peek();
      if (!run || run.status.finished) return true;
      const checkpoint = await trainingControls.suspend();
      const record = checkpoint && recordOf(run, checkpoint);
      if (!record) return run.steps.length === 0;
      keep(run, checkpoint);
      offer(record);
      return true;
    },

    /**
     * @param {StoredCheckpoint} checkpoint
     * @returns {Promise<'resumed' | 'refused' | 'elsewhere' | 'busy'>} elsewhere: another tab holds it;
     *   busy: the open run cannot be closed
     */
    async resume(checkpoint) {
      const run = runs.list.peek().find(({ id }) => id === checkpoint.id);
      if (!run || !(await take(checkpoint))) return 'elsewhere';
      if (!(await this.suspend())) return 'busy';
      if (!(await trainingControls.resume(run, checkpoint))) return 'refused';
      offered.value = offered.peek().filter(({ id }) => id !== checkpoint.id);
      return 'resumed';
    },

    /** Discards a checkpoint; the run stays in the list. @param {StoredCheckpoint} checkpoint */
    async discard(checkpoint) {
      if (!(await take(checkpoint))) return;
      offered.value = offered.peek().filter(({ id }) => id !== checkpoint.id);
      await later(() => database.write({ remove: { checkpoints: [checkpoint.id] } }));
    },

    /** Resolves when all pending writes are done. */
    settled: () => queue,
  };
}

/** @param {Run} run the properties that can change after it ends */
const markOf = ({ name, pinned, visible }) =>
  JSON.stringify([name.value, pinned.value, visible.value]);

/** @param {import('../training/run.js').RunRecord} record */
export function bytesOf({ steps, epochs, experiment, edits }) {
  const columns = [...Object.values(steps), ...Object.values(epochs)];
  const text = JSON.stringify([experiment, edits]).length;
  return columns.reduce((sum, column) => sum + 8 * column.length, 2 * text);
}
