// The schedule as a reader works with it: families, wrappers, parts, handles, drawing, undo and plateau,
// by pointer and by keyboard.

import {
  chooseFamily,
  expect,
  open,
  readout,
  seriousFindings,
  test,
  trainOneEpoch,
} from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} label */
const field = (page, label) => page.locator('.schedule').getByLabel(label).first();

/** @param {Page} page @param {string} name */
const handle = (page, name) => page.locator(`.schedule-handle[data-handle=${name}]`);

/**
 * @param {import('@playwright/test').Locator} locator
 * @param {number} dx
 * @param {number} dy
 */
async function drag(locator, dx, dy) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('nothing to drag');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { mouse } = locator.page();
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + dx, y + dy, { steps: 6 });
  await mouse.up();
}

test('every family is in the menu with a line and a curve, and shows its formula with numbers', async ({
  page,
}) => {
  await open(page);
  const button = page.locator('.family-button');
  await button.focus();
  await page.keyboard.press('Enter');
  const options = page.locator('.family-option');
  await expect(options).toHaveCount(17);
  await expect(page.locator('.family-option .curve')).toHaveCount(17);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(options.nth(15)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await button.click();
  const types = await options.evaluateAll((all) => all.map((one) => one.dataset.type ?? ''));
  await page.keyboard.press('Escape');
  for (const type of types) {
    await chooseFamily(page, type);
    await expect(page.locator('.formula .katex .now')).toBeVisible();
    await expect(page.locator('.formula .katex-error')).toHaveCount(0);
    await expect(page.locator('.notice[role=alert]')).toHaveCount(0);
  }
});

test('milestones are typed, added and removed; a word is chosen; a bad value is said beside it', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'multi_step');
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  await expect(page.locator('.milestones input')).toHaveCount(3);
  const last = page.getByLabel('Milestone 3, epoch');
  await last.fill('1');
  await expect(page.locator('.list-field .note')).toContainText('Expected');
  await last.fill('27');
  await expect(page.locator('.list-field .note')).not.toContainText('Expected');
  await page.getByRole('button', { name: 'Remove milestone 1' }).click();
  await expect(page.locator('.milestones input')).toHaveCount(2);
  await chooseFamily(page, 'one_cycle');
  await field(page, 'Shape').selectOption('linear');
  await page.getByLabel('Cycle momentum inversely').check();
  await expect(page.getByLabel('Momentum at the peak')).toHaveValue('0.85');
});

test('a warm-up and a floor wrap the family', async ({ page }) => {
  await open(page);
  await page.getByLabel('Warm-up', { exact: true }).check();
  await expect(readout(page, 'rate')).toHaveText('0.001');
  await page.getByLabel('Floor', { exact: true }).check();
  await field(page, 'Minimum rate').fill('0.005');
  await expect(readout(page, 'rate')).toHaveText('0.005');
  await page.getByLabel('Warm-up', { exact: true }).uncheck();
  await expect(readout(page, 'rate')).toHaveText('0.1');
});

test('parts of a sequence are added, moved by keyboard, edited and removed', async ({ page }) => {
  await open(page);
  await chooseFamily(page, 'sequence');
  const names = page.locator('.part-family');
  await expect(names).toHaveText(['Step decay', 'Cosine']);
  await names.first().locator('..').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(names).toHaveText(['Cosine', 'Step decay']);
  await expect(page.locator('[data-part="1"] .part-name')).toBeFocused();
  await page.getByRole('button', { name: 'Add a part' }).click();
  await expect(names).toHaveText(['Cosine', 'Step decay', 'Constant']);
  await page.locator('[data-part="2"] .part-body').getByLabel('Initial rate').first().fill('0.003');
  const chart = page.locator('.bands');
  await chart.focus();
  await chart.press('End');
  await expect(readout(page, 'rate')).toHaveText('0.003');
  await page.getByRole('button', { name: 'Remove part 2' }).click();
  await expect(names).toHaveText(['Cosine', 'Constant']);
});

test('handles are dragged and moved by key; a drag is one undo step; the past stays', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'cosine');
  await trainOneEpoch(page);
  await drag(handle(page, 'end'), -240, -25);
  await expect(field(page, 'Length')).toHaveValue(/^(1\d|2\d)$/);
  await expect(field(page, 'Final rate')).not.toHaveValue('0');
  await expect(page.locator('.chart-mark:visible')).toHaveAttribute('data-step', '125');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(field(page, 'Final rate')).toHaveValue('0');
  await expect(field(page, 'Length')).toHaveValue('');

  await handle(page, 'end').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'Length')).toHaveValue('29');
  await expect(handle(page, 'end')).toHaveAttribute('aria-valuetext', /at epoch 29$/);
  // As far as it goes: the next epoch, never the past.
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(field(page, 'Length')).toHaveValue('2');
});

