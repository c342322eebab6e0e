// What is known of a network that is being built, which may be invalid.

/** What images are: [H, W, C], and how many classes. @typedef {{input: number[], classes: number}} Form */

/**
 * A layer of the document as far as it can be told.
 *
 * @typedef {object} LayerDescription
 * @property {import('./types.js').LayerInfo | null} info none for a layer that cannot work, and where
 *   one before it cannot
 * @property {import('./types.js').Problem | null} problem of this layer alone
 * @property {LayerDescription[]} layers those of the inner stack of a residual block
 */

/**
 * @typedef {object} NetworkDescription
 * @property {LayerDescription[]} layers one for each of the document's
 * @property {import('./types.js').Problem | null} fit why a network whose layers all work does not suit
 *   the images
 * @property {number | null} memory bytes that are enough for a run, beside the files; none where the
 *   document is refused
 */

export {};
