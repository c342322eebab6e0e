// Requests for checkpoints, resuming, weights, and files that Anneal wrote.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/**
 * A checkpoint of the open run, posted between slices of training and when training stops. Its rows up to `step`
 * have been posted before.
 *
 * @typedef {object} CheckpointEvent
 * @property {'checkpoint'} type
 * @property {number} run
 * @property {number} step
 * @property {Blob | null} content null if it is too large, which is posted once
 * @property {number} bytes size, approximate if it is too large
 */

/** @typedef {Omit<CheckpointEvent, 'type' | 'run'>} Checkpoint */

/**
 * @typedef {object} Resumed
 * @property {import('./types.js').Experiment} experiment filled in, as it was at the start
 * @property {import('./types.js').Status} status
 * @property {import('./types.js').PlateauState | null} plateau
 * @property {import('./types.js').BuildInfo} build that it continues in: that of the checkpoint if it can run here
 * @property {{step: number, schedule: import('./types.js').Schedule}[]} edits
 */

/**
 * A run read from a file. Its columns are transferred.
 *
 * @typedef {object} ReadRun
 * @property {string} name
 * @property {import('./types.js').Experiment} experiment filled in
 * @property {{step: number, schedule: import('./types.js').Schedule}[]} edits
 * @property {import('./types.js').StepColumns} steps
 * @property {import('./types.js').EpochColumns} epochs
 * @property {import('./types.js').Status} status
 */

/**
 * The content of a file that Anneal wrote.
 *
 * @typedef {{kind: 'experiment', experiment: import('./types.js').Experiment} |
 *   {kind: 'runs', runs: ReadRun[]} |
 *   {kind: 'weights', tensors: number}} AnnealFile
 */

/**
 * @typedef {object} PersistenceService
 * @property {() => AsyncResult<Checkpoint | null>} checkpoint of the open run; null if none can be made
 * @property {(run: number, checkpoint: Blob, files: import('./types.js').Files,
 *   build: import('./types.js').BuildName) => AsyncResult<Resumed>} resume opens the run of a checkpoint;
 *   its earlier rows are posted with the first new ones
 * @property {() => AsyncResult<Uint8Array>} weights of the open run, as safetensors
 * @property {(name: string, content: Blob) => AsyncResult<AnnealFile>} readAnnealFile reads and checks a file that
 *   Anneal wrote
 */

export {};
