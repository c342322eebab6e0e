// The panels that look into the run: filters, feature maps, the cells of the confusion and mistakes.
// Each by mouse and by keyboard, and while the network trains.

import { expect, open, runButton, seriousFindings, test, trainOneEpoch } from './page.js';
import { openPanel, pixels, seenImage, trainOnColours } from './panels.js';

/** The filters of a layer, as buttons. @param {import('@playwright/test').Locator} scope */
const filtersOf = (scope) => scope.getByRole('group', { name: 'Filters' }).getByRole('button');

test('without a run every panel says what will be there', async ({ page }) => {
  await open(page);
  for (const name of ['Filters', 'Feature maps', 'Draw']) {
    await expect(await openPanel(page, name)).toContainText('Press Run or Step');
  }
  for (const name of ['Confusion matrix', 'Misclassified']) {
    await expect(await openPanel(page, name)).toContainText('After the first epoch');
  }
});

test('filters are images that change while the network learns', async ({ page }) => {
  await open(page);
  const panel = await openPanel(page, 'Filters');
  await page.keyboard.press('s');
  const images = filtersOf(panel).locator('canvas');
  await expect(images).toHaveCount(8);
  await expect(images.first()).toHaveAttribute('width', '5');
  await expect(panel.getByText('blue below zero, amber above')).toBeVisible();
  const before = await pixels(images.first());
  await runButton(page).click();
  await expect.poll(() => pixels(images.first())).not.toBe(before);
  await runButton(page).click();
});

test('a filter shows its numbers, by mouse and by keyboard', async ({ page }) => {
  await open(page);
  const panel = await openPanel(page, 'Filters');
  await page.keyboard.press('s');
  const filters = filtersOf(panel);
  const numbers = panel.getByRole('table', { name: /^Filter \d/ });
  await filters.nth(1).hover();
  await expect(panel.getByText(/^Filter 1: from −\d/)).toBeVisible();
  await filters.nth(1).click();
  await expect(numbers.getByRole('cell')).toHaveCount(25);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(numbers).toHaveCount(0);

  await filters.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(filters.nth(2)).toBeFocused();
  await expect(panel.getByText(/^Filter 2: from/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(filters.nth(2)).toHaveAttribute('aria-pressed', 'true');
  await expect(numbers).toHaveAccessibleName('Filter 2, input channel 0');
  await page.keyboard.press('End');
  await expect(filters.last()).toBeFocused();
  const stops = filters.and(page.locator('[tabindex="0"]'));
  await expect(stops).toHaveCount(1);
});

test('filters of colours are colours; of many channels one is picked', async ({ page }) => {
  await open(page);
  await trainOnColours(page);
  const panel = await openPanel(page, 'Filters');
  const first = panel.getByRole('region', { name: '1 Convolution' });
  const second = panel.getByRole('region', { name: '3 Convolution' });
  const numbers = second.getByRole('table', { name: /^Filter \d/ });
  await expect(first.getByText(/grey is zero/)).toBeVisible();
  await filtersOf(first).first().click();
  await expect(first.getByRole('table', { name: /^Filter \d/ })).toHaveCount(3);
  await filtersOf(second).first().click();
  const shown = filtersOf(second).first().locator('canvas');
  const before = await pixels(shown);
  await second.getByLabel('Input channel').fill('5');
  await expect(numbers).toHaveAccessibleName(/input channel 5$/);
  expect(await pixels(shown)).not.toBe(before);
  await second.getByLabel('Input channel').fill('6'); // there is none
  await expect(numbers).toHaveAccessibleName(/input channel 5$/);
});

test('feature maps of any image at any layer, with their ranges', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const panel = await openPanel(page, 'Feature maps');
  const maps = panel.getByRole('figure').locator('canvas');
  const image = seenImage(panel);
  await expect(maps).toHaveCount(8);
  await expect(maps.first()).toHaveAttribute('width', '28');
  await expect(panel.getByRole('figure').first()).toHaveText(/^0: .+ to .+/);
  await expect(image).toHaveAccessibleName(/^\d, predicted \d$/);
  const bars = panel.getByRole('table', { name: 'Probability of each class' });
  await expect(bars.getByRole('row')).toHaveCount(10);

  const [shown, map] = [await pixels(image), await pixels(maps.first())];
  await panel.getByRole('button', { name: 'Next image' }).click();
  await expect(panel.getByLabel('Image number')).toHaveValue('1');
  await expect.poll(() => pixels(image)).not.toBe(shown);
  expect(await pixels(maps.first())).not.toBe(map);
  await panel.getByRole('button', { name: 'Previous image' }).click();
  await panel.getByRole('button', { name: 'Previous image' }).click();
  await expect(panel.getByLabel('Image number')).toHaveValue('999');
  await panel.getByLabel('Image number').fill('0');
  await expect.poll(() => pixels(image)).toBe(shown);
  await panel.getByText('Training', { exact: true }).click();
  await expect.poll(() => pixels(image)).not.toBe(shown);

  // The layers are a group of choices: arrow keys go from one to the next.
  const layers = panel.getByRole('group', { name: 'Layer', exact: true }).getByRole('radio');
  await layers.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(layers.and(page.getByRole('radio', { name: /Max pooling/ }))).toBeChecked();
  await expect(maps.first()).toHaveAttribute('width', '14');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByText(/^10 features/)).toBeVisible();
});

