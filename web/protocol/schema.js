// The schema of experiment documents, as types only. The core makes it; bindings/api/schema.js says what
// is in it.

/** @typedef {import('../../bindings/api/schema.js').Key} Key */
/** @typedef {import('../../bindings/api/schema.js').Kind & {group?: string}} Kind */
/** @typedef {{kinds: Kind[], common?: Key[]}} Section `common`: keys that every kind of it has */
/** @typedef {import('../../bindings/api/schema.js').Schema} Schema */

export {};
