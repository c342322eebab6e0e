// The schedule as a reader works with it: families, wrappers, parts, handles, drawing, undo and plateau,
// by pointer and by keyboard.

import { chartOf, drawSheet, editMarks, handleOf } from './chart.js';
import {
  epochsDone,
  expect,
  figure,
  open,
  readout,
  seriousFindings,
  settings,
  test,
  trainingBar,
  trainOneEpoch,
} from './page.js';
import {
  chooseFamily,
  expectFamily,
  expectFormulaResult,
  familyButton,
  formula,
  scheduleField,
} from './schedule.js';

/** @typedef {import('@playwright/test').Page} Page */

/** The points of a curve that was drawn by hand. @param {Page} page */
const points = (page) => handleOf(page, /^Point \d+$/);

/** @param {Page} page */
const partList = (page) => page.getByRole('list', { name: 'Parts of the sequence' });

/** Each says its family and length, and opens its controls. @param {Page} page */
const parts = (page) => partList(page).getByRole('button', { name: /\d+ (epochs?|steps?)$/ });

/** @param {Page} page @param {string[]} families */
const expectParts = (page, families) =>
  expect(parts(page)).toHaveText(families.map((name) => new RegExp(`^${name}\\s*\\d`)));

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
  const button = familyButton(page);
  await button.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('listbox', { name: 'Type of schedule' });
  const options = menu.getByRole('option');
  await expect(options).toHaveCount(17);
  // Each has a drawing of a line to stand on and a curve.
  await expect(menu.locator('path')).toHaveCount(2 * 17);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(options.nth(15)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  for (let index = 0; index < 17; index++) {
    await button.click();
    const words = await options.nth(index).innerText();
    await options.nth(index).click();
    await expectFamily(page, words.trim().split('\n')[0]);
    await expectFormulaResult(page, '[\\d.]+(×10−?\\d+)?');
    await expect(formula(page).getByTitle('ParseError')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test('milestones are typed, added and removed; a word is chosen; a bad value is said beside it', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'Multi-step decay');
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  const milestones = page.getByRole('group', { name: /^Milestones/ });
  await expect(milestones.getByRole('textbox')).toHaveCount(3);
  const last = page.getByLabel('Milestone 3, epoch');
  await last.fill('1');
  await expect(milestones.getByRole('alert')).toContainText('Expected');
  await last.fill('27');
  await expect(milestones.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove milestone 1' }).click();
  await expect(milestones.getByRole('textbox')).toHaveCount(2);
  await chooseFamily(page, 'One cycle');
  await scheduleField(page, 'Shape').selectOption('linear');
  await page.getByLabel('Cycle momentum inversely').check();
  await expect(page.getByLabel('Momentum at the peak')).toHaveValue('0.85');
});

test('a warm-up and a floor wrap the family', async ({ page }) => {
  await open(page);
  await page.getByLabel('Warm-up', { exact: true }).check();
  await expect(readout(page, 'Learning rate')).toHaveText('0.001');
  await page.getByLabel('Floor', { exact: true }).check();
  await scheduleField(page, 'Minimum rate').fill('0.005');
  await expect(readout(page, 'Learning rate')).toHaveText('0.005');
  await page.getByLabel('Warm-up', { exact: true }).uncheck();
  await expect(readout(page, 'Learning rate')).toHaveText('0.1');
});

test('parts of a sequence are added, moved by keyboard, edited and removed', async ({ page }) => {
  await open(page);
  await chooseFamily(page, 'Sequence');
  await expectParts(page, ['Step decay', 'Cosine']);
  await parts(page).first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expectParts(page, ['Cosine', 'Step decay']);
  await expect(parts(page).nth(1)).toBeFocused();
  await page.getByRole('button', { name: 'Add a part' }).click();
  await expectParts(page, ['Cosine', 'Step decay', 'Constant']);
  const third = partList(page).getByRole('listitem').nth(2);
  await third.getByLabel('Initial rate').first().fill('0.003');
  const chart = chartOf(page);
  await chart.focus();
  await chart.press('End');
  await expect(readout(page, 'Learning rate')).toHaveText('0.003');
  await page.getByRole('button', { name: 'Remove part 2' }).click();
  await expectParts(page, ['Cosine', 'Constant']);
});

test('handles are dragged and moved by key; a drag is one undo step; the past stays', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'Cosine');
  await trainOneEpoch(page);
  await drag(handleOf(page, 'End of the decay'), -240, -25);
  await expect(scheduleField(page, 'Length')).toHaveValue(/^(1\d|2\d)$/);
  await expect(scheduleField(page, 'Final rate')).not.toHaveValue('0');
  await expect(editMarks(page)).toHaveAccessibleName(/^Step 125: /);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(scheduleField(page, 'Final rate')).toHaveValue('0');
  await expect(scheduleField(page, 'Length')).toHaveValue('');

  await handleOf(page, 'End of the decay').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(scheduleField(page, 'Length')).toHaveValue('29');
  await expect(handleOf(page, 'End of the decay')).toHaveAttribute(
    'aria-valuetext',
    /at epoch 29$/,
  );
  // As far as it goes: the next epoch, never the past.
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(scheduleField(page, 'Length')).toHaveValue('2');
});

