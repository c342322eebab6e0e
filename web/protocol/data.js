// Requests about the images of an experiment that need no run, and about files that a reader gives.

/**
 * @template T
 * @typedef {import('./service.js').AsyncResult<T>} AsyncResult
 */

/** @typedef {'train' | 'validation'} Part */

/**
 * @typedef {object} DataSummary
 * @property {number[]} shape [H, W, C]
 * @property {string[]} classes their names
 * @property {number[]} train training images of each class, by the labels that a run has
 * @property {number[]} validation held-out images of each class
 * @property {number} wrong_labels of training images
 */

/**
 * @typedef {object} DataImages
 * @property {number} total that there are, of the class that was asked for
 * @property {number[]} images their numbers in the data set
 * @property {number[]} labels as a run has them
 * @property {number[]} truths another than the label where that was replaced on purpose
 * @property {Uint8Array} pixels [N, H, W, 4]
 */

/** In units of byte / 255, a number a channel. @typedef {{mean: number[], deviation: number[]}} DataStatistics */

/**
 * @typedef {object} DataService
 * @property {(name: string, content: Blob | import('./types.js').Folder) =>
 *   AsyncResult<import('./types.js').DetectedFormat>} detectFormat of a file or folder; does not wait for the
 *   module
 * @property {() => AsyncResult<null>} stopReading what is being read is given up: who waits for it is
 *   answered by a problem of the kind `cancelled`
 * @property {(document: unknown, files: import('./types.js').Files) => AsyncResult<DataSummary>} openData the
 *   images of an experiment, beside a run that may go on; those of before are let go
 * @property {(range: {part: Part, label?: number, first: number, count: number}) =>
 *   AsyncResult<DataImages>} dataImages
 * @property {(document: unknown, range: {image: number, first: number, epochs: number}) =>
 *   AsyncResult<Uint8Array>} dataAsTrained what training shows the network of an image: [epochs, H, W, 4]
 * @property {() => AsyncResult<DataStatistics | null>} dataStatistics mean and deviation of the training
 *   images; null where others took their place meanwhile
 * @property {() => AsyncResult<null>} closeData
 */

export {};
