// The network builder: layers are added, removed, moved and duplicated, with mouse and keyboard; what
// cannot work is explained beside it and mended by one press.

import { expect, open, openMenu, runButton, test } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function openNetwork(page) {
  await open(page);
  await page.getByRole('tab', { name: 'Network' }).click();
  await expect(row(page, 4)).toContainText('Dense');
}

/** @param {Page} page @param {number} index */
const row = (page, index) => page.locator('.network-panel .layer-row').nth(index);

/** @param {Page} page */
const names = (page) => page.locator('.network-panel .layer-name');

/** @param {Page} page */
const said = (page) => page.locator('.network-panel [aria-live=polite]');

test('every layer has its shape, parameters, multiply-adds and memory beside it', async ({
  page,
}) => {
  await openNetwork(page);
  const figures = row(page, 0).locator('.layer-figure');
  await expect(figures).toHaveText([
    ...['Output 28 × 28 × 8', 'Parameters 208', 'Multiply-adds 156,800'],
    ...['Their memory 1.7 kB', 'Activations 803 kB'],
  ]);
  await expect(page.locator('.layer-totals')).toContainText('15,898');
  await expect(page.locator('.network-picture .stage')).toHaveCount(5);
});

test('layers are added at a chosen place, duplicated and removed', async ({ page }) => {
  await openNetwork(page);
  await page.getByRole('button', { name: 'Add a layer after Layer 2, ReLU' }).click();
  await page.getByRole('button', { name: /^Dropout/ }).click();
  await expect(names(page)).toHaveText([
    ...['Convolution', 'ReLU', 'Dropout', 'Max pooling', 'Flatten', 'Dense'],
  ]);
  await expect(said(page)).toHaveText('Dropout added as layer 3 of 6');
  await page.getByRole('button', { name: 'Duplicate Layer 1, Convolution' }).click();
  await expect(names(page).nth(1)).toHaveText('Convolution');
  await page.getByRole('button', { name: 'Remove Layer 4, Dropout' }).click();
  await expect(names(page)).toHaveCount(6);
  await expect(page.locator('[data-menu=network] .setting-value')).toHaveText('Your own');
});

test('a layer is dragged to another place', async ({ page }) => {
  await openNetwork(page);
  const handle = row(page, 1).locator('.handle');
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await row(page, 2).boundingBox();
  if (!from || !to) throw new Error('not in sight');
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, to.y + to.height - 4, { steps: 4 });
  await expect(row(page, 2)).toHaveAttribute('data-mark', 'below');
  await page.mouse.up();
  await expect(names(page)).toHaveText(['Convolution', 'Max pooling', 'ReLU', 'Flatten', 'Dense']);
});

test('everything works by keyboard: move, add, choose, remove', async ({ page }) => {
  await openNetwork(page);
  await row(page, 1).locator('.handle').focus();
  await page.keyboard.press('ArrowDown');
  await expect(said(page)).toHaveText('ReLU is now layer 3 of 5');
  await expect(row(page, 2).locator('.handle')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names(page).nth(1)).toHaveText('ReLU');
  await row(page, 0).getByLabel('Filters').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(names(page).nth(1)).toHaveText('Convolution');
  await page.getByRole('button', { name: 'Add a layer at the start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Convolution/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: /^Residual block/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.layer-menu')).toHaveCount(0);
  await row(page, 0).locator('.handle').focus();
  await page.keyboard.press('Delete');
  await expect(names(page)).toHaveCount(4);
});

test('an impossible layer is explained in place, mended by one press, and runs go on', async ({
  page,
}) => {
  await openNetwork(page);
  await page.getByRole('button', { name: 'Remove Layer 4, Flatten' }).click();
  const problem = row(page, 3).locator('.layer-problem');
  await expect(problem).toContainText('here comes an image of 14 × 14 × 8');
  await expect(page.locator('.standing')).toContainText(
    'the last network that works: One convolution',
  );
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });
  await problem.getByRole('button', { name: 'Put Flatten in front' }).click();
  await expect(page.locator('.layer-problem')).toHaveCount(0);
  await expect(names(page).nth(3)).toHaveText('Flatten');
});

test('a setting is changed in place, and a wrong one is said beside it', async ({ page }) => {
  await openNetwork(page);
  await row(page, 0).getByLabel('Filters').fill('16');
  await expect(row(page, 0)).toContainText('28 × 28 × 16');
  await row(page, 0).getByLabel('Filters').fill('-3');
  await expect(row(page, 0).locator('.layer-problem')).toContainText(
    'Expected a positive integer, got -3',
  );
  await row(page, 4).getByLabel('Units').fill('7');
  await row(page, 0).getByLabel('Filters').fill('8');
  await expect(row(page, 4).locator('.layer-problem')).toContainText('there are 10 classes');
  await page.getByRole('button', { name: 'Set the units to 10' }).click();
  await expect(row(page, 4).getByLabel('Units')).toHaveValue('10');
});

test('a residual block is a list of its own within its row', async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, 'network');
  await menu.getByText('Small residual network').click();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Network' }).click();
  const block = page.locator('.layer-row[data-layer=residual]').first();
  await expect(block.locator('.layer-row')).toHaveCount(5);
  await expect(block.locator('.layer-row').first()).toContainText('28 × 28 × 16');
  await block.locator('.layer-row').nth(3).getByLabel('Filters').fill('8');
  await expect(block.locator('.layer-problem')).toContainText('cannot be added to its output');
  await block.getByRole('button', { name: 'Add a projection' }).click();
  await expect(block.locator('.layer-problem')).toHaveCount(0);
});

test('every preset is chosen by one press and takes a step', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Network' }).click();
  const menu = await openMenu(page, 'network');
  const all = await menu.locator('.choice-name').allTextContents();
  expect(all).toHaveLength(8);
  // The large model takes gigabytes: it has a test of its own.
  for (const name of all.slice(0, -1)) {
    await page.keyboard.press('Escape');
    await openMenu(page, 'network');
    await menu.getByText(name, { exact: true }).click();
    await expect(
      menu.getByRole('radio', { checked: true }).locator('..').locator('.choice-name'),
    ).toHaveText(name);
    await page.keyboard.press('Escape');
    await expect(page.locator('.layer-problem')).toHaveCount(0);
    await page.keyboard.press('r');
    await page.locator('.training-bar').getByRole('button', { name: 'Step' }).click();
    await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });
  }
});

test('the large model brings its images and says what memory it takes', async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, 'network');
  await menu.getByText('Three convolutions on 224 × 224 × 3').click();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Network' }).click();
  await expect(page.locator('[data-menu=data] .setting-value')).toHaveText('Shapes');
  await expect(page.locator('.layer-totals')).toContainText('44,909,096');
  await expect(page.locator('.layer-totals .note')).toContainText(
    'A whole run takes at most 4.3 GB',
  );
});
