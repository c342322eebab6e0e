// Requests by which a run outlives its page, and the files of Anneal's own.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/**
 * The open run as it stands, said unasked between two slices of training, and wherever it stands still.
 * Its rows up to `step` have been said before.
 *
 * @typedef {object} CheckpointEvent
 * @property {'checkpoint'} type
 * @property {number} run
 * @property {number} step
 * @property {Blob | null} content null where it is too large to be kept, which is said once
 * @property {number} bytes that it takes, or would take about
 */

/** @typedef {Omit<CheckpointEvent, 'type' | 'run'>} Checkpoint */

/**
 * @typedef {object} Resumed
 * @property {import('./types.js').Experiment} experiment filled in, as it was at the start
 * @property {import('./types.js').Status} status
 * @property {import('./types.js').PlateauState | null} plateau
 * @property {import('./types.js').BuildInfo} build that it goes on in: the checkpoint's, where that
 *   runs here
 * @property {{step: number, schedule: import('./types.js').Schedule}[]} edits
 */

/**
 * A run as a file tells of it: its columns are transferred.
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
 * What a file of Anneal's own holds.
 *
 * @typedef {{kind: 'experiment', experiment: import('./types.js').Experiment} |
 *   {kind: 'runs', runs: ReadRun[]} |
 *   {kind: 'weights', tensors: number}} AnnealFile
 */

/**
 * @typedef {object} PersistenceService
 * @property {() => AsyncResult<Checkpoint | null>} checkpoint the open run as it stands; null where it cannot be
 *   kept
 * @property {(run: number, checkpoint: Blob, files: import('./types.js').Files,
 *   build: import('./types.js').BuildName) => AsyncResult<Resumed>} resume opens the run of a checkpoint;
 *   the rows that it had come with the first that are new
 * @property {() => AsyncResult<Uint8Array>} weights of the open run, as safetensors
 * @property {(name: string, content: Blob) => AsyncResult<AnnealFile>} readAnnealFile reads and judges a file that
 *   Anneal wrote
 */

export {};
