// Types of the schema, which the core builds from the keys of each kind (core/experiment/schema.h).

/**
 * @typedef {'number' | 'integer' | 'boolean' | 'string' | 'choice' | 'pair' | 'padding' | 'numbers'
 *   | 'integers' | 'knots' | 'strings' | 'shape' | 'layers' | 'parts' | 'schedule' | 'object'} KeyType
 *   pair: an integer or [height, width]. padding: "valid", "same", an integer or [top, bottom, left,
 *   right]. integers: milestones. knots: [t, rate] pairs. shape: [height, width, channels]. parts:
 *   consecutive schedules.
 */

/**
 * @typedef {object} Key
 * @property {string} key
 * @property {KeyType} type
 * @property {boolean} required
 * @property {any} [default] missing if the key is required or if no value is equivalent to omitting it
 * @property {string} [omitted] the meaning of omitting the key, if there is no default
 * @property {number} [minimum]
 * @property {number} [exclusiveMinimum]
 * @property {number} [maximum]
 * @property {number} [exclusiveMaximum]
 * @property {number} [multipleOf]
 * @property {string[]} [choices] of a choice
 * @property {Key[]} [keys] of an object, or of each of the parts
 * @property {string} [unit] in words; missing for dimensionless numbers
 * @property {string} [symbol] in formulas, as LaTeX
 */

/**
 * @typedef {object} Kind
 * @property {string} type the name in the document
 * @property {string[]} formula lines of LaTeX in which \key{beta1} is a setting and \rate is the learning rate
 *   of the schedule
 * @property {Key[]} keys
 */

/** @typedef {'convolution' | 'pooling' | 'activation' | 'normalisation' | 'regularisation' | 'shape' | 'dense' | 'composite'} LayerGroup */

/** @typedef {Kind & {group: LayerGroup}} LayerKind */

/**
 * @typedef {object} Schema
 * @property {number} version of the documents
 * @property {{kinds: Kind[], wrappers: Key[]}} schedules a kind's own key replaces a wrapper of that name
 * @property {{kinds: Kind[], common: Key[]}} optimizers
 * @property {{kinds: LayerKind[]}} layers
 * @property {{kinds: Kind[], common: Key[]}} losses
 * @property {{kinds: Pick<Kind, 'type' | 'formula'>[]}} initialisers
 * @property {{kinds: Kind[], common: Key[]}} data a kind is named by "source"
 * @property {Key[]} network
 * @property {Key[]} training
 * @property {Key[]} experiment top-level keys besides the sections
 */

export {};
