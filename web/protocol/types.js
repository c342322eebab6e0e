// The plain values that travel between page and worker, as types only: nothing here runs.
//
// An experiment is the document of the core. The page edits it and the core alone judges it, so its
// sections are typed as far as the page reads them and no further.

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
 * What was wrong, in words. `path` names the setting of the document, and is empty where there is none.
 * `load`: the core could not be fetched or compiled; `lost`: the worker is gone; `diverged`: the run ran away;
 * `cancelled`: it was given up on purpose.
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
 * A build of the core that this page could load, or not.
 *
 * @typedef {object} BuildChoice
 * @property {BuildName} name
 * @property {BuildObstacle | null} obstacle why it cannot be used here; none where it can
 */

/**
 * @typedef {object} Speed
 * @property {number} imagesPerSecond
 * @property {number} stepMilliseconds the median
 * @property {number} gigaflops
 * @property {number} peakGigaflops on registers alone, on one thread
 * @property {number} threads
 */

/** @typedef {'scalar' | 'simd' | 'relaxed' | 'simd-threads' | 'relaxed-threads'} BuildName */

/** @typedef {'no_simd' | 'no_relaxed_simd' | 'no_threads' | 'not_isolated'} BuildObstacle */

/**
 * @typedef {object} BuildInfo
 * @property {BuildName} name
 * @property {string} version
 * @property {string[]} features
 * @property {number} threads that it can use
 * @property {BuildChoice[]} choices fastest first
 */

/**
 * One layer as the core sees it; multiply-adds are those of the forward pass of one sample.
 *
 * @typedef {object} LayerInfo
 * @property {string} type
 * @property {number[]} input [H, W, C] or [features]
 * @property {number[]} output
 * @property {number} parameters
 * @property {number} multiplyAdds
 * @property {number} parameterBytes of the parameters and their gradients
 * @property {number} activationBytes that the layer keeps for one sample; 0 where it works in place
 */

/**
 * @typedef {object} Status
 * @property {number} step updates done
 * @property {number} epoch epochs done, counted in whole ones
 * @property {number} totalSteps
 * @property {number} stepsPerEpoch
 * @property {number} totalEpochs
 * @property {boolean} evaluating the epoch's updates are done, its held-out images not all seen
 * @property {boolean} finished
 * @property {boolean} diverged
 */

/**
 * The end of a run that ran away.
 *
 * @typedef {object} Divergence
 * @property {number} step at which it was seen
 * @property {'loss_not_finite' | 'loss_above_limit' | 'gradient_not_finite'} reason
 * @property {number} rate that the step would have used
 * @property {number | null} loss null where it is not finite
 * @property {number} restored the step whose weights and optimizer are back
 * @property {string} message in English
 */

/**
 * What the held-out images were taken for after an epoch; rows are labels, columns predictions.
 *
 * @typedef {object} Evaluation
 * @property {number} epoch
 * @property {string[]} classes
 * @property {number[][]} confusion
 * @property {(number | null)[]} precision by class; null where nothing was taken for it
 * @property {(number | null)[]} recall by class; null where there are none of it
 */

/**
 * One row a step.
 *
 * @typedef {object} StepColumns
 * @property {Float64Array} step counted from 0
 * @property {Float64Array} epoch
 * @property {Float64Array} rate
 * @property {Float64Array} loss mean over the batch, before the update
 * @property {Float64Array} accuracy share in [0, 1]
 * @property {Float64Array} gradient_norm of all gradients together, before any clipping
 */

/**
 * As the worker reports them: `milliseconds` is what went by on its clock for a step since the one before,
 * evaluation of held-out images included, pauses not.
 *
 * @typedef {StepColumns & {milliseconds: Float64Array}} TimedStepColumns
 */

/**
 * One row an epoch.
 *
 * @typedef {object} EpochColumns
 * @property {Float64Array} epoch
 * @property {Float64Array} step updates done at that moment
 * @property {Float64Array} rate
 * @property {Float64Array} train_loss
 * @property {Float64Array} train_accuracy
 * @property {Float64Array} validation_loss
 * @property {Float64Array} validation_accuracy
 * @property {Float64Array} validation_top_k_accuracy
 * @property {Float64Array} weight_norm
 */

/**
 * The record of a run: plain JSON, the same from page, worker and Node.
 *
 * @typedef {object} History
 * @property {Experiment} experiment filled in
 * @property {Record<string, any>} build
 * @property {Record<string, number[]>} steps
 * @property {Record<string, number[]>} epochs
 * @property {{step: number, type: string, schedule?: Schedule}[]} [events]
 */

/**
 * What the schedule's plateau has counted.
 *
 * @typedef {object} PlateauState
 * @property {number} rate
 * @property {number | null} best value of its metric; null before the first
 * @property {number} bad values in a row that were no better
 * @property {number} cooldown_left values that are passed over yet
 */

export {};
