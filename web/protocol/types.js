// Types of the values that page and worker exchange.
//
// An experiment is a document of the core. The page edits it and only the core validates it, so only the keys
// that the page reads are typed.

/** @typedef {Record<string, any> & {type: string, unit?: 'step' | 'epoch'}} Schedule */

/** @typedef {Record<string, any> & {type: string}} Layer */

/** @typedef {Record<string, any> & {type: string}} Optimizer */

/**
 * @typedef {Record<string, any> & {
 *   source: 'glyphs' | 'shapes' | 'idx' | 'cifar10' | 'cifar100' | 'npz' | 'images',
 *   train: number,
 *   validation: number,
 *   images?: string,
 *   labels?: string,
 *   file?: string,
 *   files?: string[],
 *   size?: number,
 *   classes?: number,
 *   channels?: number,
 * }} DataSettings
 */

/**
 * @typedef {object} Experiment
 * @property {number} version
 * @property {string} [name]
 * @property {number} seed
 * @property {DataSettings} data
 * @property {{input: number[], layers: Layer[]}} network
 * @property {Record<string, any>} [loss]
 * @property {Optimizer} optimizer
 * @property {Schedule} schedule
 * @property {{epochs: number, batch_size: number, shuffle?: boolean}} training
 */

/** The files of a folder, by their paths in it. @typedef {{path: string, content: Blob}[]} Folder */

/** Files and folders by the name that the experiment gives them. @typedef {Map<string, Blob | Uint8Array | Folder>} Files */

/**
 * A data set in one file or folder.
 *
 * @typedef {object} DataSetFormat
 * @property {'cifar10' | 'cifar100' | 'npz' | 'images'} kind
 * @property {number} count of images
 * @property {number} classes of cifar100: the fine ones
 * @property {number[]} [shape] of an image, [H, W, C]; undefined for pictures, which have any size
 * @property {string} [images] npz: the name of the array of images
 * @property {string} [labels] npz: the name of the array of labels
 */

/**
 * An IDX file: the images or the labels of a data set.
 *
 * @typedef {object} IdxFormat
 * @property {'idx'} kind
 * @property {'images' | 'labels'} role
 * @property {number} count of images or labels
 * @property {number} [height] of an image
 * @property {number} [width] of an image
 * @property {number} [classes] of labels: the largest label + 1
 */

/** @typedef {DataSetFormat | IdxFormat} DetectedFormat */

/**
 * An error. `path` names the setting of the document that caused it, or is empty.
 * `load`: the core could not be fetched or compiled; `lost`: the worker has ended; `diverged`: the run diverged;
 * `cancelled`: the user cancelled it.
 *
 * @typedef {object} Problem
 * @property {'experiment' | 'data' | 'file' | 'memory' | 'state' | 'cancelled' | 'diverged' | 'load' | 'lost'} kind
 * @property {string} path
 * @property {string} message without the path
 */

/**
 * @template T
 * @typedef {{ok: true, value: T} | {ok: false, problem: Problem}} Result
 */

/**
 * A build of the core.
 *
 * @typedef {object} BuildChoice
 * @property {BuildName} name
 * @property {BuildObstacle | null} obstacle why it cannot run here; null if it can
 */

/**
 * @typedef {object} Speed
 * @property {number} imagesPerSecond
 * @property {number} stepMilliseconds the median
 * @property {number} gigaflops
 * @property {number} peakGigaflops of operations in registers, on one thread
 * @property {number} threads
 */

/** @typedef {'scalar' | 'simd' | 'relaxed' | 'simd-threads' | 'relaxed-threads'} BuildName */

/** @typedef {'no_simd' | 'no_relaxed_simd' | 'no_threads' | 'not_isolated'} BuildObstacle */

/**
 * @typedef {object} BuildInfo
 * @property {BuildName} name
 * @property {string} version
 * @property {string[]} features
 * @property {number} threads maximum
 * @property {BuildChoice[]} choices fastest first
 */

/**
 * A layer of a network. Multiply-adds are those of the forward pass of one sample.
 *
 * @typedef {object} LayerInfo
 * @property {string} type
 * @property {number[]} input [H, W, C] or [features]
 * @property {number[]} output
 * @property {number} parameters
 * @property {number} multiplyAdds
 * @property {number} parameterBytes of the parameters and their gradients
 * @property {number} activationBytes of the output for one sample; 0 if the layer works in place
 */

/**
 * @typedef {object} Status
 * @property {number} step updates done
 * @property {number} epoch completed epochs
 * @property {number} totalSteps
 * @property {number} stepsPerEpoch
 * @property {number} totalEpochs
 * @property {boolean} evaluating the updates of the epoch are done, its evaluation is not
 * @property {boolean} finished
 * @property {boolean} diverged
 */

/**
 * Why a run diverged.
 *
 * @typedef {object} Divergence
 * @property {number} step at which divergence was detected
 * @property {'loss_not_finite' | 'loss_above_limit' | 'gradient_not_finite'} reason
 * @property {number} rate learning rate of that step
 * @property {number | null} loss null if not finite
 * @property {number} restored the step whose weights and optimizer state were restored
 * @property {string} message in English
 */

/**
 * Evaluation of the held-out images after an epoch.
 *
 * @typedef {object} Evaluation
 * @property {number} epoch
 * @property {string[]} classes
 * @property {number[][]} confusion [classes, classes] number of images; rows are labels, columns predictions
 * @property {(number | null)[]} precision [classes] null if the class was never predicted
 * @property {(number | null)[]} recall [classes] null if no image has this label
 */

/**
 * One row per step.
 *
 * @typedef {object} StepColumns
 * @property {Float64Array} step counted from 0
 * @property {Float64Array} epoch
 * @property {Float64Array} rate
 * @property {Float64Array} loss mean over the batch, before the update
 * @property {Float64Array} accuracy in [0, 1]
 * @property {Float64Array} gradient_norm L2 norm of all gradients, before clipping
 */

/**
 * Steps with their durations: `milliseconds` includes the evaluation of held-out images, but not pauses.
 *
 * @typedef {StepColumns & {milliseconds: Float64Array}} TimedStepColumns
 */

/**
 * One row per epoch.
 *
 * @typedef {object} EpochColumns
 * @property {Float64Array} epoch
 * @property {Float64Array} step updates done by then
 * @property {Float64Array} rate
 * @property {Float64Array} train_loss
 * @property {Float64Array} train_accuracy
 * @property {Float64Array} validation_loss
 * @property {Float64Array} validation_accuracy
 * @property {Float64Array} validation_top_k_accuracy
 * @property {Float64Array} weight_norm
 */

/**
 * The record of a run as plain JSON.
 *
 * @typedef {object} History
 * @property {Experiment} experiment filled in
 * @property {Record<string, any>} build
 * @property {Record<string, number[]>} steps
 * @property {Record<string, number[]>} epochs
 * @property {{step: number, type: string, schedule?: Schedule}[]} [events]
 */

/**
 * State of a reduce-on-plateau schedule.
 *
 * @typedef {object} PlateauState
 * @property {number} rate
 * @property {number | null} best value of its metric; null before the first value
 * @property {number} bad number of consecutive values without improvement
 * @property {number} cooldown_left remaining values to ignore
 */

export {};
