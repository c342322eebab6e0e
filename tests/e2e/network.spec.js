// The network builder: layers are added, removed, moved and duplicated, with mouse and keyboard; what
// cannot work is explained beside it and mended by one press.

import { expect, expectChosen, open, openMenu, runButton, test, trainingBar } from './page.js';
import { expectLayers, gripOf, layerRow, layerRows } from './panels.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** @param {Page} page */
async function openNetwork(page) {
  await open(page);
  await page.getByRole('tab', { name: 'Network' }).click();
  await expect(layerRow(page, 5, 'Dense')).toBeVisible();
}

/** @param {Page} page */
const panel = (page) => page.getByRole('tabpanel', { name: 'Network' });

/** The problems of layers, and what is remarkable about one. @param {Locator} scope */
const problems = (scope) => scope.getByRole('alert').or(scope.getByRole('note'));

/** What the whole network costs. @param {Page} page */
const total = (page) => panel(page).getByRole('group', { name: 'Total' });

/** Said to who listens: what became of the layers. @param {Page} page @param {string} text */
const expectSaid = (page, text) =>
  expect(panel(page).getByRole('status').filter({ hasText: text })).toHaveCount(1);

test('every layer has its shape, parameters, multiply-adds and memory beside it', async ({
  page,
}) => {
  await openNetwork(page);
  for (const figure of [
    ...['Output 28 × 28 × 8', 'Parameters 208', 'Multiply-adds 156,800'],
    ...['Parameter memory 1.7 kB', 'Activation memory 803 kB'],
  ])
    await expect(layerRow(page, 1).getByText(figure, { exact: true })).toBeVisible();
  await expect(total(page)).toContainText('15,898');
  const picture = page.getByRole('group', { name: 'Picture of the network' }).getByRole('img');
  await expect(picture).toHaveAccessibleName(
    'Input 28 × 28 × 1, Convolution 28 × 28 × 8, Max pooling 14 × 14 × 8, Flatten 1,568, Dense 10',
  );
});

test('layers are added at a chosen place, duplicated and removed', async ({ page }) => {
  await openNetwork(page);
  await page.getByRole('button', { name: 'Add a layer after Layer 2, ReLU' }).click();
  await page.getByRole('button', { name: /^Dropout/ }).click();
  await expectLayers(page, [
    ...['Convolution', 'ReLU', 'Dropout', 'Max pooling', 'Flatten', 'Dense'],
  ]);
  await expectSaid(page, 'Dropout added as layer 3 of 6');
  await page.getByRole('button', { name: 'Duplicate Layer 1, Convolution' }).click();
  await expect(layerRow(page, 2, 'Convolution')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Layer 4, Dropout' }).click();
  await expect(layerRows(page)).toHaveCount(6);
  await expectChosen(page, 'Network', 'Your own');
});

test('a layer is dragged to another place', async ({ page }) => {
  await openNetwork(page);
  const handle = gripOf(layerRow(page, 2, 'ReLU'));
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await layerRow(page, 3).boundingBox();
  if (!from || !to) throw new Error('not in sight');
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, to.y + to.height - 4, { steps: 4 });
  await expect(layerRow(page, 3)).toHaveAttribute('data-mark', 'below');
  await page.mouse.up();
  await expectLayers(page, ['Convolution', 'Max pooling', 'ReLU', 'Flatten', 'Dense']);
});

test('everything works by keyboard: move, add, choose, remove', async ({ page }) => {
  await openNetwork(page);
  await gripOf(layerRow(page, 2)).focus();
  await page.keyboard.press('ArrowDown');
  await expectSaid(page, 'ReLU is now layer 3 of 5');
  await expect(gripOf(layerRow(page, 3, 'ReLU'))).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(layerRow(page, 2, 'ReLU')).toBeVisible();
  await layerRow(page, 1).getByLabel('Filters').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(layerRow(page, 2, 'Convolution')).toBeVisible();
  await page.getByRole('button', { name: 'Add a layer at the start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Convolution/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: /^Residual block/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Type of the new layer' })).toHaveCount(0);
  await gripOf(layerRow(page, 1)).focus();
  await page.keyboard.press('Delete');
  await expect(layerRows(page)).toHaveCount(4);
});

test('an impossible layer is explained in place, mended by one press, and runs go on', async ({
  page,
}) => {
  await openNetwork(page);
  await page.getByRole('button', { name: 'Remove Layer 4, Flatten' }).click();
  const problem = problems(layerRow(page, 4));
  await expect(problem).toContainText('here comes an image of 14 × 14 × 8');
  await expect(panel(page).getByRole('status').filter({ hasText: 'Until' })).toContainText(
    'the last valid network: One convolution',
  );
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });
  await problem.getByRole('button', { name: 'Put Flatten in front' }).click();
  await expect(problems(panel(page))).toHaveCount(0);
  await expect(layerRow(page, 4, 'Flatten')).toBeVisible();
});

test('a setting is changed in place, and a wrong one is said beside it', async ({ page }) => {
  await openNetwork(page);
  await layerRow(page, 1).getByLabel('Filters').fill('16');
  await expect(layerRow(page, 1)).toContainText('28 × 28 × 16');
  await layerRow(page, 1).getByLabel('Filters').fill('-3');
  await expect(problems(layerRow(page, 1))).toContainText('Expected a positive integer, got -3');
  await layerRow(page, 5).getByLabel('Units').fill('7');
  await layerRow(page, 1).getByLabel('Filters').fill('8');
  await expect(problems(layerRow(page, 5))).toContainText('there are 10 classes');
  await page.getByRole('button', { name: 'Set the units to 10' }).click();
  await expect(layerRow(page, 5).getByLabel('Units')).toHaveValue('10');
});

test('a residual block is a list of its own within its row', async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, 'Network');
  await menu.getByText('Small residual network').click();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Network' }).click();
  const block = layerRows(page)
    .and(page.getByRole('listitem', { name: /, Residual block$/ }))
    .first();
  const rows = block.getByRole('listitem', { name: /^Layer \d+, / });
  await expect(rows).toHaveCount(5);
  await expect(rows.first()).toContainText('28 × 28 × 16');
  await rows.nth(3).getByLabel('Filters').fill('8');
  await expect(problems(block)).toContainText('cannot be added to its output');
  await block.getByRole('button', { name: 'Add a projection' }).click();
  await expect(problems(block)).toHaveCount(0);
});

test('every preset is chosen by one press and takes a step', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Network' }).click();
  const menu = await openMenu(page, 'Network');
  const presets = menu.getByRole('radio');
  await expect(presets).toHaveCount(8);
  // The large model takes gigabytes: it has a test of its own.
  for (let index = 0; index < 7; index++) {
    await page.keyboard.press('Escape');
    await openMenu(page, 'Network');
    await presets.nth(index).click();
    await expect(presets.nth(index)).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(problems(panel(page))).toHaveCount(0);
    await page.keyboard.press('r');
    await trainingBar(page).getByRole('button', { name: 'Step' }).click();
    await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });
  }
});

test('the large model brings its images and says what memory it takes', async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, 'Network');
  await menu.getByText('Three convolutions on 224 × 224 × 3').click();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Network' }).click();
  await expectChosen(page, 'Data', 'Shapes');
  await expect(total(page)).toContainText('44,909,096');
  await expect(total(page)).toContainText('A whole run takes at most 4.3 GB');
});
