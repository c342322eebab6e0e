// The way in for scripts: window.anneal.run gives the history that Node gives, to the last bit.

import { loadAnneal } from '../../bindings/api/index.js';
import { expect, open, runButton, test } from './page.js';
import { runRows } from './runs.js';

const experiment = {
  version: 1,
  seed: 7,
  data: { source: 'glyphs', train: 400, validation: 100 },
  network: {
    input: [28, 28, 1],
    layers: [
      { type: 'conv2d', filters: 4, kernel: 5, stride: 1, padding: 'same' },
      { type: 'relu' },
      { type: 'max_pool2d', size: 2, stride: 2 },
      { type: 'flatten' },
      { type: 'dense', units: 10 },
    ],
  },
  optimizer: { type: 'adam' },
  schedule: { type: 'exponential', initial: 0.003, gamma: 0.9, unit: 'epoch' },
  training: { epochs: 3, batch_size: 32 },
};

/**
 * @param {import('@playwright/test').Page} page
 * @param {unknown} document
 */
function runInPage(page, document) {
  return page.evaluate(
    (/** @type {any} */ given) =>
      /** @type {any} */ (window).anneal.run(given).then(
        (/** @type {any} */ history) => ({ history }),
        (/** @type {any} */ error) => ({
          error: { name: error.name, kind: error.kind, path: error.path, message: error.message },
        }),
      ),
    document,
  );
}

test('window.anneal.run gives the history of the same run in Node, to the last bit', async ({
  page,
}) => {
  // The same build, that is: the one that Node of every version runs.
  await page.addInitScript(() => localStorage.setItem('anneal.build', 'simd'));
  await open(page);
  const { history } = await runInPage(page, experiment);
  const anneal = await loadAnneal({ build: 'simd' });
  const session = await anneal.createSession(experiment);
  try {
    session.run();
    expect(history.steps.step).toHaveLength(39);
    expect(JSON.stringify(history)).toBe(JSON.stringify(session.history()));
  } finally {
    session.dispose();
  }
  await expect(runButton(page)).toHaveText('Run again');
  await expect(runRows(page)).toHaveCount(1);
});

test('what the core refuses is thrown, with the path of the setting', async ({ page }) => {
  await open(page);
  const refused = { ...experiment, training: { epochs: -1, batch_size: 32 } };
  const { error } = await runInPage(page, refused);
  expect(error).toMatchObject({ name: 'AnnealError', kind: 'experiment', path: 'training.epochs' });
  expect(error.message).toContain('-1');
});

test('files that are missing are named', async ({ page }) => {
  await open(page);
  const data = { source: 'idx', images: 'a.gz', labels: 'b.gz', train: 10, validation: 10 };
  const { error } = await runInPage(page, { ...experiment, data });
  expect(error.message).toContain('a.gz');
});
