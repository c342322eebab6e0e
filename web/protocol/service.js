// Every message between the page and the worker, in one place.
//
// Requests are the methods of AnnealService, called over Comlink: each is answered exactly once, with
// a Result, so that nothing but values crosses and an error keeps its kind and path. Events are what
// the worker says unasked, through the one listener given to `start`.

/** @typedef {import('./types.js').Experiment} Experiment */
/** @typedef {import('./types.js').Problem} Problem */

/** How far a run goes before it stops by itself. @typedef {'end' | 'epoch' | 'step'} Target */

/**
 * What was trained since the last event of this kind; at most one such event a frame. The columns
 * are transferred, not copied.
 *
 * @typedef {object} MetricsEvent
 * @property {'metrics'} type
 * @property {number} run
 * @property {import('./types.js').TimedStepColumns} steps
 * @property {import('./types.js').EpochColumns} epochs
 * @property {import('./types.js').Status} status
 * @property {number} images trained, in the slices that count for speed
 * @property {number} milliseconds that those slices took; 0 where none counted
 * @property {import('./types.js').PlateauState | null} [plateau] where an epoch has ended, which is when
 *   it counts; null for a schedule without one
 */

/**
 * The run stands still: it was asked to, it reached its target, or it is over.
 *
 * @typedef {object} StoppedEvent
 * @property {'stopped'} type
 * @property {number} run
 * @property {boolean} finished
 * @property {import('./types.js').Divergence | null} divergence it ran away and is back at its last
 *   good step; `run` goes on from there
 */

/**
 * A run that ran away goes on: its rows from `step` on are gone.
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
 * How far the reading of files has come; none when nothing is read any longer.
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
 * @property {Experiment} experiment filled in: what the run records
 * @property {import('./types.js').Status} status
 * @property {import('./types.js').PlateauState | null} plateau null for a schedule without one
 * @property {import('./types.js').BuildInfo} build that it runs in
 */

/**
 * @typedef {RunService & import('./inspection.js').InspectionService &
 *   import('./histograms.js').HistogramService & import('./range_test.js').RangeTestService &
 *   import('./persistence.js').PersistenceService & import('./experiment.js').ExperimentService &
 *   import('./data.js').DataService} AnnealService
 */

/**
 * @typedef {object} RunService
 * @property {() => AsyncResult<null>} listening answers at once, unless the worker is busy or stuck
 * @property {(listener: Listener, wanted?: import('./types.js').BuildName) =>
 *   AsyncResult<import('./types.js').BuildInfo>} start loads the wanted build of the core, where it runs
 *   here, or the fastest that does
 * @property {(name: import('./types.js').BuildName) => AsyncResult<import('./types.js').BuildInfo>}
 *   useBuild loads another build; a run that was open is closed
 * @property {(name: import('./types.js').BuildName, document: unknown, limits: {milliseconds: number}) =>
 *   AsyncResult<import('./types.js').Speed>} measureSpeed how fast a build trains the document's network
 * @property {() => AsyncResult<import('./schema.js').Schema>} schema the kinds that the core knows, and
 *   their keys
 * @property {(run: number, document: unknown, files: import('./types.js').Files, weights?: Blob) =>
 *   AsyncResult<Opened>} open makes the session, on weights to start from (safetensors) where there are
 *   some; one that was open is closed
 * @property {(target: Target) => AsyncResult<null>} run answers at once; `stopped` or `failed` follows
 * @property {() => AsyncResult<null>} pause answers at once; `stopped` follows if it was running
 * @property {(schedule: unknown) => AsyncResult<{step: number,
 *   plateau: import('./types.js').PlateauState | null}>} setSchedule the step that it is in force from
 * @property {() => AsyncResult<null>} close
 */

/**
 * Where a switch over events ends: a kind that was forgotten is then a type error.
 *
 * @param {never} event
 * @returns {never}
 */
export function unreachable(event) {
  throw new Error(`unknown event: ${JSON.stringify(event)}`);
}
