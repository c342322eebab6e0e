// The real thing: MNIST's own files through .gz, LeNet, step decay, in Node.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadAnneal } from '../../../bindings/api/index.js';
import { lenet } from '../documents.js';

const folder = fileURLToPath(new URL('../../../../shared/data/mnist/', import.meta.url));
const names = { images: 't10k-images-idx3-ubyte.gz', labels: 't10k-labels-idx1-ubyte.gz' };
const present = Object.values(names).every((name) => existsSync(folder + name));
if (!present) console.warn(`MNIST is not in ${folder}: its test is left out.`);

const experiment = {
  version: 1,
  data: { source: 'idx', ...names, train: 8000, validation: 2000 },
  network: lenet,
  optimizer: { type: 'sgd', momentum: 0.9 },
  schedule: { type: 'step', initial: 0.05, factor: 0.1, every: 4, unit: 'epoch' },
  training: { epochs: 8, batch_size: 32 },
};

describe.skipIf(!present)('MNIST', () => {
  test('LeNet reads 97.5 % of held-out digits under step decay', { timeout: 600_000 }, async () => {
    const anneal = await loadAnneal();
    /** @type {Record<string, Uint8Array>} */
    const files = {};
    for (const name of Object.values(names)) files[name] = await readFile(folder + name);
    const session = await anneal.createSession(experiment, { files });
    session.run();
    const { epochs } = session.history();
    session.dispose();
    expect(epochs.validation_accuracy.at(-1)).toBeGreaterThanOrEqual(0.975);
    expect(epochs.rate).toEqual([...Array(4).fill(0.05), ...Array(4).fill(0.05 * 0.1)]);
  });
});
