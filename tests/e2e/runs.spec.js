// The list of runs: what is done with a run, by pointer and by keyboard, and runs side by side.

import { readFile } from 'node:fs/promises';
import { focusLine, handlesOf } from './chart.js';
import {
  chartPanel,
  comparedValues,
  expect,
  figure,
  open,
  readout,
  seriousFindings,
  shelf,
  test,
} from './page.js';
import { cellUnder, rowsOf, runRows, runsPanel, runsTable, undoNotice } from './runs.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Trains runs one after another, each over at once; every one has another rate.
 *
 * @param {Page} page
 * @param {number} count
 */
async function train(page, count) {
  await page.evaluate(async (wanted) => {
    for (let number = 1; number <= wanted; number++) {
      await /** @type {any} */ (window).anneal.run({
        version: 1,
        data: { source: 'glyphs', train: 64, validation: 32 },
        training: { epochs: 1 },
        schedule: { type: 'constant', initial: number / 100 },
      });
    }
  }, count);
}

const row = (/** @type {Page} */ page, /** @type {number} */ number) =>
  runRows(page).filter({
    has: page.getByRole('button', { name: `Actions for run ${number}`, exact: true }),
  });

const more = (/** @type {Page} */ page, /** @type {number} */ number) =>
  row(page, number).getByRole('button', { name: `Actions for run ${number}` });

