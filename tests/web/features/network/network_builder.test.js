// The network builder: the core's word on networks that do not work yet, reasons and repairs, and each
// action as a single edit.

import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../../bindings/api/index.js';
import { createExperiment } from '../../../../web/features/experiment/experiment.js';
import { keysOf } from '../../../../web/features/experiment/schema.js';
import { pairText, parsePair } from '../../../../web/features/experiment/pair_values.js';
import { freshLayer, layerTypes } from '../../../../web/features/network/layer_descriptors.js';
import { LIST, createNetworkBuilder } from '../../../../web/features/network/network_builder.js';
import { stagesOf } from '../../../../web/features/network/network_picture.js';
import { networkOf, networkPresets } from '../../../../web/features/network/presets.js';
import { experimentRequests } from '../../../../web/worker/experiment_check.js';
import { settle } from '../../fakes.js';
import { formOf, shapesData } from '../../../../web/features/data/data_sources.js';
import { defaultExperiment } from '../../../../web/app/default_experiment.js';

/** @type {any} */
let anneal;
beforeAll(async () => {
  anneal = await loadAnneal();
});

const relu = { type: 'relu' };
const flatten = { type: 'flatten' };
const pool = { type: 'max_pool2d', size: 2, stride: 2 };
const conv = { type: 'conv2d', filters: 8, kernel: 5, padding: 'same' };
const dense = (/** @type {any} */ units) => ({ type: 'dense', units });

/** A builder over the real core, on these layers. @param {any[]} layers */
async function build(layers) {
  let replaced = 0;
  const service = /** @type {any} */ (experimentRequests(() => anneal));
  const experiment = createExperiment(service, defaultExperiment());
  experiment.knowForms((data) => formOf(data));
  await experiment.replace(experiment.draft.peek());
  const replace = experiment.replace;
  experiment.replace = (document) => (replaced++, replace(document));
  const builder = createNetworkBuilder({ experiment, shapesData, schema: signal(anneal.schema()) });
  const stop = builder.watch();
  const draft = experiment.draft.peek();
  await experiment.replace({ ...draft, network: { ...draft.network, layers } });
  await settle();
  replaced = 0;
  return {
    builder,
    experiment,
    stop,
    edits: () => replaced,
    types: () => experiment.draft.peek().network.layers.map(({ type }) => type),
    reason: (/** @type {number} */ index) => builder.explanationAt({ list: LIST, index })?.reason,
    repair: async (/** @type {number} */ index, list = LIST) => {
      const repair = builder.explanationAt({ list, index })?.repair;
      if (!repair) throw new Error('nothing to press');
      await builder.repair(repair);
      await settle();
    },
  };
}

const at = (/** @type {number} */ index) => ({ list: LIST, index });

