// The page itself: bad values, the keyboard, themes, small screens, the table, what is said when the
// core does not come.

import {
  chartPanel,
  expect,
  noticeOf,
  open,
  openMenu,
  readout,
  runButton,
  seriousFindings,
  settings,
  setTopField,
  test,
  trainOneEpoch,
} from './page.js';
import { rowsOf, runRows } from './runs.js';
import { expectFormulaResult, scheduleField, schedulePanel } from './schedule.js';

test('a bad value is shown at its control, in words, and the run goes on', async ({ page }) => {
  await open(page);
  await runButton(page).click();
  await expect(readout(page, 'Training')).toContainText('%');

  const initial = scheduleField(page, 'Initial rate');
  await initial.fill('abc');
  const problem = schedulePanel(page).getByRole('alert');
  await expect(problem).toContainText('Expected a number, got "abc"');
  await expect(problem).toContainText('The value stays 0.1');
  await expect(initial).toHaveAttribute('aria-invalid', 'true');
  await initial.press('Enter');

  await setTopField(page, 'Batch', '-3');
  await expect(settings(page).getByRole('alert')).toContainText(
    'Expected a positive integer, got -3',
  );

  const step = Number((await readout(page, 'Step').textContent())?.replace(',', ''));
  await expect
    .poll(async () => Number((await readout(page, 'Step').textContent())?.replace(',', '')))
    .toBeGreaterThan(step);
  await expect(runButton(page)).toHaveText('Pause');
  await expect(readout(page, 'Learning rate')).toHaveText('0.1');

  await initial.fill('0.04');
  await initial.press('Enter');
  await expect(problem).toHaveCount(0);
  await expect(readout(page, 'Learning rate')).toHaveText('0.04');
});

test('a change that a run cannot take says that it waits for the next', async ({ page }) => {
  await open(page);
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume');
  await setTopField(page, 'Seed', '5');
  const waiting = noticeOf(page, 'Changes apply to the next run');
  await expect(waiting).toContainText('seed');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('r');
  await expect(waiting).toHaveCount(0);
});

test('runs by keyboard: space, s, e, r; not while typing', async ({ page }) => {
  await open(page);
  await page.keyboard.press('s');
  await expect(readout(page, 'Loss')).not.toHaveText('–');
  await expect(readout(page, 'Step')).toHaveText('0');
  await trainOneEpoch(page);
  await expect(runButton(page)).toHaveText('Resume');
  await page.keyboard.press('Space');
  await expect(runButton(page)).toHaveText('Pause');
  await page.keyboard.press('Space');
  await expect(runButton(page)).toHaveText('Resume');
  await page.keyboard.press('r');
  await expect(runButton(page)).toHaveText('Run');
  await expect(runRows(page)).toHaveCount(1);

  await settings(page).getByLabel('Seed').focus();
  await page.keyboard.type('se r');
  await expect(runButton(page)).toHaveText('Run');
  await expect(settings(page).getByLabel('Seed')).toHaveValue('se r');
});

test('the chart can be read as a table', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  await page.getByRole('button', { name: 'Show as table' }).click();
  const row = rowsOf(chartPanel(page).getByRole('table'));
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('cell').first()).toHaveText('125');
  await expect(row).toContainText('%');
});

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing serious, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    expect(await seriousFindings(page)).toEqual([]);
    await trainOneEpoch(page);
    for (const name of /** @type {const} */ (['Data', 'Network', 'Optimizer'])) {
      await openMenu(page, name);
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await seriousFindings(page)).toEqual([]);
  });
}

test('a slider and its typed value are one, on the chart and in the formula', async ({ page }) => {
  await open(page);
  const typed = schedulePanel(page).getByRole('textbox', { name: 'Initial rate' });
  const slider = schedulePanel(page).getByRole('slider', { name: 'Initial rate' });
  const before = await slider.inputValue();
  await typed.fill('0.02');
  await expect(slider).not.toHaveValue(before);
  await expect(slider).toHaveAttribute('aria-valuetext', '0.02');
  await expect(readout(page, 'Learning rate')).toHaveText('0.02');
  await expectFormulaResult(page, '0.02');
  await slider.press('ArrowRight');
  await expect(typed).not.toHaveValue('0.02');
  const { x, y, width, height } = /** @type {DOMRect} */ (await slider.boundingBox());
  await page.mouse.click(x + width - 2, y + height / 2);
  await expect(readout(page, 'Learning rate')).toHaveText(await typed.inputValue());
});

test('light or dark follows the system until it is chosen, then is remembered', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe('rgb(20, 20, 22)');
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await paper()).toBe('rgb(250, 250, 248)');
  await page.reload();
  expect(await paper()).toBe('rgb(250, 250, 248)');
});

test('on a phone the panels stack and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await trainOneEpoch(page);
  for (const name of /** @type {const} */ (['Data', 'Network', 'Optimizer'])) {
    await openMenu(page, name);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
  }
  const chart = await chartPanel(page).boundingBox();
  const schedule = await schedulePanel(page).boundingBox();
  expect(schedule?.y).toBeGreaterThan((chart?.y ?? 0) + (chart?.height ?? 0) - 1);
});

test('a core that does not come is said, with the remedy', async ({ page, watched }) => {
  watched.allow(/ERR_FAILED|wasm/i);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(runButton(page)).toBeDisabled();
});
