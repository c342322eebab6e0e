// The sheet to draw on: with the mouse and by keyboard, before there is a run and while it learns.

import { expect, open, runButton, test } from './page.js';
import {
  drawingSheet,
  openPanel,
  opinion,
  pixels,
  seenByNetwork,
  seenImage,
  trainOnColours,
} from './panels.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * A seven, in shares of the sheet.
 *
 * @param {Page} page
 */
async function drawSeven(page) {
  const sheet = drawingSheet(page);
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('the sheet is not there');
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  await page.mouse.move(...at(0.25, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.2), { steps: 8 });
  await page.mouse.move(...at(0.4, 0.85), { steps: 8 });
  await page.mouse.up();
}

test('what is drawn is recognised, while it is drawn and while the network learns', async ({
  page,
}) => {
  await open(page);
  const panel = await openPanel(page, 'Draw');
  await drawSeven(page); // before there is a run
  const seen = seenByNetwork(panel);
  const alone = await pixels(seen);
  await page.keyboard.press('e');
  await expect(opinion(panel)).toContainText('Prediction:');
  await expect(opinion(panel)).toContainText('Prediction: 7', {
    timeout: 60_000,
  });
  await expect(
    panel.getByRole('table', { name: 'Probability of each class' }).getByRole('row'),
  ).toHaveCount(10);
  await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });

  await panel.getByRole('button', { name: 'Clear' }).click();
  await expect(panel.getByText(/^Draw something/)).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(opinion(panel)).toContainText('Prediction: 7');
  // With its run came the ground of its data, which is not quite black.
  expect(await pixels(seen)).not.toBe(alone);

  await panel.getByRole('button', { name: 'Show feature maps' }).click();
  await expect(seenImage(panel)).toHaveAccessibleName('Your drawing, predicted 7');
  await page.getByRole('button', { name: 'Change the drawing' }).click();
  await expect(opinion(panel)).toContainText('Prediction: 7');
});

test('drawing by keyboard: a pen that is put down, moved and lifted', async ({ page }) => {
  await open(page);
  await page.keyboard.press('s');
  const panel = await openPanel(page, 'Draw');
  const seen = seenByNetwork(panel);
  await drawingSheet(page).focus();
  // The ground of the data comes with the run; before it the preview is black.
  await expect.poll(() => pixels(seen)).not.toMatch(/^(0,0,0,255,?)+$/);
  const empty = await pixels(seen);
  await page.keyboard.press('ArrowUp');
  await expect(panel.getByRole('status')).toHaveText('Pen up, row 13, column 14');
  await page.keyboard.press('Space');
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('status')).toHaveText('Pen down, row 19, column 14');
  await page.keyboard.press('Space');
  await expect(runButton(page)).toHaveText('Resume'); // the space bar started nothing
  await expect(opinion(panel)).toContainText('Prediction:');
  const drawn = await pixels(seen);
  expect(drawn).not.toBe(empty);
  await panel.getByText('thick').click();
  await drawingSheet(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  expect(await pixels(seen)).not.toBe(drawn);
  await page.keyboard.press('Control+z');
  await expect.poll(() => pixels(seen)).toBe(drawn);
  await page.keyboard.press('Backspace');
  await expect.poll(() => pixels(seen)).toBe(empty);
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a held-out image is drawn upon; colours for colour images, at their size', async ({
  page,
}) => {
  await open(page);
  await trainOnColours(page);
  const panel = await openPanel(page, 'Draw');
  await expect(seenByNetwork(panel)).toHaveAccessibleName(/16 × 16 × 3/);
  await expect(panel.getByRole('group', { name: 'Colour' }).getByRole('radio')).toHaveCount(8);
  await panel.getByRole('button', { name: 'Load a held-out image' }).click();
  await expect(opinion(panel)).toContainText('Prediction:');
  const seen = seenByNetwork(panel);
  const loaded = await pixels(seen);
  await panel.getByRole('radio', { name: 'red' }).check({ force: true });
  await drawingSheet(page).click();
  await expect.poll(() => pixels(seen)).not.toBe(loaded);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pixels(seen)).toBe(loaded);
});
