// Suspends the open run with a checkpoint and resumes runs from checkpoints, also on a later visit.

/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('../../protocol/persistence.js').Checkpoint} Checkpoint */
/** @typedef {{run: Run, checkpoint: Checkpoint}} LatestCheckpoint */

/**
 * @template T
 * @typedef {import('@preact/signals').Signal<T>} Signal
 */

/**
 * @typedef {object} ResumeContext the required parts of the training controls
 * @property {import('../../protocol/service.js').AnnealService} service
 * @property {import('../experiment/experiment.js').ExperimentStore} experiment
 * @property {() => import('../../protocol/types.js').Files} files
 * @property {<Opened extends import('../../protocol/service.js').Opened>(
 *   make: () => Promise<import('../../protocol/types.js').Result<Opened>>,
 * ) => Promise<{opened: Opened, isCurrent: () => boolean} | null>} openSession
 * @property {() => Promise<void>} reset
 * @property {() => Promise<void>} run
 * @property {Signal<import('./training_controls.js').Phase>} phase
 * @property {Signal<Run | null>} current
 * @property {Signal<any>} openedFrom
 * @property {Signal<LatestCheckpoint | null>} latestCheckpoint
 */

/** @param {ResumeContext} context */
export function createResume(context) {
  const { service, experiment, files, openSession, reset, run: go } = context;
  const { phase, current, openedFrom, latestCheckpoint } = context;
  /** @type {WeakSet<Run>} */
  const suspended = new WeakSet();

  /** @returns {Promise<Checkpoint | null>} of the open run in its current state */
  async function saveCheckpoint() {
    const run = current.peek();
    if (!run || run.status.finished) return null;
    const result = await service.checkpoint();
    if (!result.ok || !result.value || current.peek() !== run) return null;
    latestCheckpoint.value = { run, checkpoint: result.value };
    return result.value.content ? result.value : null;
  }

  return {
    /** The latest checkpoint. */
    latestCheckpoint,
    saveCheckpoint,

    /** Whether the run was closed with a checkpoint. @param {Run} run */
    isSuspended: (run) => suspended.has(run),

    /**
     * Closes the open run with a checkpoint, from which it can resume later.
     *
     * @returns {Promise<Checkpoint | null>} null if no checkpoint can be made; the run then stays open
     */
    async suspend() {
      const run = current.peek();
      const checkpoint = await saveCheckpoint();
      if (!run || !checkpoint) return null;
      suspended.add(run);
      await reset();
      return checkpoint;
    },

    /**
     * Resumes a run from its checkpoint.
     *
     * @param {Run} run
     * @param {object} checkpoint
     * @param {Blob} checkpoint.content
     * @param {import('../../protocol/types.js').BuildName} checkpoint.build that made it
     * @param {any} checkpoint.document the draft when the run began
     * @returns {Promise<boolean>} false if it failed or was superseded by a newer request
     */
    async resume(run, { content, build, document }) {
      const session = await openSession(() => service.resume(run.number, content, files(), build));
      if (!session) return false;
      const { opened, isCurrent } = session;
      run.resume(opened);
      suspended.delete(run);
      const from = { ...document, schedule: opened.edits.at(-1)?.schedule ?? document.schedule };
      openedFrom.value = from;
      current.value = run;
      await experiment.replace(from);
      if (!isCurrent()) return true;
      phase.value = 'paused';
      void go();
      return true;
    },
  };
}
