// Fair races: set up, run, read, stopped, deleted and brought back, kept over a reload.

import { readFile } from 'node:fs/promises';
import { expect, open, seriousFindings, shelf, test } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Radio buttons lie under their words. */
const OVER = { force: true };

/** What is raced: as little as there can be. @param {Page} page @param {any} [training] */
async function prepare(page, training = { epochs: 1 }) {
  await open(page);
  await page.evaluate(
    (given) =>
      /** @type {any} */ (window).anneal.run({
        version: 1,
        data: { source: 'glyphs', train: 64, validation: 32 },
        schedule: { type: 'constant', initial: 0.05 },
        training: { epochs: 1, ...given },
      }),
    { ...training, epochs: 1 },
  );
  await page.getByRole('button', { name: 'Race', exact: true }).click();
  await setNumber(page, 'Epochs', String(training.epochs));
}

const panel = (/** @type {Page} */ page) => page.locator('section.race');
const startButton = (/** @type {Page} */ page) => page.locator('.start-race');

/** @param {Page} page @param {'Seeds' | 'Epochs'} name @param {string} value */
const setNumber = (page, name, value) => panel(page).getByLabel(name, { exact: true }).fill(value);

/** @param {Page} page @param {string[]} names by their families */
async function choose(page, names) {
  for (const box of await page.locator('.offers input').all()) {
    const wanted = names.includes((await box.getAttribute('value')) ?? '');
    if ((await box.isChecked()) !== wanted) await box.setChecked(wanted);
  }
}

const result = (
  /** @type {Page} */ page,
  /** @type {number} */ entry,
  /** @type {string} */ value,
) => page.locator(`.race-table [data-entry="${entry}"] [data-value=${value}]`);

/** Another could be started, and one has been. @param {Page} page */
async function isOver(page) {
  await expect(page.locator('.race-table')).toBeVisible();
  await expect(startButton(page)).toBeVisible({ timeout: 60_000 });
}