test('handles stay on the curve when the range of the band changes', async ({ page }) => {
  await open(page);
  const place = () => handleOf(page, 'Initial rate').evaluate(({ style }) => style.transform);
  await chooseFamily(page, 'One cycle');
  // Its rates reach much lower than those before: the band moves there. Drawn anew it is there at once.
  await page.getByRole('button', { name: 'Show as table' }).click();
  await page.getByRole('button', { name: 'Show as chart' }).click();
  await expect(handleOf(page, 'Initial rate')).toBeVisible();
  const settled = await place();
  await page.keyboard.press('Control+z');
  await expect(handleOf(page, 'Next drop')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect.poll(place).toBe(settled);
});

test('a curve is drawn by hand, and its points are moved, added and removed', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  const sheet = await drawSheet(page).boundingBox();
  if (!sheet) throw new Error('nothing to draw on');
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    page.mouse.move(sheet.x + sheet.width * x, sheet.y + sheet.height * y);
  await at(0.01, 0.9);
  await page.mouse.down();
  for (let x = 0; x <= 20; x++) await at(0.01 + x * 0.049, 0.5 + 0.4 * Math.cos(x / 3));
  await page.mouse.up();
  await expectFamily(page, 'Piecewise');
  const knots = points(page);
  const count = await knots.count();
  expect(count).toBeGreaterThan(4);
  expect(count).toBeLessThanOrEqual(24);

  await knots.nth(2).focus();
  await page.keyboard.press('Insert');
  await expect(knots).toHaveCount(count + 1);
  await expect(knots.nth(3)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(knots).toHaveCount(count);
  await page.mouse.dblclick(sheet.x + sheet.width * 0.505, sheet.y + sheet.height * 0.5);
  await expect(knots).toHaveCount(count + 1);
});

test('the pencil by keyboard makes points of the curve and goes to the first', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Draw', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expectFamily(page, 'Piecewise');
  await expect(points(page).first()).toBeFocused();
  const before = await points(page).first().getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowDown');
  await expect(points(page).first()).not.toHaveAttribute('aria-valuetext', before ?? '');
});

test('undo and redo go through the whole experiment, by key and live in a run', async ({
  page,
}) => {
  await open(page);
  await settings(page).getByLabel('Seed').fill('7');
  await familyButton(page).focus();
  await trainOneEpoch(page);
  await chooseFamily(page, 'Constant');
  await expect(editMarks(page)).toContainText('Step decay → Constant');
  await familyButton(page).focus();
  await page.keyboard.press('Control+z');
  await expectFamily(page, 'Step decay');
  const said = page.getByRole('group', { name: 'Undo and redo' }).getByRole('status');
  await expect(said).toHaveText('Undone: schedule');
  await page.keyboard.press('Control+z');
  await expect(settings(page).getByLabel('Seed')).toHaveValue('1');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+Z');
  await expect(settings(page).getByLabel('Seed')).toHaveValue('7');
  await expectFamily(page, 'Constant');
});

test('a plateau shows its rate, best value, patience and cooldown as they count', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'Reduce on plateau');
  await scheduleField(page, 'Patience').fill('0');
  // Nothing is better than the first by so much: the rate falls at every later epoch.
  await scheduleField(page, 'Threshold').fill('0.9');
  await familyButton(page).focus();
  const counted = page.getByRole('region', { name: 'State of reduce on plateau' });
  await trainOneEpoch(page);
  await expect(figure(counted, /^Best /)).toHaveText(/^0\.\d+$/);
  await expect(figure(counted, 'Current rate')).toHaveText('0.1');
  await trainingBar(page).getByRole('button', { name: 'Epoch' }).click();
  await expect(figure(counted, 'Current rate')).toHaveText('0.01', { timeout: 30_000 });
  await expect(figure(counted, 'Epochs without improvement')).toHaveText('0 / 0');
  await trainingBar(page).getByRole('button', { name: 'Epoch' }).click();
  await expect(epochsDone(page)).toHaveText('3 / 30', { timeout: 30_000 });
});

test('on a phone the schedule needs no sideways scroll, menu and dialog included', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await chooseFamily(page, 'Sequence');
  await parts(page).first().click();
  await familyButton(page).click();
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
    await familyButton(page).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await chooseFamily(page, 'Sequence');
    await parts(page).first().click();
    expect(await seriousFindings(page)).toEqual([]);
    await chooseFamily(page, 'Piecewise');
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'LR range test' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Start' }).click();
    const adopt = dialog.getByRole('button', { name: 'Use this rate' });
    await expect(adopt).toBeVisible({ timeout: 30_000 });
    expect(await seriousFindings(page)).toEqual([]);
  });
}
