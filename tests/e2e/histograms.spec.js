// The panel of weights and gradients: fed while the run goes on, one cursor with the chart, by keyboard, as
// a table, and in words what is wrong.

import { chartOf } from './chart.js';
import {
  expect,
  figure,
  open,
  readout,
  resumeOffer,
  runButton,
  shelf,
  test,
  trainOneEpoch,
} from './page.js';
import { histograms } from './panels.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
const panel = (page) => page.getByRole('tabpanel', { name: 'Weights and gradients' });

/** @param {Page} page */
const cards = (page) => histograms(page).getByRole('figure');

/** @param {Page} page */
async function togglePanel(page) {
  await page.getByRole('tab', { name: 'Weights and gradients' }).click();
}

/**
 * How many pixels of the map of a card are not paper.
 *
 * @param {Page} page
 * @param {number} card
 */
const inked = (page, card) =>
  cards(page)
    .nth(card)
    .locator('canvas')
    .evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 3; at < data.length; at += 4) {
        if (data[at] > 0 && data[at - 1] < 200 && data[at - 2] < 200) count++;
      }
      return count;
    });

test('shows each layer over time, and grows while the run goes on', async ({ page }) => {
  await open(page);
  await togglePanel(page);
  await expect(panel(page)).toContainText('Press Run');
  await runButton(page).click();
  await expect(cards(page).first()).toBeVisible();
  await expect(
    cards(page).first().getByText('Layer 1: convolution, weights', { exact: true }),
  ).toBeVisible();
  const before = await inked(page, 0);
  await expect.poll(() => inked(page, 0)).toBeGreaterThan(before + 500);
  await expect(panel(page)).toContainText('No sign of vanishing or exploding gradients');
  await expect(runButton(page)).toHaveText('Pause');
});

test('of gradients and updates as well, with the biases, on either axis', async ({ page }) => {
  await open(page);
  await togglePanel(page);
  await trainOneEpoch(page);
  const few = await cards(page).count();
  await panel(page).getByLabel('Show biases').check();
  await expect(cards(page)).toHaveCount(2 * few);
  for (const quantity of ['Gradients', 'Updates']) {
    await panel(page).getByRole('radio', { name: quantity }).check({ force: true });
    await expect(panel(page).getByRole('img').first()).toHaveAttribute(
      'aria-label',
      new RegExp(`${quantity} after 125 steps between .* update / weights [0-9.e-]+`),
    );
  }
  await panel(page).getByRole('radio', { name: 'Linear' }).check({ force: true });
  expect(await inked(page, 0)).toBeGreaterThan(500);
});

test('its cursor is that of the chart', async ({ page }) => {
  await open(page);
  await togglePanel(page);
  await trainOneEpoch(page);
  await expect(panel(page).getByRole('img').first()).toHaveAttribute(
    'aria-label',
    /after 125 steps/,
  );
  const median = figure(cards(page).first(), 'Median');
  const newest = await median.textContent();
  const map = histograms(page);
  await map.focus();
  await page.keyboard.press('Home');
  await expect(readout(page, 'Step')).toHaveText('0');
  await expect(median).not.toHaveText(/** @type {string} */ (newest));
  await page.keyboard.press('ArrowRight');
  await expect(readout(page, 'Step')).toHaveText('1');
  await page.keyboard.press('Escape');
  await expect(median).toHaveText(/** @type {string} */ (newest));

  const canvas = cards(page).first().locator('canvas');
  const box = /** @type {{width: number}} */ (await canvas.boundingBox());
  await canvas.hover({ position: { x: 54, y: 60 } });
  await expect(readout(page, 'Step')).not.toHaveText('124');
  await expect(cards(page).first()).toContainText('of the values');
  expect(box.width).toBeGreaterThan(200);
});

test('can be read as a table, moment by moment', async ({ page }) => {
  await open(page);
  await togglePanel(page);
  await trainOneEpoch(page);
  await panel(page).getByRole('button', { name: 'Show as table' }).click();
  const table = panel(page).getByRole('table');
  await expect(table).toContainText('Weights of each layer after 125 steps');
  const row = table.getByRole('row', { name: /Layer 1: convolution, weights/ });
  const before = await row.textContent();
  await panel(page).getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(table).toContainText('after 1 steps');
  expect(await row.textContent()).not.toBe(before);
});

test('keeps the record of the next runs too, whether or not anybody looks', async ({ page }) => {
  await open(page);
  await togglePanel(page);
  await page.keyboard.press('s');
  await expect(cards(page).first()).toBeVisible();
  await togglePanel(page); // closes it
  await page.keyboard.press('r');
  await expect(runButton(page)).toHaveText('Run');
  await trainOneEpoch(page);
  await togglePanel(page);
  await panel(page).getByRole('button', { name: 'Show as table' }).click();
  const slider = panel(page).getByRole('slider');
  await expect.poll(async () => Number(await slider.getAttribute('max'))).toBeGreaterThan(50);
});

test('opened when the run is under way, it shows the past from its beginning', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  await togglePanel(page);
  await panel(page).getByRole('radio', { name: 'Gradients' }).check({ force: true });
  await expect(cards(page).first()).toContainText('Update / weights');
  await expect(cards(page).first()).not.toContainText('Measured from the next step on');
  await expect(panel(page)).not.toContainText('Recorded from step');
  const atEnd = await inked(page, 0);
  await panel(page).getByRole('button', { name: 'Show as table' }).click();
  const slider = panel(page).getByRole('slider');
  expect(Number(await slider.getAttribute('max'))).toBeGreaterThanOrEqual(15);
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(panel(page).getByRole('table')).toContainText(/after [01] steps/);

  // From now on every step is looked at.
  const before = Number(await slider.getAttribute('max'));
  await chartOf(page).focus();
  await page.keyboard.press('Escape'); // the newest step again
  for (const steps of [126, 127]) {
    await page.keyboard.press('s');
    await expect(readout(page, 'Step')).toHaveText(String(steps - 1));
  }
  await expect(slider).toHaveAttribute('max', String(before + 2));
  expect(atEnd).toBeGreaterThan(500);
});

test('shows the stretch of the run that the chart shows, in what that counts', async ({ page }) => {
  await open(page);
  await togglePanel(page);
  await trainOneEpoch(page);
  const map = cards(page).first().locator('canvas');
  const stepAt = async (/** @type {number} */ x) => {
    await map.hover({ position: { x, y: 60 } });
    return Number((await readout(page, 'Step').textContent())?.replace(/\D/g, ''));
  };
  expect(await stepAt(54)).toBeLessThan(60);
  const whole = await inked(page, 0);
  await chartOf(page).focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('+');
  await page.keyboard.press('Home'); // brings the first step into sight
  await page.keyboard.press('Escape');
  await expect.poll(() => inked(page, 0)).toBeGreaterThan(2 * whole);
  await chartOf(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => stepAt(54)).toBeGreaterThan(10);
  await chartOf(page).focus();
  await page.keyboard.press('0');
  await expect.poll(() => stepAt(54)).toBeLessThan(60);
});

test('of a run that was resumed it says from where it counts', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  await expect.poll(() => shelf(page, 'checkpoints')).toMatchObject([{ step: 125 }]);
  await page.reload();
  await resumeOffer(page).getByRole('button', { name: 'Resume' }).click();
  await expect(runButton(page)).toHaveText('Pause');
  await togglePanel(page);
  await expect(panel(page)).toContainText('Recorded from step 125 on');
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await togglePanel(page);
  await trainOneEpoch(page);
  await expect(cards(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