test('handles stay on the curve when the range of the band changes', async ({ page }) => {
  await open(page);
  const place = () => handle(page, 'start').evaluate(({ style }) => style.transform);
  await chooseFamily(page, 'one_cycle');
  // Its rates reach much lower than those before: the band moves there. Drawn anew it is there at once.
  await page.getByRole('button', { name: 'Show as table' }).click();
  await page.getByRole('button', { name: 'Show as chart' }).click();
  await expect(handle(page, 'start')).toBeVisible();
  const settled = await place();
  await page.keyboard.press('Control+z');
  await expect(handle(page, 'drop')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect.poll(place).toBe(settled);
});

test('a curve is drawn by hand, and its points are moved, added and removed', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  const layer = await page.locator('.drawing-layer').boundingBox();
  if (!layer) throw new Error('nothing to draw on');
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    page.mouse.move(layer.x + layer.width * x, layer.y + layer.height * y);
  await at(0.01, 0.9);
  await page.mouse.down();
  for (let x = 0; x <= 20; x++) await at(0.01 + x * 0.049, 0.5 + 0.4 * Math.cos(x / 3));
  await page.mouse.up();
  await expect(page.locator('.family-button')).toHaveAttribute('data-type', 'piecewise');
  const knots = handle(page, 'knot');
  const count = await knots.count();
  expect(count).toBeGreaterThan(4);
  expect(count).toBeLessThanOrEqual(24);

  await knots.nth(2).focus();
  await page.keyboard.press('Insert');
  await expect(knots).toHaveCount(count + 1);
  await expect(knots.nth(3)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(knots).toHaveCount(count);
  await page.mouse.dblclick(layer.x + layer.width * 0.505, layer.y + layer.height * 0.5);
  await expect(knots).toHaveCount(count + 1);
});

test('the pencil by keyboard makes points of the curve and goes to the first', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Draw', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.family-button')).toHaveAttribute('data-type', 'piecewise');
  await expect(handle(page, 'knot').first()).toBeFocused();
  const before = await handle(page, 'knot').first().getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowDown');
  await expect(handle(page, 'knot').first()).not.toHaveAttribute('aria-valuetext', before ?? '');
});

test('undo and redo go through the whole experiment, by key and live in a run', async ({
  page,
}) => {
  await open(page);
  await page.locator('.settings').getByLabel('Seed').fill('7');
  await page.locator('.family-button').focus();
  await trainOneEpoch(page);
  await chooseFamily(page, 'constant');
  await expect(page.locator('.chart-mark:visible')).toContainText('Step decay → Constant');
  await page.locator('.family-button').focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.family-button')).toHaveAttribute('data-type', 'step');
  await expect(page.locator('.undo [aria-live]')).toHaveText('Undone: schedule');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.settings').getByLabel('Seed')).toHaveValue('1');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.locator('.settings').getByLabel('Seed')).toHaveValue('7');
  await expect(page.locator('.family-button')).toHaveAttribute('data-type', 'constant');
});

test('a plateau shows its rate, best value, patience and cooldown as they count', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'plateau');
  await field(page, 'Patience').fill('0');
  // Nothing is better than the first by so much: the rate falls at every later epoch.
  await field(page, 'Threshold').fill('0.9');
  await page.locator('.family-button').focus();
  const figure = (/** @type {string} */ kind) => page.locator(`.plateau [data-kind=${kind}] dd`);
  await trainOneEpoch(page);
  await expect(figure('best')).toHaveText(/^0\.\d+$/);
  await expect(figure('rate')).toHaveText('0.1');
  await page.locator('.training-bar').getByRole('button', { name: 'Epoch' }).click();
  await expect(figure('rate')).toHaveText('0.01', { timeout: 30_000 });
  await expect(figure('bad')).toHaveText('0 / 0');
  await page.locator('.training-bar').getByRole('button', { name: 'Epoch' }).click();
  await expect(page.locator('.progress-epoch output')).toHaveText('3 / 30', { timeout: 30_000 });
});

test('on a phone the schedule needs no sideways scroll, menu and dialog included', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await chooseFamily(page, 'sequence');
  await page.locator('.part-name').first().click();
  await page.locator('.family-button').first().click();
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await wide()).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'LR range test' }).click();
  expect(await wide()).toBe(false);
});

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing serious in menu, parts, points and dialog, ${scheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await page.locator('.family-button').click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await chooseFamily(page, 'sequence');
    await page.locator('.part-name').first().click();
    expect(await seriousFindings(page)).toEqual([]);
    await chooseFamily(page, 'piecewise');
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'LR range test' }).click();
    await page.locator('.range-test').getByRole('button', { name: 'Start' }).click();
    await expect(page.locator('.range-suggestion b')).toBeVisible({ timeout: 30_000 });
    expect(await seriousFindings(page)).toEqual([]);
  });
}
