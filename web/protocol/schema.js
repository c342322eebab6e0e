// Types of the schema of experiment documents. The core builds it; see bindings/api/schema.js.

/** @typedef {import('../../bindings/api/schema.js').Key} Key */
/** @typedef {import('../../bindings/api/schema.js').Kind & {group?: string}} Kind */
/** @typedef {{kinds: Kind[], common?: Key[]}} Section `common`: keys of every kind */
/** @typedef {import('../../bindings/api/schema.js').Schema} Schema */

export {};
