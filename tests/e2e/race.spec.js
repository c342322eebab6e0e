// Fair races: set up, run, read, stopped, deleted and brought back, kept over a reload.

import { readFile } from 'node:fs/promises';
import { focusLine, handlesOf } from './chart.js';
import {
  chartPanel,
  comparedValues,
  expect,
  figure,
  noticeOf,
  open,
  readout,
  seriousFindings,
  shelf,
  test,
} from './page.js';
import { rowsOf, undoNotice } from './runs.js';

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

const panel = (/** @type {Page} */ page) => page.getByRole('region', { name: 'Fair race' });
const startButton = (/** @type {Page} */ page) =>
  panel(page).getByRole('button', { name: /^Start: / });

/** Its results. @param {Page} page */
const raceTable = (page) =>
  panel(page).getByRole('table', { name: /^Held-out accuracy over seeds/ });

/** @param {Page} page @param {'Seeds' | 'Epochs'} name @param {string} value */
const setNumber = (page, name, value) => panel(page).getByLabel(name, { exact: true }).fill(value);

/** @param {Page} page @param {string[]} names */
async function choose(page, names) {
  const offers = panel(page).getByRole('group', { name: /^Schedules, / });
  const boxes = await offers.getByRole('checkbox').all();
  for (const box of boxes) await box.setChecked(false);
  // The summary of the schedule, which begins with its type, follows on the next line.
  for (const name of names)
    await offers
      .getByText(new RegExp(`^${name}(?=[A-Z])`))
      .first()
      .click();
  await expect(offers.getByRole('checkbox', { checked: true })).toHaveCount(names.length);
}

const COLUMNS = ['Final', 'Best', 'Seeds completed', 'Difference'];

/** A cell of the results; the head of the last column also says with what it is compared. @param {Page} page @param {number} entry @param {string} column */
const result = (page, entry, column) =>
  rowsOf(raceTable(page)).nth(entry).getByRole('cell').nth(COLUMNS.indexOf(column));

/** Another could be started, and one has been. @param {Page} page */
async function isOver(page) {
  await expect(raceTable(page)).toBeVisible();
  await expect(startButton(page)).toBeVisible({ timeout: 60_000 });
}

