// Looks into a session's run, through the bridge.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';

const document = {
  version: 1,
  seed: 7,
  data: { source: 'glyphs', train: 150, validation: 70 },
  training: { epochs: 2, batch_size: 32 },
};

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;
/** @type {import('../../../bindings/api/index.js').Session} */
let session;

beforeAll(async () => {
  anneal = await loadAnneal();
  session = await anneal.createSession(document);
});

afterAll(() => session.dispose());

describe('an inspection', () => {
  it('lists what can be requested', () => {
    const inspected = session.inspection.describe();
    expect(inspected.input).toEqual([28, 28, 1]);
    expect(inspected).toMatchObject({ validation: 70, train: 150 });
    expect(inspected.classes).toHaveLength(10);
    expect(inspected.layers[0]).toEqual({ name: 'layers.0', type: 'conv2d', shape: [28, 28, 8] });
    expect(inspected.filters).toEqual([{ layer: 'layers.0', shape: [5, 5, 1, 8] }]);
  });

  it('gives filters as an array of its own', () => {
    const { shape, values } = session.inspection.filters('layers.0');
    expect(shape).toEqual([5, 5, 1, 8]);
    expect(values).toBeInstanceOf(Float32Array);
    const before = Float32Array.from(values);
    session.run({ steps: 1 });
    expect(values).toEqual(before);
    expect(session.inspection.filters('layers.0').values).not.toEqual(before);
  });

  it('looks at an image of the run, or at the same bytes, alike', () => {
    const result = session.inspection.predict({ part: 'validation', index: 3 });
    expect(result.image).toHaveLength(784);
    expect(result.probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    const maps = session.inspection.featureMaps('layers.0');
    expect(maps.shape).toEqual([28, 28, 8]);
    expect(maps.values).toHaveLength(28 * 28 * 8);
    const again = session.inspection.predict({ bytes: result.image });
    expect(again.label).toBe(null);
    expect(again.outputs).toEqual(result.outputs);
    const images = session.inspection.images('validation', [0, 3]);
    expect(images.subarray(784)).toEqual(result.image);
  });

  it('finds mistakes after an evaluation, labels before', async () => {
    const fresh = await anneal.createSession(document);
    try {
      const before = fresh.inspection.findSamples({ label: 3 });
      expect(before.epoch).toBe(null);
      expect(before.label.every((label) => label === 3)).toBe(true);
      expect(before.loss).toHaveLength(0);
      fresh.run({ steps: 5 });
      const wrong = fresh.inspection.findSamples({ wrong: true }, 5);
      expect(wrong.epoch).toBe(0);
      expect(wrong.index).toHaveLength(5);
      expect([...wrong.loss]).toEqual([...wrong.loss].sort((a, b) => b - a));
      const { confusion } = /** @type {import('../../../bindings/api/session.js').Evaluation} */ (
        fresh.evaluation()
      );
      const [label, prediction] = [wrong.label[0], wrong.prediction[0]];
      expect(fresh.inspection.findSamples({ label, prediction }).index).toHaveLength(
        confusion[label][prediction],
      );
    } finally {
      fresh.dispose();
    }
  });

  it('leaves no trace in the history', async () => {
    const histories = [];
    for (const look of [false, true]) {
      const run = await anneal.createSession(document);
      try {
        while (!run.run({ milliseconds: 0 }).status.finished) {
          if (!look) continue;
          run.inspection.predict({ part: 'train', index: 1 });
          run.inspection.findSamples({ wrong: true });
        }
        histories.push(run.history());
      } finally {
        run.dispose();
      }
    }
    expect(histories[1]).toEqual(histories[0]);
  });

  it('refuses unknown layers and a deleted session', async () => {
    const { inspection } = session;
    expect(() => inspection.predict({ part: 'validation', index: 70 })).toThrow(
      'index: expected one of the 70 images, got 70',
    );
    expect(() => inspection.predict({ bytes: new Uint8Array(3) })).toThrow('expected 784 bytes');
    expect(() => inspection.filters('layers.4')).toThrow('no convolution is called "layers.4"');
    const gone = await anneal.createSession(document);
    gone.dispose();
    expect(() => gone.inspection.describe()).toThrow('disposed');
  });
});