test('schedules race over seeds: chart, table with spread, and what is within the noise', async ({
  page,
}) => {
  await prepare(page, { epochs: 2 });
  // The first two are the same schedule: no difference but noise can be found between them.
  await choose(page, ['current', 'constant', 'cosine']);
  await setNumber(page, 'Seeds', '2');
  await expect(startButton(page)).toHaveText('Start: 6 lanes of 2 epochs');
  expect(await seriousFindings(page)).toEqual([]);
  await startButton(page).click();
  await expect(panel(page).getByRole('progressbar')).toBeVisible();
  await isOver(page);

  for (const entry of [0, 1, 2]) {
    await expect(result(page, entry, 'done')).toHaveText('2 of 2');
    for (const value of ['final', 'best']) {
      await expect(result(page, entry, value)).toHaveText(/^[\d.]+\s% ± [\d.]+\s%$/);
    }
  }
  await page.getByLabel('the first').check(OVER);
  await expect(result(page, 0, 'difference')).toHaveText('the reference');
  await expect(result(page, 1, 'difference')).toHaveText('0.00 % ± 0.00 % within the noise');
  await expect(result(page, 2, 'difference')).toHaveText(/ (within|beyond) the noise$/);

  const before = await result(page, 2, 'final').textContent();
  await page.getByLabel('95 % of the mean').check(OVER);
  await expect(result(page, 2, 'final')).not.toHaveText(before ?? '');

  await expect(page.locator('.isolation-notice')).toContainText(
    'race 1: mean and spread of held-out results over 2 seeds',
  );
  await expect(page.locator('.readout [data-kind^=series]')).toHaveCount(3);
  await expect(page.locator('.schedule-handle')).toHaveCount(0);
  const [mean] = (await result(page, 2, 'final').textContent())?.split(/\s%/) ?? [];
  const said = await page.locator('.readout [data-kind=series-2] dd').textContent();
  expect(Number.parseFloat(said ?? '')).toBeCloseTo(Number(mean), 0);
  expect(await seriousFindings(page)).toEqual([]);

  await page.locator('.save-menu > button').click();
  const picture = await saved(page, () => page.getByText('Vector graphic (SVG)').click());
  expect(picture).toContain('Cosine');
  // A band for each schedule, of accuracy and of loss.
  expect(picture.match(/fill-opacity|opacity="0/g)?.length).toBeGreaterThanOrEqual(6);
  const table = await saved(page, () => page.getByRole('button', { name: 'Table as CSV' }).click());
  expect(table.trim().split('\n')).toHaveLength(4);
  const epochs = await saved(page, () =>
    page.getByRole('button', { name: 'Every epoch as CSV' }).click(),
  );
  expect(epochs.trim().split('\n')).toHaveLength(1 + 6 * 2);

  await page.getByRole('button', { name: 'Back to the current run' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator('.readout [data-kind=loss]')).toBeVisible();
});

/** What is written to a file. @param {Page} page @param {() => Promise<void>} press */
async function saved(page, press) {
  const saving = page.waitForEvent('download');
  await press();
  return (await readFile(await (await saving).path())).toString();
}

test('what makes no race is explained beside where it is said', async ({ page }) => {
  await prepare(page);
  await choose(page, ['cosine']);
  await startButton(page).click();
  await expect(panel(page).getByRole('alert')).toHaveText('Choose 2 to 8 schedules.');
  await choose(page, ['cosine', 'constant']);
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  for (const wrong of ['0', '11', '1.5', 'many']) {
    await setNumber(page, 'Seeds', wrong);
    await startButton(page).click();
    await expect(panel(page).getByRole('alert')).toContainText(`from 1 to 10, got “${wrong}”`);
    await expect(panel(page).getByLabel('Seeds')).toHaveAttribute('aria-invalid', 'true');
  }
  await setNumber(page, 'Seeds', '1');
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  await setNumber(page, 'Epochs', '');
  await startButton(page).click();
  await expect(panel(page).getByRole('alert')).toContainText('whole number');
  await setNumber(page, 'Epochs', '1');
  await startButton(page).press('Enter');
  await isOver(page);
  await expect(result(page, 0, 'final')).toHaveText(/^[\d.]+\s%$/);
  await expect(page.locator('.race-table')).toContainText('one seed says nothing about noise');
});

/** A race that is under way and will be for long. @param {Page} page */
async function startLong(page) {
  await prepare(page, { epochs: 200 });
  await choose(page, ['constant', 'cosine']);
  await setNumber(page, 'Seeds', '1');
  await startButton(page).press('Enter');
}

test('a race is stopped, gone on with, deleted and brought back', async ({ page }) => {
  await startLong(page);
  await expect(page.locator('.isolation-notice')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Stop race' }).press('Enter');
  await isOver(page);
  await expect(result(page, 1, 'done')).toContainText('1 stopped');
  await expect(panel(page)).toContainText('lanes 2 did not come to their end');
  await panel(page).getByRole('button', { name: 'Go on with what is missing' }).press('Enter');
  await expect(panel(page).getByRole('progressbar')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Stop race' }).click();

  await panel(page).getByRole('button', { name: 'Delete this race' }).press('Enter');
  await expect(page.locator('.race-table')).toHaveCount(0);
  await expect(page.locator('.undo-notice')).toContainText('Race deleted: Constant, Cosine');
  await expect(page.locator('.undo-notice button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.race-table')).toBeVisible();
  await expect(page.locator('.undo-notice')).toHaveCount(0);
});

test('a race is there again after a reload', async ({ page }) => {
  await prepare(page);
  await choose(page, ['constant', 'cosine']);
  await setNumber(page, 'Seeds', '2');
  await startButton(page).click();
  await isOver(page);
  const table = await page.locator('.race-table tbody').textContent();
  await expect.poll(async () => (await shelf(page, 'races'))[0].tab).toBeNull();
  await page.reload();
  await page.getByRole('button', { name: 'Race', exact: true }).click();
  await expect(page.locator('.race-table tbody')).toHaveText(table ?? '');
  await expect(page.locator('.notice', { hasText: 'interrupted' })).toHaveCount(0);
});

test('a race whose tab was closed comes to another with what was over, and goes on there', async ({
  page,
  context,
}) => {
  await prepare(page, { epochs: 20 });
  await choose(page, ['constant', 'cosine']);
  await setNumber(page, 'Seeds', '6');
  await startButton(page).click();
  await expect
    .poll(async () => (await shelf(page, 'lanes')).length, { timeout: 60_000 })
    .toBeGreaterThan(0);
  await panel(page).getByRole('button', { name: 'Pause race' }).click();
  const next = await context.newPage();
  await open(next);
  await expect(next.getByRole('button', { name: 'Race', exact: true })).toBeVisible();
  await expect(next.locator('.notice', { hasText: 'A race was interrupted' })).toHaveCount(0);
  await page.close();

  const notice = next.locator('.notice', { hasText: 'A race was interrupted' });
  await expect(notice).toContainText(/\d+ of 12 lanes are over and kept/);
  await notice.getByRole('button', { name: 'Show the race' }).click();
  await expect(notice).toHaveCount(0);
  await expect(result(next, 1, 'done')).toContainText('stopped');
  await next.getByRole('button', { name: 'Go on with what is missing' }).click();
  for (const entry of [0, 1]) {
    await expect(result(next, entry, 'done')).toHaveText('6 of 6', { timeout: 60_000 });
  }
  await expect(next.getByRole('button', { name: 'Go on with what is missing' })).toHaveCount(0);
});

test('a race goes on where nothing can be kept, and that is said once', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (/** @type {any} */ value, /** @type {any} */ key) {
      if (this.name === 'races') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  await prepare(page);
  await choose(page, ['constant', 'cosine']);
  await startButton(page).click();
  await isOver(page);
  await expect(page.locator('.notice', { hasText: 'no room left' })).toHaveCount(1);
  await expect(result(page, 1, 'done')).toHaveText('3 of 3');
});

test('at 390 pixels the race fits, and its table scrolls in a frame that keys reach', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await prepare(page);
  await choose(page, ['constant', 'cosine']);
  await startButton(page).click();
  await isOver(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const frame = page.locator('.table-scroll:has(.race-table)');
  if (await frame.evaluate((e) => e.scrollWidth > e.clientWidth)) {
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => frame.evaluate((e) => e.scrollLeft)).toBeGreaterThan(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
});
