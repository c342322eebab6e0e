// Description of a network that is being edited, which may be invalid.

/** Shape [H, W, C] and number of classes of the images. @typedef {{input: number[], classes: number}} Form */

/**
 * A layer of the document.
 *
 * @typedef {object} LayerDescription
 * @property {import('./types.js').LayerInfo | null} info null if this layer or one before it is invalid
 * @property {import('./types.js').Problem | null} problem of this layer alone
 * @property {LayerDescription[]} layers those of the inner stack of a residual block
 */

/**
 * @typedef {object} NetworkDescription
 * @property {LayerDescription[]} layers one for each of the document's
 * @property {import('./types.js').Problem | null} fit why a network of valid layers does not fit the images
 * @property {number | null} memory bytes that a run requires, without files; null if the document is invalid
 */

export {};