describe('a layer that cannot work', () => {
  it('is explained in its row, and earlier layers keep their numbers', async () => {
    const { builder, reason, experiment } = await build([conv, relu, dense(10), relu]);
    expect(reason(2)).toBe('vector');
    expect(builder.sketchAt(at(0)).info?.output).toEqual([28, 28, 8]);
    expect(builder.sketchAt(at(3)).info).toBeNull();
    expect(reason(3)).toBeUndefined();
    // Runs use the last valid network.
    expect(experiment.good.peek().network.layers).toHaveLength(5);
  });

  it.each([
    ['dense on an image', [conv, dense(10)], 1, 'vector', ['conv2d', 'flatten', 'dense']],
    [
      'pooling behind flatten',
      [conv, flatten, pool, dense(10)],
      2,
      'image',
      ['conv2d', 'max_pool2d', 'flatten', 'dense'],
    ],
    [
      'pooling larger than its input',
      [pool, { ...pool, size: 15 }, flatten, dense(10)],
      1,
      'pool',
      ['max_pool2d', 'flatten', 'dense'],
    ],
    [
      'a kernel larger than its input',
      [{ ...conv, kernel: 33, padding: 'valid' }, flatten, dense(10)],
      0,
      'window',
      ['conv2d', 'flatten', 'dense'],
    ],
    [
      'groups that do not divide',
      [{ ...conv, groups: 3 }, flatten, dense(10)],
      0,
      'groups',
      ['conv2d', 'flatten', 'dense'],
    ],
    ['too few outputs', [conv, flatten, dense(7)], 2, 'outputs', ['conv2d', 'flatten', 'dense']],
    ['an image at the end', [conv], 0, 'outputImage', ['conv2d', 'flatten', 'dense']],
    [
      'more outputs than classes',
      [conv, flatten, dense(12)],
      2,
      'spareOutputs',
      ['conv2d', 'flatten', 'dense'],
    ],
  ])('%s: the repair fixes it', async (_, layers, index, why, after) => {
    const { experiment, reason, repair, types, edits } = await build(layers);
    expect(reason(index)).toBe(why);
    await repair(index);
    expect(edits()).toBe(1);
    expect(types()).toEqual(after);
    expect(experiment.problems.peek()).toEqual([]);
    expect(experiment.good.peek()).toBe(experiment.draft.peek());
    expect(experiment.layers.peek().at(-1)?.output).toEqual([10]);
  });

  it('a residual block that changes the shape gets a projection', async () => {
    const block = { type: 'residual', layers: [conv, relu] };
    const { reason, repair, experiment, builder } = await build([
      conv,
      pool,
      block,
      flatten,
      dense(10),
    ]);
    expect(reason(2)).toBeUndefined(); // 8 channels in, 8 out
    const wide = { ...block, layers: [{ ...conv, filters: 16 }] };
    await experiment.edit('network.layers[2]', wide);
    await settle();
    expect(reason(2)).toBe('shortcut');
    expect(builder.sketchAt({ list: 'network.layers[2].layers', index: 0 }).info?.output).toEqual([
      14, 14, 16,
    ]);
    await repair(2);
    expect(experiment.problems.peek()).toEqual([]);
  });

  it('within a block it is that layer which is explained, also where it sees a list', async () => {
    const block = { type: 'residual', layers: [dense(4), { ...pool }] };
    const { builder, reason } = await build([flatten, dense(4), block, dense(10)]);
    expect(reason(2)).toBeUndefined();
    const inner = builder.explanationAt({ list: 'network.layers[2].layers', index: 1 });
    expect(inner).toMatchObject({ reason: 'image', values: { shape: '4' } });
  });

  it('a wrong setting has the message of the core, also after another error', async () => {
    const { builder, experiment } = await build([conv, dense(10), { type: 'dropout', rate: 2 }]);
    expect(builder.explanationAt(at(1))?.reason).toBe('vector');
    expect(builder.explanationAt(at(2))).toMatchObject({
      reason: '',
      message: 'expected a number in [0, 1), got 2',
    });
    await experiment.edit('network.layers[0].filters', 'many');
    await settle();
    expect(builder.explanationAt(at(0))?.message).toContain('got "many"');
  });

  it('never leaves a mixture of two networks to run', async () => {
    const { builder, experiment } = await build([conv, relu, pool, flatten, dense(10)]);
    const before = experiment.good.peek();
    await builder.move(at(4), 0);
    expect(experiment.good.peek().network).toEqual(before.network);
  });
});

