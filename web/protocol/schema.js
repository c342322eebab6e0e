// The schema that the core exports, as types only: every kind of schedule, optimizer, layer, loss and
// data source with its keys.

/**
 * One key of a kind. Ranges are those of JSON Schema; a bound that is absent does not exist.
 *
 * @typedef {object} Key
 * @property {string} key as in the document
 * @property {'number' | 'integer' | 'boolean' | 'string' | 'choice' | 'pair' | 'padding' | 'numbers' |
 *   'integers' | 'knots' | 'strings' | 'layers' | 'parts' | 'object'} type
 * @property {boolean} required
 * @property {any} [default] absent where required, or where no value says what leaving it out means
 * @property {number} [minimum]
 * @property {number} [exclusiveMinimum]
 * @property {number} [maximum]
 * @property {number} [exclusiveMaximum]
 * @property {string} [symbol] LaTeX
 * @property {string} [unit] "learning rate", "share", "pixels"
 * @property {string[]} [choices] of a choice
 * @property {Key[]} [keys] of an object
 */

/**
 * @typedef {object} Kind
 * @property {string} type
 * @property {string[]} [formula] lines of LaTeX; `\key{beta1}` is a setting, `\rate` the learning rate
 * @property {string} [group] of a layer
 * @property {Key[]} keys
 */

/** @typedef {{kinds: Kind[], common?: Key[]}} Section `common`: keys that every kind of it has */

/**
 * @typedef {object} Schema
 * @property {number} version
 * @property {Section & {wrappers: Key[]}} schedules
 * @property {Section} optimizers
 * @property {Section} layers
 * @property {Section} losses
 * @property {{kinds: {type: string, formula?: string[]}[]}} initialisers
 * @property {Section} data
 * @property {Key[]} training
 * @property {Key[]} experiment
 */

export {};
