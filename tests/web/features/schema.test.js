// The page against the core's schema: every kind and every key has its labels in both languages and a
// control, and nothing on the page stands for a kind or a key that the core does not have.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { canBeOff } from '../../../web/features/experiment/schema.js';
import { inputTypes } from '../../../web/features/experiment/schema_input.jsx';
import { layerKeyLabels, layerTypes } from '../../../web/features/network/layer_descriptors.js';
import { lossKeyLabels, losses } from '../../../web/features/optimizer/loss_descriptors.js';
import {
  optimizerKeyLabels,
  optimizers,
} from '../../../web/features/optimizer/optimizer_descriptors.js';
import { families } from '../../../web/features/schedule/schedule_families.js';
import { floor, warmupKeys } from '../../../web/features/schedule/schedule_keys.js';

/** @typedef {import('../../../web/protocol/schema.js').Key} Key */
/** @typedef {import('../../../web/features/experiment/schema.js').KeyLabels} KeyLabels */

/** @type {import('../../../web/protocol/schema.js').Schema} */
let schema;
beforeAll(async () => {
  schema = (await loadAnneal()).schema();
});

/** @param {any} pair @param {string} what */
function expectBothLanguages(pair, what) {
  expect(pair?.en?.trim(), `${what} has no English label`).toBeTruthy();
  expect(pair?.zh?.trim(), `${what} has no Chinese label`).toBeTruthy();
}

/** @param {Key} key @param {KeyLabels | undefined} labels @param {string} what */
function expectLabels(key, labels, what) {
  expectBothLanguages(labels?.label, what);
  if (labels?.hint) expectBothLanguages(labels.hint, `the hint of ${what}`);
  for (const choice of key.type === 'choice' ? (key.choices ?? []) : []) {
    expectBothLanguages(labels?.choices?.[choice], `${what}: ${choice}`);
  }
  if (canBeOff(key)) expect(labels?.first, `${what} has no value to begin with`).toBeDefined();
}

/** @param {Key} key @param {string} what */
function expectControl(key, what) {
  expect(['boolean', ...inputTypes], `${what} has no control`).toContain(key.type);
}

const sorted = (/** @type {Iterable<string>} */ names) => [...new Set(names)].sort();
const typesOf = (/** @type {readonly {type: string}[]} */ kinds) =>
  sorted(kinds.map(({ type }) => type));

describe('optimizers', () => {
  it('are those of the core, each named and described', () => {
    expect(typesOf(optimizers)).toEqual(typesOf(schema.optimizers.kinds));
    for (const { id, label, about } of optimizers) {
      expectBothLanguages(label, id);
      expectBothLanguages(about, id);
    }
  });

  it('have a control and labels for every key', () => {
    const { kinds, common = [] } = schema.optimizers;
    for (const { type, keys } of kinds) {
      for (const key of [...keys, ...common]) {
        const what = `${type}.${key.key}`;
        expectControl(key, what);
        expectLabels(key, optimizerKeyLabels(type, key.key), what);
      }
    }
  });

  it('have their formula from the core', () => {
    for (const { type, formula } of schema.optimizers.kinds) expect(formula, type).not.toEqual([]);
  });
});

describe('losses', () => {
  it('are those of the core, with a control and labels for every key', () => {
    expect(typesOf(losses)).toEqual(typesOf(schema.losses.kinds));
    for (const { type, label, about } of losses) {
      expectBothLanguages(label, type);
      expectBothLanguages(about, type);
    }
    const { kinds, common = [] } = schema.losses;
    for (const key of [...kinds.flatMap(({ keys }) => keys), ...common]) {
      expectControl(key, key.key);
      expectLabels(key, lossKeyLabels(key.key), key.key);
    }
  });
});

