// Requests about an experiment document: a plain check, and the check after an edit of the page.

/** Longest run for which the learning rate of every step is computed. */
export const MAX_PLANNED_STEPS = 5e6;

/** @typedef {import('./types.js').Experiment} Experiment */

/**
 * @typedef {object} Checked
 * @property {Experiment} experiment filled in
 * @property {import('./types.js').LayerInfo[]} layers
 * @property {number} memory bytes that are enough for a run of it, beside its files
 */

/** Length of a run. @typedef {{steps: number, stepsPerEpoch: number}} RunLength */

/**
 * What a check after an edit depends on beside the document.
 *
 * @typedef {object} CheckContext
 * @property {import('./network.js').Form} [form] of the document's images, if known
 * @property {{document: Experiment, form?: import('./network.js').Form}} [fallback] the last accepted
 *   experiment: its values replace settings that the core refuses
 * @property {RunLength} [length] of the current run; otherwise that of the document
 * @property {import('./types.js').PlateauState | null} [plateau] state of the current run
 */

/**
 * @typedef {object} Accepted
 * @property {Experiment | null} replacement the document with refused settings replaced; null if nothing
 *   was refused
 * @property {Experiment} experiment filled in
 * @property {import('./types.js').LayerInfo[]} layers
 * @property {number} memory bytes that are enough for a run of it, beside its files
 * @property {(RunLength & {rates: Float64Array}) | null} planned the learning rate of every step; null
 *   for a run of more than MAX_PLANNED_STEPS
 */

/**
 * @typedef {object} ExperimentCheck
 * @property {Accepted | null} accepted null if no replacement makes the document valid
 * @property {import('./types.js').Problem[]} problems one for each refused setting
 * @property {import('./network.js').NetworkDescription | null} network the layers of the document itself; null
 *   if it has no list of layers
 */

/**
 * @typedef {object} ExperimentService
 * @property {(document: unknown, form?: import('./network.js').Form) =>
 *   import('./service.js').AsyncResult<Checked>} check reads and fills in an experiment; with the form of its
 *   images, also whether its network suits them
 * @property {(document: Experiment, context: CheckContext) =>
 *   import('./service.js').AsyncResult<ExperimentCheck>} checkExperiment everything that the page shows of an
 *   edited experiment, in one request
 * @property {(schedule: unknown, length: RunLength, plateau?: import('./types.js').PlateauState | null) =>
 *   import('./service.js').AsyncResult<Float64Array>} rates the rate of every step of a run; a plateau
 *   continues from its current rate
 */
