// The first document's model, as written: it fits into WebAssembly's memory and learns there.

import { expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { firstModel } from '../first_model.js';
import { withSession } from '../sessions.js';

test(
  '44.8 million parameters train within 4 GiB, and the loss falls',
  { timeout: 600_000 },
  async () => {
    const anneal = await loadAnneal();
    const document = firstModel(4);
    const parameters = anneal
      .describeNetwork(document)
      .reduce((sum, layer) => sum + layer.parameters, 0);
    // 3 x 3 x 3 x 32 + 32, 3 x 3 x 32 x 64 + 64, 3 x 3 x 64 x 128 + 128,
    // 26 x 26 x 128 x 512 + 512, 512 x 1000 + 1000
    expect(parameters).toBe(896 + 18496 + 73856 + 44302848 + 513000);
    await withSession(anneal, document, (session) => {
      session.run();
      expect(session.status.finished).toBe(true);
      const loss = session.history().steps.loss.map((value) => value ?? NaN);
      expect(loss[0]).toBeLessThan(8); // a guess among 1,000 classes has a loss of 6.9
      // Adam's first update, the full rate for every weight, overshoots; from there the loss falls.
      expect(loss[3]).toBeLessThan(0.8 * loss[1]);
      expect(anneal.allocatedBytes).toBeGreaterThan(4 * 4 * parameters); // Adam: four numbers each
      expect(anneal.allocatedBytes).toBeLessThan(4 * 2 ** 30);
    });
  },
);