test('images are chosen by class and by being wrong', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const panel = await openPanel(page, 'Feature maps');
  await panel.getByLabel('Class', { exact: true }).selectOption('7');
  const image = seenImage(panel);
  await expect(image).toHaveAccessibleName(/^7, predicted/);
  const index = panel.getByLabel('Image number');
  const first = await index.inputValue();
  await panel.getByRole('button', { name: 'Next image' }).click();
  await expect(index).not.toHaveValue(first);
  await expect(image).toHaveAccessibleName(/^7, predicted/);
  await panel.getByLabel('Only misclassified').check();
  await expect(image).toHaveAccessibleName(/^7, predicted [^7]$/);
  await panel.getByLabel('Class', { exact: true }).selectOption('All classes');
  await panel.getByRole('button', { name: 'Random' }).click();
  await expect(image).toHaveAccessibleName(/^(\d), predicted (?!\1)\d$/);
});

test('feature maps follow the network while it learns', async ({ page }) => {
  await open(page);
  await page.keyboard.press('s');
  const panel = await openPanel(page, 'Feature maps');
  const map = panel.getByRole('figure').locator('canvas').first();
  await expect(map).toBeVisible();
  const before = await pixels(map);
  await runButton(page).click();
  await expect.poll(() => pixels(map)).not.toBe(before);
  await runButton(page).click();
});

test('a cell of the confusion shows its images, by mouse and by keyboard', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const panel = await openPanel(page, 'Confusion matrix');
  const wrong = panel.getByRole('gridcell', {
    name: /^True class (\d), predicted class (?!\1)\d: [1-9] images$/,
  });
  const name = (await wrong.first().getAttribute('aria-label')) ?? '';
  const [label, prediction, count] = name.match(/\d+/g) ?? [];
  const cell = panel.getByRole('gridcell', { name, exact: true });
  await expect(cell).toHaveText(String(count));
  await cell.click();
  const title = `True class ${label}, predicted ${prediction}`;
  const images = panel.getByRole('group', { name: title }).getByRole('button');
  await expect(images).toHaveCount(Number(count));
  await expect(panel.getByRole('heading', { name: title })).toBeVisible();
  await expect(images.first()).toContainText(new RegExp(`^Image \\d+: ${label}`));

  await panel.getByRole('gridcell').and(page.locator('[tabindex="0"]')).focus();
  await page.keyboard.press('Enter');
  await expect(images).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(images).toHaveCount(Number(count));

  await images.first().click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Feature maps');
  await expect(seenImage(page.getByRole('tabpanel'))).toHaveAccessibleName(
    `${label}, predicted ${prediction}`,
  );
});

test('a confusion of many classes is a map with a cursor', async ({ page }) => {
  await open(page);
  await page.evaluate((document) => /** @type {any} */ (window).anneal.run(document), {
    version: 1,
    data: { source: 'shapes', size: 16, classes: 60, train: 120, validation: 60 },
    network: { input: [16, 16, 3], layers: [{ type: 'flatten' }, { type: 'dense', units: 60 }] },
    training: { epochs: 1, batch_size: 60 },
  });
  const panel = await openPanel(page, 'Confusion matrix');
  const map = panel.getByRole('application');
  await map.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const heading = panel.getByRole('heading', { name: /^True class .*, predicted / });
  await expect(heading).toBeVisible();
  const title = await heading.textContent();
  await map.click({ position: { x: 300, y: 20 } });
  await expect(heading).not.toHaveText(title ?? '');
});

test('the worst mistakes come first, by the epoch, and open among the feature maps', async ({
  page,
}) => {
  await open(page);
  await trainOneEpoch(page);
  const panel = await openPanel(page, 'Misclassified');
  const cards = panel.getByRole('group', { name: 'Misclassified' }).getByRole('button');
  await expect(cards).toHaveCount(24);
  await expect(panel).toContainText('after epoch 1');
  const losses = (await cards.allTextContents()).map((text) => Number(text.split('Loss ')[1]));
  expect(losses).toEqual([...losses].sort((a, b) => b - a));
  await panel.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => cards.count()).toBeGreaterThan(24);
  const tab = page.getByRole('tab', { name: 'Misclassified' });
  await tab.focus();
  await page.keyboard.press('e');
  await expect(panel).toContainText('after epoch 2');
  await expect(runButton(page)).toHaveText('Resume');

  await cards.first().focus();
  await page.keyboard.press('ArrowRight');
  const title = (await cards.nth(1).textContent()) ?? '';
  const [, index, label] = /Image (\d+): (\d)/.exec(title) ?? [];
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Image number')).toHaveValue(index);
  await expect(seenImage(page.getByRole('tabpanel'))).toHaveAccessibleName(
    new RegExp(`^${label}, predicted [^${label}]$`),
  );
  await expect(page.getByRole('tab', { name: 'Feature maps' })).toBeFocused();
});

test('on a phone no panel scrolls the page sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await trainOneEpoch(page);
  for (const name of ['Filters', 'Feature maps', 'Confusion matrix', 'Misclassified', 'Draw']) {
    const panel = await openPanel(page, name);
    await expect(panel.locator('canvas').or(panel.getByRole('grid')).first()).toBeVisible();
    if (name === 'Filters') await filtersOf(panel).first().click();
    if (name === 'Confusion matrix') await panel.getByRole('gridcell').first().click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(390);
  }
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing serious in the panels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await trainOneEpoch(page);
    for (const name of ['Filters', 'Feature maps', 'Confusion matrix', 'Misclassified', 'Draw']) {
      const panel = await openPanel(page, name);
      await expect(panel.locator('canvas').or(panel.getByRole('grid')).first()).toBeVisible();
      if (name === 'Filters') await filtersOf(panel).first().click();
      if (name === 'Confusion matrix') await panel.getByRole('gridcell').first().click();
      expect(await seriousFindings(page), name).toEqual([]);
    }
  });
}
