// What the tests of panels share: opening one, reading an image that it draws, a run on colour images.

import { expect } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** @param {Page} page @param {string} name */
export async function openPanel(page, name) {
  await page.getByRole('tab', { name, exact: true }).click();
  return page.getByRole('tabpanel');
}

/** The panel has something in it: its code has come. @param {Page} page */
export const expectPanelFilled = (page) => expect(page.getByRole('tabpanel')).not.toBeEmpty();

/** The layers of the network, those within a residual block too. @param {Page} page */
export const layerRows = (page) =>
  page.getByRole('tabpanel', { name: 'Network' }).getByRole('listitem', { name: /^Layer \d+, / });

/** @param {Page} page @param {number} number from 1 @param {string} [type] */
export const layerRow = (page, number, type = '') =>
  layerRows(page).and(
    page.getByRole('listitem', { name: new RegExp(`^Layer ${number}, ${type}`) }),
  );

/** What a layer is dragged by. @param {Locator} row */
export const gripOf = (row) => row.getByRole('button', { name: /^Move / });

/** @param {Page} page @param {string[]} types from the first layer to the last */
export async function expectLayers(page, types) {
  await expect(layerRows(page)).toHaveCount(types.length);
  for (const [index, type] of types.entries())
    await expect(layerRows(page).nth(index)).toHaveAccessibleName(`Layer ${index + 1}, ${type}`);
}

/** Weights, gradients or updates over time, a figure for each layer. @param {Page} page */
export const histograms = (page) =>
  page.getByRole('group', { name: 'Weights, gradients and updates by layer' });

/** @param {Page} page */
export const drawingSheet = (page) => page.getByRole('application', { name: 'Drawing area' });

/** The drawing as the network gets it. @param {Locator} panel */
export const seenByNetwork = (panel) => panel.getByRole('img', { name: /^Network input: / });

/** What the network recognises in the drawing. @param {Locator} panel */
export const opinion = (panel) => panel.getByText(/^Prediction: /);

/** The image whose feature maps are shown. Its name says label and prediction. @param {Locator} panel */
export const seenImage = (panel) => panel.getByRole('img', { name: /, predicted / });

/** What the pixels of a canvas add up to. @param {import('@playwright/test').Locator} canvas */
export const pixels = (canvas) =>
  canvas.evaluate((/** @type {any} */ element) => {
    const { width, height } = element;
    const { data } = element.getContext('2d').getImageData(0, 0, width, height);
    return data.join().slice(0, 4000);
  });

/** A few small colour images, trained on for one epoch. */
const COLOURED = {
  version: 1,
  data: { source: 'shapes', size: 16, classes: 4, train: 64, validation: 32 },
  network: {
    input: [16, 16, 3],
    layers: [
      { type: 'conv2d', filters: 6, kernel: 3 },
      { type: 'relu' },
      { type: 'conv2d', filters: 5, kernel: 3 },
      { type: 'flatten' },
      { type: 'dense', units: 4 },
    ],
  },
  training: { epochs: 1, batch_size: 32 },
};

/** @param {Page} page */
export const trainOnColours = (page) =>
  page.evaluate((document) => /** @type {any} */ (window).anneal.run(document), COLOURED);
