// How a run makes place for another and is gone on with, here or on a later visit: by its checkpoints.

/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('../../protocol/persistence.js').Checkpoint} Checkpoint */
/** @typedef {{run: Run, checkpoint: Checkpoint}} Kept */

/**
 * @template T
 * @typedef {import('@preact/signals').Signal<T>} Signal
 */

/**
 * @typedef {object} Course what is needed of the training controls
 * @property {import('../../protocol/service.js').AnnealService} service
 * @property {import('../experiment/experiment.js').ExperimentStore} experiment
 * @property {() => import('../../protocol/types.js').Files} files
 * @property {<Opened extends import('../../protocol/service.js').Opened>(
 *   make: () => Promise<import('../../protocol/types.js').Result<Opened>>,
 * ) => Promise<{opened: Opened, isLatest: () => boolean} | null>} openSession
 * @property {() => Promise<void>} reset
 * @property {() => Promise<void>} run
 * @property {Signal<import('./training_controls.js').Phase>} phase
 * @property {Signal<Run | null>} current
 * @property {Signal<any>} openedFrom
 * @property {Signal<Kept | null>} kept
 */

/** @param {Course} course */
export function createResume(course) {
  const { service, experiment, files, openSession, reset, run: go } = course;
  const { phase, current, openedFrom, kept } = course;
  /** @type {WeakSet<Run>} */
  const aside = new WeakSet();

  /** @returns {Promise<Checkpoint | null>} of the run that is open, as it stands */
  async function keep() {
    const run = current.peek();
    if (!run || run.status.finished) return null;
    const answer = await service.keep();
    if (!answer.ok || !answer.value || current.peek() !== run) return null;
    kept.value = { run, checkpoint: answer.value };
    return answer.value.content ? answer.value : null;
  }

  return {
    /** The last checkpoint that was made. */
    kept,
    keep,

    /** Whether the run made place for another, to be gone on with. @param {Run} run */
    isAside: (run) => aside.has(run),

    /**
     * Closes the run that is open, to be gone on with later.
     *
     * @returns {Promise<Checkpoint | null>} null, and it stays open, where there is none
     */
    async setAside() {
      const run = current.peek();
      const checkpoint = await keep();
      if (!run || !checkpoint) return null;
      aside.add(run);
      await reset();
      return checkpoint;
    },

    /**
     * Goes on with a run where its checkpoint stood.
     *
     * @param {Run} run
     * @param {object} checkpoint
     * @param {Blob} checkpoint.content
     * @param {import('../../protocol/types.js').BuildName} checkpoint.build that made it
     * @param {any} checkpoint.document the run's, as the controls said it
     * @returns {Promise<boolean>} false where that failed or was overtaken
     */
    async resume(run, { content, build, document }) {
      const entered = await openSession(() => service.resume(run.number, content, files(), build));
      if (!entered) return false;
      const { opened, isLatest } = entered;
      run.goOn(opened);
      aside.delete(run);
      const from = { ...document, schedule: opened.edits.at(-1)?.schedule ?? document.schedule };
      openedFrom.value = from;
      current.value = run;
      await experiment.replace(from);
      if (!isLatest()) return true;
      phase.value = 'paused';
      void go();
      return true;
    },
  };
}
