// Converts the schema to JSON Schema 2020-12 for experiment documents, so that an editor completes and
// describes their keys and marks errors. Relations between keys ("nesterov" needs "momentum") and the shapes of
// layers are not part of it. The core checks them.

/** @typedef {import('./schema.js').Schema} Schema */
/** @typedef {import('./schema.js').Key} Key */
/** @typedef {import('./schema.js').Kind} Kind */
/** @typedef {Record<string, unknown>} JsonSchema */

const MAX_LAYERS = 1000;
const MAX_FILES = 100;

const bounds = /** @type {const} */ ([
  ...['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'],
]);

/** @param {Key} key */
function numberOf(key, type = 'number') {
  const limits = bounds.filter((bound) => key[bound] !== undefined);
  return { type, ...Object.fromEntries(limits.map((bound) => [bound, key[bound]])) };
}

/**
 * @param {Key} key
 * @param {number} count
 */
function integers(key, count) {
  const items = numberOf(key, 'integer');
  return { type: 'array', items, minItems: count, maxItems: count };
}

/** @type {Record<import('./schema.js').KeyType, (key: Key) => JsonSchema>} */
const ofType = {
  number: (key) => numberOf(key),
  integer: (key) => numberOf(key, 'integer'),
  boolean: () => ({ type: 'boolean' }),
  string: () => ({ type: 'string' }),
  choice: (key) => ({ enum: key.choices }),
  pair: (key) => ({ anyOf: [numberOf(key, 'integer'), integers(key, 2)] }),
  padding: (key) => ({
    anyOf: [{ enum: ['valid', 'same'] }, numberOf(key, 'integer'), integers(key, 4)],
  }),
  numbers: (key) => ({ type: 'array', items: numberOf(key) }),
  integers: (key) => ({ type: 'array', items: numberOf(key, 'integer') }),
  knots: () => ({
    type: 'array',
    minItems: 1,
    items: { type: 'array', items: { type: 'number', minimum: 0 }, minItems: 2, maxItems: 2 },
  }),
  strings: () => ({
    ...{ type: 'array', items: { type: 'string', minLength: 1 } },
    ...{ minItems: 1, maxItems: MAX_FILES, uniqueItems: true },
  }),
  shape: (key) => integers(key, 3),
  layers: () => ({
    ...{ type: 'array', items: { $ref: '#/$defs/layer' } },
    ...{ minItems: 1, maxItems: MAX_LAYERS },
  }),
  parts: (key) => ({ type: 'array', minItems: 1, items: objectOf(key.keys ?? []) }),
  schedule: () => ({ $ref: '#/$defs/schedule' }),
  object: (key) => objectOf(key.keys ?? []),
};

/** @param {Key} key */
function describe({ unit, omitted }) {
  const parts = [unit && `Unit: ${unit}.`, omitted && `Left out: ${omitted}.`];
  return parts.filter(Boolean).join(' ');
}

/**
 * @param {Key} key
 * @returns {JsonSchema}
 */
function propertyOf(key) {
  const description = describe(key);
  return {
    ...ofType[key.type](key),
    ...(key.default === undefined ? {} : { default: key.default }),
    ...(description ? { description } : {}),
  };
}

/**
 * @param {Key[]} keys
 * @param {Record<string, JsonSchema>} [others] further properties
 * @param {string[]} [required] of the others
 * @returns {JsonSchema}
 */
function objectOf(keys, others = {}, required = []) {
  const properties = Object.fromEntries(keys.map((key) => [key.key, propertyOf(key)]));
  const needed = [...required, ...keys.filter((key) => key.required).map(({ key }) => key)];
  return {
    type: 'object',
    properties: { ...others, ...properties },
    ...(needed.length > 0 ? { required: needed } : {}),
    additionalProperties: false,
  };
}

/**
 * One of several kinds. Only the branch of the named kind applies, so that an editor completes and checks its
 * keys only.
 *
 * @param {Kind[]} kinds
 * @param {object} [options]
 * @param {Key[]} [options.common] keys of all kinds; a kind's own key of the same name replaces one
 * @param {string} [options.name] the key that names the kind
 * @param {string} [options.fallback] the default kind
 * @returns {JsonSchema}
 */
function oneOf(kinds, { common = [], name = 'type', fallback } = {}) {
  const types = kinds.map(({ type }) => type);
  const branches = kinds.map(({ type, formula, keys }) => {
    const own = new Set(keys.map(({ key }) => key));
    const all = [...keys, ...common.filter(({ key }) => !own.has(key))];
    const condition = { properties: { [name]: { const: type } } };
    return {
      if: type === fallback ? condition : { ...condition, required: [name] },
      then: {
        ...objectOf(all, { [name]: { const: type } }),
        ...(formula.length > 0 ? { description: formula.join('\n') } : {}),
      },
    };
  });
  return {
    type: 'object',
    properties: { [name]: { enum: types, ...(fallback ? { default: fallback } : {}) } },
    ...(fallback ? {} : { required: [name] }),
    allOf: branches,
  };
}

/**
 * @param {Schema} schema from Anneal.schema()
 * @returns {JsonSchema} of the whole document
 */
export function toJsonSchema(schema) {
  const { schedules, optimizers, layers, losses, data } = schema;
  const sections = {
    data: oneOf(data.kinds, {
      common: data.common,
      name: 'source',
      fallback: data.kinds[0].type,
    }),
    network: objectOf(schema.network),
    loss: oneOf(losses.kinds, { common: losses.common, fallback: losses.kinds[0].type }),
    optimizer: oneOf(optimizers.kinds, { common: optimizers.common }),
    schedule: { $ref: '#/$defs/schedule' },
    training: objectOf(schema.training),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Anneal experiment',
    ...objectOf(schema.experiment, sections),
    $defs: {
      schedule: oneOf(schedules.kinds, { common: schedules.wrappers }),
      layer: oneOf(layers.kinds),
    },
  };
}