describe('layers', () => {
  it('are those of the core, in its groups, each named and described', () => {
    expect(typesOf(layerTypes)).toEqual(typesOf(schema.layers.kinds));
    for (const { type, group, label, about } of layerTypes) {
      expect(schema.layers.kinds.find((kind) => kind.type === type)?.group, type).toBe(group);
      expectBothLanguages(label, type);
      expectBothLanguages(about, type);
    }
  });

  it('have a control and labels for every key', () => {
    for (const { type, keys } of schema.layers.kinds) {
      for (const key of keys) {
        // The layers of a block are a list of rows.
        if (key.type === 'layers') continue;
        expectControl(key, `${type}.${key.key}`);
        expectBothLanguages(layerKeyLabels(type, key.key)?.label, `${type}.${key.key}`);
      }
    }
  });

  it('name only keys that their type has', () => {
    for (const { type, further = [], follows = {}, keys = {} } of layerTypes) {
      const known = schema.layers.kinds.find((kind) => kind.type === type)?.keys ?? [];
      const names = known.map(({ key }) => key);
      for (const key of [...further, ...Object.entries(follows).flat(), ...Object.keys(keys)]) {
        expect(names, `${type}.${key}`).toContain(key);
      }
    }
  });

  it('have a label for every initialiser', () => {
    const names = schema.initialisers.kinds.map(({ type }) => type);
    const labels = layerKeyLabels('conv2d', 'initialiser')?.choices ?? {};
    expect(sorted(Object.keys(labels))).toEqual(sorted(names));
    for (const name of names) expectBothLanguages(labels[name], name);
  });
});

describe('schedules', () => {
  it('are those of the core, each named and described', () => {
    expect(typesOf(families)).toEqual(typesOf(schema.schedules.kinds));
    for (const { type, label, about } of families) {
      expectBothLanguages(label, type);
      expectBothLanguages(about, type);
    }
  });

  it('have a control and labels for every key, and no key that the core does not have', () => {
    for (const { type, keys } of families) {
      const fields = schema.schedules.kinds.find((kind) => kind.type === type)?.keys ?? [];
      // The parts of a sequence are a list of schedules.
      const known = fields.filter((field) => field.type !== 'parts');
      expect(sorted(keys.map(({ key }) => key)), type).toEqual(sorted(known.map(({ key }) => key)));
      for (const field of known) {
        const key = keys.find((candidate) => candidate.key === field.key);
        const what = `${type}.${field.key}`;
        expectBothLanguages(key?.label, what);
        if (key?.control === 'slider') expectBothLanguages(key.hint, `the hint of ${what}`);
        for (const choice of field.choices ?? []) {
          expectBothLanguages(key?.choices?.[choice], `${what}: ${choice}`);
        }
      }
    }
  });

  it('have controls for what stands around them', () => {
    const keys = schema.schedules.wrappers.map(({ key }) => key);
    expect(sorted(keys)).toEqual(['min', 'unit', 'warmup']);
    expectBothLanguages(floor.label, 'min');
    const warmup = schema.schedules.wrappers.find(({ key }) => key === 'warmup');
    expect(sorted(Object.keys(warmupKeys))).toEqual(
      sorted(warmup?.keys?.map(({ key }) => key) ?? []),
    );
    for (const [name, key] of Object.entries(warmupKeys)) expectBothLanguages(key.label, name);
  });
});

describe('the README', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const table = /^\| `"source"` \|.*\n\| --- \| --- \|\n((?:\|.*\n)+)/m.exec(readme)?.[1] ?? '';
  const rows = table.split('\n').flatMap((line) => {
    const [, sources, text] = /^\| (.*?) \| (.*) \|$/.exec(line) ?? [];
    return sources
      ? [{ sources: [...sources.matchAll(/`(\w+)`/g)].map(([, name]) => name), text }]
      : [];
  });

  it('has a row for every source of data, with its keys and their defaults', () => {
    expect(sorted(rows.flatMap(({ sources }) => sources))).toEqual(typesOf(schema.data.kinds));
    for (const { sources, text } of rows) {
      const keys = schema.data.kinds
        .filter(({ type }) => sources.includes(type))
        .flatMap((kind) => kind.keys);
      const named = [...text.matchAll(/`(\w+)`(?: \(([\d.]+|`"\w+"`))?/g)];
      const names = named.map(([, name]) => name);
      expect(sorted(names), sources[0]).toEqual(sorted(keys.map(({ key }) => key)));
      for (const [, name, value] of named.filter(([, , given]) => given !== undefined)) {
        const { default: standard } = keys.find(({ key }) => key === name) ?? {};
        expect(JSON.parse(value.replaceAll('`', '')), `${sources[0]}.${name}`).toBe(standard);
      }
    }
  });

  it('names the keys that every source has', () => {
    const sentence = /All of them take ([^.]*)\./.exec(readme)?.[1] ?? '';
    const [all, augment] = sentence.split('(');
    const namesIn = (/** @type {string} */ text) =>
      sorted([...text.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const common = schema.data.common ?? [];
    expect(namesIn(all)).toEqual(sorted(common.map(({ key }) => key)));
    const inner = common.find(({ key }) => key === 'augment')?.keys ?? [];
    expect(namesIn(augment)).toEqual(sorted(inner.map(({ key }) => key)));
  });
});
