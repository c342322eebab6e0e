// Requests about the images of an experiment, without a run, and about the user's files.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** @typedef {'train' | 'validation'} Part */

/**
 * @typedef {object} DataSummary
 * @property {number[]} shape [H, W, C]
 * @property {string[]} classes class names
 * @property {number[]} train number of training images per class, with wrong labels applied
 * @property {number[]} validation number of held-out images per class
 * @property {number} wrong_labels number of training images with a wrong label
 */

/**
 * @typedef {object} DataImages
 * @property {number} total number of images of the requested part and class
 * @property {number[]} images [N] indices in the data set
 * @property {number[]} labels [N] labels used in training
 * @property {number[]} truths [N] true classes; they differ from the labels where label noise replaced these
 * @property {Uint8Array} pixels [N, H, W, 4] RGBA
 */

/** One number per channel, with pixels scaled to [0, 1]. @typedef {{mean: number[], deviation: number[]}} DataStatistics */

/**
 * @typedef {object} DataService
 * @property {(name: string, content: Blob | import('./types.js').Folder) =>
 *   AsyncResult<import('./types.js').DetectedFormat>} detectFormat of a file or folder; does not wait for the
 *   module
 * @property {() => AsyncResult<null>} stopReading cancels all reading; waiting requests are answered with a
 *   problem of kind `cancelled`
 * @property {(document: unknown, files: import('./types.js').Files) => AsyncResult<DataSummary>} openData the
 *   images of an experiment, independent of the open run; closes those opened before
 * @property {(range: {part: Part, label?: number, first: number, count: number}) =>
 *   AsyncResult<DataImages>} dataImages
 * @property {(document: unknown, range: {image: number, first: number, epochs: number}) =>
 *   AsyncResult<Uint8Array>} dataAsTrained an image with the augmentation of each epoch, [epochs, H, W, 4]
 * @property {() => AsyncResult<DataStatistics | null>} dataStatistics mean and standard deviation of the training
 *   images; null if other images were opened meanwhile
 * @property {() => AsyncResult<null>} closeData
 */

export {};
