// The record of histograms across the border: what is new since the last question, and that a run does
// not notice it.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { small } from '../documents.js';
import { errorOf, withSession } from '../sessions.js';

/** @type {Awaited<ReturnType<typeof loadAnneal>>} */
let anneal;

beforeAll(async () => {
  anneal = await loadAnneal();
});

const FIGURES = 19;

describe('histograms', () => {
  test('must be requested first, and name their tensors', async () => {
    await withSession(anneal, small, async (session) => {
      expect(await errorOf(() => session.histograms('weights'))).toMatchObject({ kind: 'state' });
      const { parameters, edges } = session.recordHistograms();
      expect(parameters.map(({ name }) => name)).toEqual([
        'layers.0.weight',
        'layers.0.bias',
        'layers.4.weight',
        'layers.4.bias',
      ]);
      expect(parameters[0]).toMatchObject({ layer: 'layers.0', type: 'conv2d', values: 100 });
      expect(edges).toHaveLength(402);
      expect(edges[201]).toBe(2 ** -40);
      const error = await errorOf(() => session.histograms(/** @type {any} */ ('losses')));
      expect(error.message).toContain('got "losses"');
    });
  });

  test('come with what is new, and all values are in some bin', async () => {
    await withSession(anneal, small, (session) => {
      const { parameters, edges } = session.recordHistograms();
      const bins = edges.length - 1;
      const first = session.histograms('gradients');
      expect([...first.steps]).toEqual([0]);
      expect(first.counts.every((count) => count === 0)).toBe(true);
      session.run({ steps: 3 });
      const { serials, steps, counts, figures } = session.histograms('gradients', 0);
      expect([...serials]).toEqual([0, 1, 2, 3]);
      expect([...steps]).toEqual([0, 1, 2, 3]);
      expect(counts).toHaveLength(3 * parameters.length * bins);
      expect(figures).toHaveLength(3 * parameters.length * FIGURES);
      parameters.forEach(({ sampled }, index) => {
        const row = counts.subarray(index * bins, (index + 1) * bins);
        expect(row.reduce((sum, count) => sum + count, 0)).toBe(sampled);
      });
    });
  });

  test('agree with the history on how far an update moves the weights', async () => {
    const epoch = { ...small, training: { ...small.training, epochs: 1 } };
    await withSession(anneal, epoch, (session) => {
      const { parameters } = session.recordHistograms();
      session.run();
      const { steps, figures } = session.histograms('updates');
      const last = (steps.length - 1) * parameters.length * FIGURES;
      const normOf = (/** @type {number} */ parameter) => figures[last + parameter * FIGURES + 11];
      const gradient = Math.hypot(normOf(0), normOf(1));
      expect(gradient).toBeCloseTo(Number(session.history().layers[0].gradient_norm[0]), 6);
    });
  });

  test('leave the run as it is', async () => {
    const history = (/** @type {boolean} */ kept) =>
      withSession(anneal, small, (session) => {
        if (kept) session.recordHistograms();
        session.run();
        return session.history();
      });
    expect(await history(true)).toEqual(await history(false));
  });
});
