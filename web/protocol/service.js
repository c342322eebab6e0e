// The messages between the page and the worker.
//
// Requests are the methods of AnnealService, called over Comlink. Each is answered with a Result, so that errors
// keep their kind and path. Events are posted by the worker to the listener given to `start`.

/** @typedef {import('./types.js').Experiment} Experiment */
/** @typedef {import('./types.js').Problem} Problem */

/** When training stops by itself. @typedef {'end' | 'epoch' | 'step'} Target */

/**
 * New rows since the last event of this type, at most one event per frame. The columns are transferred, not
 * copied.
 *
 * @typedef {object} MetricsEvent
 * @property {'metrics'} type
 * @property {number} run
 * @property {import('./types.js').TimedStepColumns} steps
 * @property {import('./types.js').EpochColumns} epochs
 * @property {import('./types.js').Status} status
 * @property {number} images trained in the slices that count for the speed
 * @property {number} milliseconds duration of those slices; 0 if there were none
 * @property {import('./types.js').PlateauState | null} [plateau] present after the end of an epoch; null for a
 *   schedule without plateau
 */

/**
 * Training stopped: it was paused, reached its target, finished, or diverged.
 *
 * @typedef {object} StoppedEvent
 * @property {'stopped'} type
 * @property {number} run
 * @property {boolean} finished
 * @property {import('./types.js').Divergence | null} divergence `run` continues from the restored step
 */

/**
 * A diverged run continues. Its rows from `step` on are removed.
 *
 * @typedef {{type: 'recovered', run: number, step: number,
 *   plateau: import('./types.js').PlateauState | null}} RecoveredEvent
 */

/** @typedef {{type: 'failed', run: number, problem: Problem}} FailedEvent */

/**
 * @typedef {MetricsEvent | StoppedEvent | RecoveredEvent | FailedEvent |
 *   import('./persistence.js').CheckpointEvent} RunEvent
 */

/**
 * Progress of reading files; null when reading has ended.
 *
 * @typedef {object} ReadingEvent
 * @property {'reading'} type
 * @property {{name: string, done: number, total: number, unit: 'bytes' | 'pictures'} | null} progress
 */

/** @typedef {RunEvent | ReadingEvent} WorkerEvent */

/** @typedef {(event: WorkerEvent) => void} Listener */

/**
 * @template T
 * @typedef {Promise<import('./types.js').Result<T>>} AsyncResult
 */

/**
 * @typedef {object} Opened
 * @property {Experiment} experiment with defaults filled in
 * @property {import('./types.js').Status} status
 * @property {import('./types.js').PlateauState | null} plateau null for a schedule without one
 * @property {import('./types.js').BuildInfo} build of the run
 */

/**
 * @typedef {RunService & import('./inspection.js').InspectionService &
 *   import('./histograms.js').HistogramService & import('./range_test.js').RangeTestService &
 *   import('./persistence.js').PersistenceService & import('./experiment.js').ExperimentService &
 *   import('./data.js').DataService} AnnealService
 */

/**
 * @typedef {object} RunService
 * @property {() => AsyncResult<null>} listening answers at once, unless the worker is busy or hangs
 * @property {(listener: Listener, wanted?: import('./types.js').BuildName) =>
 *   AsyncResult<import('./types.js').BuildInfo>} start loads the wanted build of the core if it can run here,
 *   otherwise the fastest
 * @property {(name: import('./types.js').BuildName) => AsyncResult<import('./types.js').BuildInfo>}
 *   useBuild loads another build and closes the open run
 * @property {(name: import('./types.js').BuildName, document: unknown, limits: {milliseconds: number}) =>
 *   AsyncResult<import('./types.js').Speed>} measureSpeed how fast a build trains the document's network
 * @property {() => AsyncResult<import('./schema.js').Schema>} schema the kinds of the core and their keys
 * @property {(run: number, document: unknown, files: import('./types.js').Files, weights?: Blob) =>
 *   AsyncResult<Opened>} open closes the open run and creates a session, optionally with initial weights
 *   (safetensors)
 * @property {(target: Target) => AsyncResult<null>} run answers at once; `stopped` or `failed` follows
 * @property {() => AsyncResult<null>} pause answers at once; `stopped` follows if it was running
 * @property {(schedule: unknown) => AsyncResult<{step: number,
 *   plateau: import('./types.js').PlateauState | null}>} setSchedule answers with the first step that uses it
 * @property {() => AsyncResult<null>} close
 */

/**
 * For the default case of a switch over events: a missing case is a type error.
 *
 * @param {never} event
 * @returns {never}
 */
export function unreachable(event) {
  throw new Error(`unknown event: ${JSON.stringify(event)}`);
}
