// The schema of the built module, and the JSON Schema that is made from it.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { toJsonSchema } from '../../../bindings/api/json_schema.js';
import { lenet, small } from '../documents.js';

/** @typedef {import('../../../bindings/api/schema.js').Kind} Kind */
/** @typedef {import('../../../bindings/api/schema.js').Key} Key */

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
/** @type {import('../../../bindings/api/schema.js').Schema} */
let schema;
/** @type {import('ajv').ValidateFunction} */
let isValid;

beforeAll(async () => {
  anneal = await loadAnneal();
  schema = anneal.schema();
  isValid = new Ajv2020({ strict: false }).compile(toJsonSchema(schema));
});

/** @param {unknown} document */
function faultsOf(document) {
  isValid(document);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema', () => {
  test('lists every kind by its name in the document', () => {
    const types = (/** @type {{kinds: {type: string}[]}} */ { kinds }) =>
      kinds.map(({ type }) => type);
    expect(types(schema.optimizers)).toEqual([
      ...['sgd', 'adam', 'rmsprop', 'adagrad', 'adadelta', 'nadam', 'lion'],
    ]);
    expect(types(schema.losses)).toEqual(['cross_entropy', 'mean_squared_error']);
    expect(types(schema.schedules)).toHaveLength(17);
    expect(types(schema.layers)).toHaveLength(16);
    expect(types(schema.data)).toHaveLength(7);
    expect(types(schema.initialisers)).toContain('he_normal');
  });

  test('describes a key with its range, symbol and default', () => {
    const adam = /** @type {Kind} */ (schema.optimizers.kinds.find(({ type }) => type === 'adam'));
    expect(adam.keys[0]).toEqual({
      ...{ key: 'beta1', type: 'number', required: false, default: 0.9 },
      ...{ minimum: 0, exclusiveMaximum: 1, symbol: '\\beta_1' },
    });
  });

  test('puts each layer into a group', () => {
    const groups = new Set(schema.layers.kinds.map(({ group }) => group));
    expect([...groups].sort()).toEqual([
      ...['activation', 'composite', 'convolution', 'dense', 'normalisation', 'pooling'],
      ...['regularisation', 'shape'],
    ]);
  });
});

describe('the JSON Schema', () => {
  test.each([
    ['the default document', { version: 1 }],
    ['a small one', small],
    ['a deeper network', { version: 1, network: lenet }],
    [
      'one with wrappers',
      {
        version: 1,
        optimizer: { type: 'adam', clip_norm: 1, decay_mode: 'decoupled' },
        schedule: { type: 'cosine', initial: 0.1, warmup: { length: 5, from: 0 }, min: 1e-5 },
        loss: { label_smoothing: 0.1 },
      },
    ],
    [
      'one with a sequence',
      {
        version: 1,
        schedule: {
          type: 'sequence',
          parts: [
            { schedule: { type: 'constant', initial: 0.1 }, length: 5 },
            {
              schedule: {
                type: 'piecewise',
                knots: [
                  [0, 0.1],
                  [3, 0.01],
                ],
              },
            },
          ],
        },
      },
    ],
    [
      'one with pairs, padding and a block',
      {
        version: 1,
        network: {
          layers: [
            { type: 'conv2d', filters: 4, kernel: [3, 5], padding: [1, 1, 2, 2] },
            { type: 'residual', layers: [{ type: 'relu' }] },
            { type: 'flatten' },
            { type: 'dense', units: 10 },
          ],
        },
      },
    ],
    ['one of files', { version: 1, data: { source: 'cifar100', files: ['a', 'b'] } }],
  ])('accepts %s, as it is and filled in', (_, document) => {
    expect(faultsOf(document)).toEqual([]);
    expect(faultsOf(anneal.completeExperiment(document))).toEqual([]);
  });

  test.each([
    ['no version', {}],
    ['a wrong type', { version: 1, training: { epochs: 'many' } }],
    ['a fraction for a count', { version: 1, training: { epochs: 1.5 } }],
    ['an unknown section', { version: 1, trainings: {} }],
    ['an unknown key', { version: 1, training: { epoch: 3 } }],
    ['a key of another kind', { version: 1, optimizer: { type: 'sgd', beta1: 0.9 } }],
    ['an unknown kind', { version: 1, optimizer: { type: 'adamw' } }],
    ['no kind', { version: 1, optimizer: { momentum: 0.9 } }],
    ['a number out of range', { version: 1, optimizer: { type: 'adam', beta1: 1 } }],
    ['a choice that is none', { version: 1, optimizer: { type: 'sgd', decay_mode: 'both' } }],
    ['a missing key', { version: 1, schedule: { type: 'step', initial: 0.1 } }],
    ['a key of another source', { version: 1, data: { source: 'glyphs', size: 32 } }],
    ['a key of another source than the default', { version: 1, data: { file: 'a' } }],
    ['an odd side', { version: 1, data: { source: 'shapes', size: 33 } }],
    ['an empty network', { version: 1, network: { layers: [] } }],
    [
      'a fault within a block',
      {
        version: 1,
        network: { layers: [{ type: 'residual', layers: [{ type: 'dense' }] }] },
      },
    ],
  ])('refuses %s, as the core does', (_, document) => {
    expect(faultsOf(document)).not.toEqual([]);
    expect(() => anneal.completeExperiment(document)).toThrow();
  });

  test('shows formula, unit, range and default of a key to an editor', () => {
    const { $defs } = /** @type {any} */ (toJsonSchema(schema));
    const step = $defs.schedule.allOf.find(
      (/** @type {any} */ branch) => branch.if.properties.type.const === 'step',
    );
    expect(step.then.description).toContain('\\key{factor}');
    expect(step.then.properties.every).toEqual({
      ...{ type: 'integer', minimum: 1, maximum: 1e9 },
      description: 'Unit: steps or epochs.',
    });
    expect(step.then.properties.unit).toEqual({ enum: ['step', 'epoch'], default: 'step' });
  });
});