describe('an action', () => {
  it('is one edit each, is announced, and moves the focus', async () => {
    const { builder, types, edits } = await build([conv, relu, flatten, dense(10)]);
    await builder.add(at(2), 'max_pool2d');
    expect(types()).toEqual(['conv2d', 'relu', 'max_pool2d', 'flatten', 'dense']);
    expect(builder.said.peek()).toEqual({ act: 'added', type: 'max_pool2d', number: 3, of: 5 });
    expect(builder.focus.peek()).toEqual(at(2));
    await builder.duplicate(at(1));
    expect(types().slice(0, 3)).toEqual(['conv2d', 'relu', 'relu']);
    await builder.move(at(3), 0);
    expect(types()[0]).toBe('max_pool2d');
    await builder.remove(at(0));
    expect(types()).toEqual(['conv2d', 'relu', 'relu', 'flatten', 'dense']);
    expect(edits()).toBe(4);
    await builder.move(at(0), -1);
    await builder.move(at(4), 5);
    expect(edits()).toBe(4);
  });

  it('a copy shares nothing with its original', async () => {
    const block = { type: 'residual', layers: [{ ...conv, filters: 1 }] };
    const { builder, experiment } = await build([block, flatten, dense(10)]);
    await builder.duplicate(at(0));
    await experiment.edit('network.layers[1].layers[0].kernel', 3);
    expect(experiment.draft.peek().network.layers[0].layers[0].kernel).toBe(5);
  });

  it('a scene brings its images along, a preset fits those that are there', async () => {
    const { builder, experiment } = await build([flatten, dense(10)]);
    await builder.choose('three_large');
    expect(experiment.good.peek()).toMatchObject({
      data: { source: 'shapes', size: 224, classes: 1000 },
      network: { input: [224, 224, 3] },
    });
    expect(builder.preset.peek()).toBe('three_large');
    await builder.choose('residual');
    expect(experiment.layers.peek().at(-1)?.output).toEqual([1000]);
    expect(builder.preset.peek()).toBe('residual');
    await builder.choose('three_small');
    expect(experiment.layers.peek().at(-1)?.output).toEqual([10]);
    expect(builder.preset.peek()).toBe('three_small');
  });
});

describe('layer types', () => {
  it('are all those of the core, and a fresh one of each is accepted with its settings', () => {
    for (const { type } of layerTypes) {
      const layer = freshLayer(type, anneal.schema(), [8, 8, 4]);
      const vector = type === 'dense';
      const layers = vector ? [flatten, layer] : [layer];
      const document = { version: 1, network: { input: [8, 8, 4], layers } };
      expect(anneal.describeNetwork(document), type).toHaveLength(layers.length);
      const filled = anneal.completeExperiment(document).network.layers.at(-1);
      const keys = keysOf(anneal.schema().layers, type)
        .map(({ key }) => key)
        .filter((key) => key !== 'layers');
      const rest = Object.keys(filled).filter((key) => key !== 'type' && key !== 'layers');
      expect(keys.toSorted(), type).toEqual(rest.toSorted());
    }
    const unknown = { version: 1, network: { layers: [{ type: 'none' }] } };
    const known = layerTypes.map(({ type }) => `"${type}"`);
    expect(() => anneal.describeNetwork(unknown)).toThrow(known[0]);
    for (const type of known) expect(() => anneal.describeNetwork(unknown)).toThrow(type);
  });

  it('sizes are written once for both directions', () => {
    expect(['3', '3 5', '3x5', '3 × 3', 'x', '1 2 3 4'].map((text) => parsePair(text))).toEqual([
      ...[3, [3, 5], [3, 5], 3, 'x', [1, 2, 3, 4]],
    ]);
    expect([3, [3, 5]].map(pairText)).toEqual(['3', '3 × 5']);
  });
});

describe('the picture', () => {
  it('draws sides to scale and stops where the network does', () => {
    const { input, layers } = networkOf('lenet', { input: [28, 28, 1], classes: 10 });
    const infos = anneal
      .describeNetwork({ version: 1, network: { input, layers } })
      .map((/** @type {any} */ info) => ({ info, problem: null, layers: [] }));
    const { stages, broken } = stagesOf(input, layers, infos);
    expect(broken).toBe(false);
    expect(stages.map(({ type }) => type)).toEqual([
      ...['input', 'conv2d', 'max_pool2d', 'conv2d', 'max_pool2d', 'flatten', 'dense'],
    ]);
    expect(stages[1].height / stages[2].height).toBe(2);
    expect(stages[1].then).toEqual(['relu']);
    expect(stagesOf(input, layers, infos.slice(0, 2))).toMatchObject({ broken: true });
  });

  it('has something to draw for every preset', () => {
    for (const { id } of networkPresets) {
      const network = networkOf(id, { input: [32, 32, 3], classes: 10 });
      const infos = anneal.describeNetwork({ version: 1, network });
      expect(infos.at(-1).output, id).toEqual([10]);
    }
  });
});