test('schedules race over seeds: chart, table with spread, and what is within the noise', async ({
  page,
}) => {
  await prepare(page, { epochs: 2 });
  // The first two are the same schedule: no difference but noise can be found between them.
  await choose(page, ['Current schedule', 'Constant', 'Cosine']);
  await setNumber(page, 'Seeds', '2');
  await expect(startButton(page)).toHaveText('Start: 6 lanes of 2 epochs');
  expect(await seriousFindings(page)).toEqual([]);
  await startButton(page).click();
  await expect(panel(page).getByRole('progressbar')).toBeVisible();
  await isOver(page);

  for (const entry of [0, 1, 2]) {
    await expect(result(page, entry, 'Seeds completed')).toHaveText('2 of 2');
    for (const column of ['Final', 'Best']) {
      await expect(result(page, entry, column)).toHaveText(/^[\d.]+\s% ± [\d.]+\s%$/);
    }
  }
  await page.getByLabel('first schedule').check(OVER);
  await expect(result(page, 0, 'Difference')).toHaveText('reference');
  await expect(result(page, 1, 'Difference')).toHaveText('0.00 % ± 0.00 % within the noise');
  await expect(result(page, 2, 'Difference')).toHaveText(/ (within|beyond) the noise$/);

  const before = await result(page, 2, 'Final').textContent();
  await page.getByLabel('95 % confidence interval').check(OVER);
  await expect(result(page, 2, 'Final')).not.toHaveText(before ?? '');

  await expect(focusLine(page)).toContainText(
    'race 1: mean and spread of held-out results over 2 seeds',
  );
  await expect(comparedValues(page)).toHaveCount(2 + 3);
  await expect(handlesOf(page)).toHaveCount(0);
  const [mean] = (await result(page, 2, 'Final').textContent())?.split(/\s%/) ?? [];
  const said = await figure(chartPanel(page), 'Cosine').textContent();
  expect(Number.parseFloat(said ?? '')).toBeCloseTo(Number(mean), 0);
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const picture = await saved(page, () => page.getByText('Vector graphic (SVG)').click());
  expect(picture).toContain('Cosine');
  // A band for each schedule, of accuracy and of loss.
  expect(picture.match(/fill-opacity|opacity="0/g)?.length).toBeGreaterThanOrEqual(6);
  const table = await saved(page, () => page.getByRole('button', { name: 'Table as CSV' }).click());
  expect(table.trim().split('\n')).toHaveLength(4);
  const epochs = await saved(page, () =>
    page.getByRole('button', { name: 'Epochs as CSV' }).click(),
  );
  expect(epochs.trim().split('\n')).toHaveLength(1 + 6 * 2);

  await page.getByRole('button', { name: 'Back to the current run' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(readout(page, 'Loss')).toBeVisible();
});

/** What is written to a file. @param {Page} page @param {() => Promise<void>} press */
async function saved(page, press) {
  const saving = page.waitForEvent('download');
  await press();
  return (await readFile(await (await saving).path())).toString();
}

test('what makes no race is explained beside where it is said', async ({ page }) => {
  await prepare(page);
  await choose(page, ['Cosine']);
  await startButton(page).click();
  await expect(panel(page).getByRole('alert')).toHaveText('Choose 2 to 8 schedules.');
  await choose(page, ['Cosine', 'Constant']);
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
  await expect(result(page, 0, 'Final')).toHaveText(/^[\d.]+\s%$/);
  await expect(raceTable(page)).toContainText('needs at least two seeds');
});

/** A race that is under way and will be for long. @param {Page} page */
async function startLong(page) {
  await prepare(page, { epochs: 200 });
  await choose(page, ['Constant', 'Cosine']);
  await setNumber(page, 'Seeds', '1');
  await startButton(page).press('Enter');
}

test('a race is stopped, gone on with, deleted and brought back', async ({ page }) => {
  await startLong(page);
  await expect(focusLine(page)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Stop race' }).press('Enter');
  await isOver(page);
  await expect(result(page, 1, 'Seeds completed')).toContainText('1 stopped');
  await expect(panel(page)).toContainText(/2 of \d+ lanes are incomplete/);
  await panel(page).getByRole('button', { name: 'Train incomplete lanes' }).press('Enter');
  await expect(panel(page).getByRole('progressbar')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Stop race' }).click();

  await panel(page).getByRole('button', { name: 'Delete this race' }).press('Enter');
  await expect(raceTable(page)).toHaveCount(0);
  await expect(undoNotice(page)).toContainText('Race deleted: Constant, Cosine');
  await expect(undoNotice(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(raceTable(page)).toBeVisible();
  await expect(undoNotice(page)).toHaveCount(0);
});

test('a race is there again after a reload', async ({ page }) => {
  await prepare(page);
  await choose(page, ['Constant', 'Cosine']);
  await setNumber(page, 'Seeds', '2');
  await startButton(page).click();
  await isOver(page);
  const table = await raceTable(page).textContent();
  await expect.poll(async () => (await shelf(page, 'races'))[0].tab).toBeNull();
  await page.reload();
  await page.getByRole('button', { name: 'Race', exact: true }).click();
  await expect(raceTable(page)).toHaveText(table ?? '');
  await expect(noticeOf(page, 'interrupted')).toHaveCount(0);
});

test('a race whose tab was closed comes to another with what was over, and goes on there', async ({
  page,
  context,
}) => {
  await prepare(page, { epochs: 20 });
  await choose(page, ['Constant', 'Cosine']);
  await setNumber(page, 'Seeds', '6');
  await startButton(page).click();
  await expect
    .poll(async () => (await shelf(page, 'lanes')).length, { timeout: 60_000 })
    .toBeGreaterThan(0);
  await panel(page).getByRole('button', { name: 'Pause race' }).click();
  const next = await context.newPage();
  await open(next);
  await expect(next.getByRole('button', { name: 'Race', exact: true })).toBeVisible();
  await expect(noticeOf(next, 'A race was interrupted')).toHaveCount(0);
  await page.close();

  const notice = noticeOf(next, 'A race was interrupted');
  await expect(notice).toContainText(/\d+ of 12 lanes are complete and stored/);
  await notice.getByRole('button', { name: 'Show the race' }).click();
  await expect(notice).toHaveCount(0);
  await expect(result(next, 1, 'Seeds completed')).toContainText('stopped');
  await next.getByRole('button', { name: 'Train incomplete lanes' }).click();
  for (const entry of [0, 1]) {
    await expect(result(next, entry, 'Seeds completed')).toHaveText('6 of 6', { timeout: 60_000 });
  }
  await expect(next.getByRole('button', { name: 'Train incomplete lanes' })).toHaveCount(0);
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
  await choose(page, ['Constant', 'Cosine']);
  await startButton(page).click();
  await isOver(page);
  await expect(noticeOf(page, 'storage is full')).toHaveCount(1);
  await expect(result(page, 1, 'Seeds completed')).toHaveText('3 of 3');
});

test('at 390 pixels the race fits, and its table scrolls in a frame that keys reach', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await prepare(page);
  await choose(page, ['Constant', 'Cosine']);
  await startButton(page).click();
  await isOver(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const frame = page.getByRole('region', { name: /^Held-out accuracy over seeds/ });
  if (await frame.evaluate((e) => e.scrollWidth > e.clientWidth)) {
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => frame.evaluate((e) => e.scrollLeft)).toBeGreaterThan(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
});
