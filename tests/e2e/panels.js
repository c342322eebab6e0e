// What the tests of panels share: opening one, reading an image that it draws, a run on colour images.

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} name */
export async function openPanel(page, name) {
  await page.getByRole('tab', { name, exact: true }).click();
  return page.getByRole('tabpanel');
}

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