/** @param {Page} page @param {number} number @param {string} action */
async function act(page, number, action) {
  await more(page, number).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** The runs in the order in which they are listed. @param {Page} page */
const listed = async (page) =>
  (await runRows(page).getByRole('rowheader').allTextContents()).map(Number);

const shown = (/** @type {Page} */ page, /** @type {number} */ number) =>
  page.getByLabel(`Show run ${number} on the chart`);

test('a run is pinned, named, hidden and shown, and all of it outlives a reload', async ({
  page,
}) => {
  await open(page);
  await train(page, 3);
  expect(await listed(page)).toEqual([3, 2, 1]);

  await act(page, 1, 'Pin');
  expect(await listed(page)).toEqual([1, 3, 2]);
  await expect(row(page, 1).getByRole('img', { name: 'Pinned' })).toBeVisible();

  await act(page, 2, 'Rename');
  await page.getByLabel('Name of run 2').fill('The calm one');
  await page.keyboard.press('Enter');
  await expect(row(page, 2)).toContainText('The calm one');

  await act(page, 2, 'Hide on the chart');
  await expect(shown(page, 2)).not.toBeChecked();
  await act(page, 2, 'Show on the chart');
  await expect(shown(page, 2)).toBeChecked();
  await act(page, 1, 'Hide on the chart');

  await expect
    .poll(async () =>
      (await shelf(page, 'runs')).map(({ name, pinned, visible }) => [name, pinned, visible]),
    )
    .toEqual(
      expect.arrayContaining([
        ['', true, false],
        ['The calm one', false, true],
        ['', false, true],
      ]),
    );
  await page.reload();
  await expect.poll(() => listed(page)).toEqual([1, 3, 2]);
  await expect(row(page, 2)).toContainText('The calm one');
  await expect(shown(page, 1)).not.toBeChecked();
  await expect(shown(page, 2)).toBeChecked();

  await act(page, 1, 'Unpin');
  expect(await listed(page)).toEqual([3, 2, 1]);
});

test('a run is deleted and brought back; what is deleted stays away', async ({ page }) => {
  await open(page);
  await train(page, 3);
  const notice = undoNotice(page);
  await act(page, 2, 'Delete');
  expect(await listed(page)).toEqual([3, 1]);
  await expect(notice).toContainText('Run 2 deleted');
  await notice.getByRole('button', { name: 'Undo' }).click();
  expect(await listed(page)).toEqual([3, 2, 1]);
  await expect(notice).toHaveCount(0);

  await act(page, 1, 'Pin');
  await page.getByRole('button', { name: 'Clear unpinned' }).click();
  expect(await listed(page)).toEqual([1]);
  await expect(notice).toContainText('2 runs deleted');
  await expect.poll(async () => (await shelf(page, 'runs')).length).toBe(1);
  await page.reload();
  await expect.poll(() => listed(page)).toEqual([1]);
});

test('by keyboard alone: pin, rename, hide, delete and bring back', async ({ page }) => {
  await open(page);
  await train(page, 3);
  const press = async (/** @type {string[]} */ ...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await more(page, 2).focus();
  await press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await press('ArrowDown', 'Enter');
  expect(await listed(page)).toEqual([2, 3, 1]);
  await expect(more(page, 2)).toBeFocused();

  await press('Enter', 'Enter');
  await expect(page.getByLabel('Name of run 2')).toBeFocused();
  await page.keyboard.type('Mine');
  await press('Enter');
  await expect(row(page, 2)).toContainText('Mine');
  await expect(more(page, 2)).toBeFocused();
  await press('Enter', 'Enter');
  await page.keyboard.type('Another');
  await press('Escape');
  await expect(row(page, 2)).toContainText('Mine');
  await expect(more(page, 2)).toBeFocused();

  await press('Enter', 'Escape');
  await expect(more(page, 2)).toBeFocused();
  await press('Shift+Tab');
  await expect(shown(page, 2)).toBeFocused();
  await press(' ');
  await expect(shown(page, 2)).not.toBeChecked();

  await press('Tab', 'Enter', 'End');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await press('Enter');
  expect(await listed(page)).toEqual([3, 1]);
  await expect(undoNotice(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await press('Enter');
  expect(await listed(page)).toEqual([2, 3, 1]);
  await expect(page.getByRole('heading', { name: 'Runs', exact: true })).toBeFocused();
});

test('runs are compared: chart, readout and what differs; and back to the current run', async ({
  page,
}) => {
  await open(page);
  await train(page, 3);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const table = page.getByRole('table', { name: 'Differences between the selected runs' });
  await expect(focusLine(page)).toContainText('held-out results of 2 runs');
  await expect(comparedValues(page)).toHaveCount(2 + 2);
  await expect(handlesOf(page)).toHaveCount(0);

  await page.getByLabel('Compare run 1').check();
  await expect(comparedValues(page)).toHaveCount(2 + 3);
  // One setting differs; three rows say what came of the runs.
  await expect(rowsOf(table)).toHaveCount(1 + 3);
  const rate = rowsOf(table).first();
  await expect(rate.getByRole('rowheader')).toContainText(/ schedule\.initial$/);
  await expect(rate.getByRole('cell')).toHaveText(['0.01', '0.02', '0.03']);
  await expect(runsPanel(page).getByText(/^\d+ other settings are equal\.$/)).toBeVisible();
  const last = await table
    .getByRole('row', { name: 'Last held-out accuracy' })
    .getByRole('cell')
    .allTextContents();
  for (const [index, value] of last.entries()) {
    await expect(await cellUnder(row(page, index + 1), 'Last held-out')).toHaveText(value);
    await expect(figure(chartPanel(page), `${index + 1} Constant`)).toHaveText(value);
  }

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saving = page.waitForEvent('download');
  await page.getByText('Vector graphic (SVG)').click();
  const picture = (await readFile(await (await saving).path())).toString();
  for (const label of ['1 Constant', '2 Constant', '3 Constant']) expect(picture).toContain(label);

  await page.getByRole('button', { name: 'Back to the current run' }).click();
  await expect(focusLine(page)).toHaveCount(0);
  await expect(readout(page, 'Loss')).toBeVisible();
  await expect(table).toHaveCount(0);
  await expect(
    page.getByRole('heading', { name: 'Learning rate, accuracy and loss' }),
  ).toBeFocused();
});

test('at most eight are compared, and that is said; by keyboard', async ({ page }) => {
  await open(page);
  await train(page, 9);
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  for (let number = 2; number <= 7; number++) {
    await page.getByLabel(`Compare run ${number}`).press(' ');
  }
  await expect(focusLine(page)).toContainText('held-out results of 8 runs');
  await expect(page.getByLabel('Compare run 1')).toBeDisabled();
  await expect(runsTable(page).getByRole('caption')).toHaveText(/^Eight runs are selected/);
  await page.getByLabel('Compare run 9').press(' ');
  await expect(page.getByLabel('Compare run 1')).toBeEnabled();
  await page.getByLabel('Compare run 1').press(' ');
  await expect(comparedValues(page)).toHaveCount(2 + 8);
});

for (const width of [1440, 390]) {
  test(`axe finds nothing serious in menu and comparison, and nothing is wider than ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page);
    await train(page, 3);
    await more(page, 2).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    // What the table scrolls in, where it is too wide.
    const frame = runsTable(page).locator('..');
    expect(await frame.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByLabel('Compare run 1').check();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await frame.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
}
