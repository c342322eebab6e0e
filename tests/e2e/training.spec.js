// Training as a reader sees it: the first press, real files, a schedule changed under way.

import { chartOf, editMarks } from './chart.js';
import {
  droppedFiles,
  epochsDone,
  expect,
  expectChosen,
  mnistFiles,
  open,
  openMenu,
  percent,
  readout,
  runButton,
  runToTheEnd,
  setTopField,
  test,
  trainingBar,
  trainOneEpoch,
} from './page.js';
import { cellUnder, runRows } from './runs.js';
import { chooseFamily, expectFamily, scheduleField } from './schedule.js';

test('one press trains: a first point within two seconds, and past 90 % held-out', async ({
  page,
}) => {
  await open(page);
  await runButton(page).click();
  await expect(readout(page, 'Training')).toContainText('%', { timeout: 2000 });
  await expect
    .poll(async () => percent(await cellUnder(runRows(page).first(), 'Best held-out')), {
      timeout: 100_000,
      intervals: [500],
    })
    .toBeGreaterThan(0.9);
  await expect(trainingBar(page).getByText('img/s')).toHaveText(/^\d.* img\/s$/);
  await expect(trainingBar(page).getByText('left')).toHaveText(/\d:\d\d left$/);
});

test('real MNIST files, LeNet, step decay: 97.5 % held-out', async ({ page }) => {
  const files = mnistFiles();
  test.setTimeout(240_000);
  test.skip(!files, 'the MNIST files are not beside this repository');
  await open(page);
  const menu = await openMenu(page, 'Data');
  await menu.getByLabel('Choose files').setInputFiles(files ?? []);
  await expect(menu.getByRole('status')).toContainText('10,000 images of 28 × 28');
  await expect(menu.getByRole('status')).toContainText('10,000 labels, 10 classes');
  await menu.getByRole('button', { name: 'Use this data' }).click();
  await expect(menu.getByLabel('Training images')).toHaveValue('8000');
  await expect(menu.getByLabel('Held-out images')).toHaveValue('2000');
  await page.keyboard.press('Escape');
  const networks = await openMenu(page, 'Network');
  await networks.getByText('LeNet-style').click();
  await page.keyboard.press('Escape');
  await setTopField(page, 'Epochs', '5');
  await expectFamily(page, 'Step decay');
  await scheduleField(page, 'Initial rate').fill('0.05');
  await scheduleField(page, 'Interval').fill('3');
  await runToTheEnd(page, 200_000);
  const run = runRows(page).first();
  expect(await percent(await cellUnder(run, 'Best held-out'))).toBeGreaterThanOrEqual(0.975);
  expect(await percent(await cellUnder(run, 'Last held-out'))).toBeGreaterThanOrEqual(0.97);
});

test('files dropped anywhere are taken, and what is wrong with others is said', async ({
  page,
}) => {
  await open(page);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const images = [
      0,
      0,
      8,
      3,
      0,
      0,
      0,
      4,
      0,
      0,
      0,
      28,
      0,
      0,
      0,
      28,
      ...new Array(4 * 784).fill(9),
    ];
    data.items.add(new File([Uint8Array.from(images)], 'tiny-images'));
    data.items.add(new File([Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 2, 0)], 'tiny-labels'));
    data.items.add(new File(['not at all'], 'notes.txt'));
    return data;
  });
  const main = page.getByRole('main');
  await main.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop files or a folder of images')).toBeVisible();
  await main.dispatchEvent('drop', { dataTransfer: transfer });
  const said = droppedFiles(page);
  await expect(said).toContainText('4 images of 28 × 28');
  await expect(said).toContainText('4 labels, 3 classes');
  await expect(said).toContainText('notes.txt is none of the files known here');
  await expectChosen(page, 'Data', 'Glyphs');
  await said.getByRole('button', { name: 'Use this data' }).click();
  await expectChosen(page, 'Data', 'tiny-images');
});

test('a schedule changed under way holds from the next step; the past stays; the edit is marked', async ({
  page,
}) => {
  await open(page);
  await trainOneEpoch(page);
  await expect(readout(page, 'Learning rate')).toHaveText('0.1');

  await chooseFamily(page, 'Exponential');
  const initial = scheduleField(page, 'Initial rate');
  await initial.fill('0.02');
  await initial.press('Enter');
  const gamma = scheduleField(page, 'Decay factor');
  await gamma.fill('0.5');
  await gamma.press('Enter');
  const mark = editMarks(page);
  await expect(mark).toHaveCount(1);
  await expect(mark).toHaveAccessibleName(/^Step 125: /);

  await runButton(page).click();
  await expect(epochsDone(page)).toHaveText(/^[2-9] \/ 30$/, {
    timeout: 60_000,
  });
  await runButton(page).click();
  await expect(runButton(page)).toHaveText('Resume', { timeout: 15_000 });
  await expect(runRows(page).getByText('1 edit', { exact: true })).toBeVisible();

  const chart = chartOf(page);
  await chart.focus();
  await chart.press('Home');
  await chart.press('PageUp');
  await expect(readout(page, 'Step')).toHaveText('125');
  await expect(readout(page, 'Learning rate')).toHaveText('0.01');
  await chart.press('ArrowLeft');
  await expect(readout(page, 'Step')).toHaveText('124');
  await expect(readout(page, 'Learning rate')).toHaveText('0.1');
});

test('a run that diverges stops, says what to try, and resumes from its last good step', async ({
  page,
}) => {
  await open(page);
  await trainOneEpoch(page);
  await chooseFamily(page, 'Constant');
  const initial = scheduleField(page, 'Initial rate');
  await initial.fill('1000000');
  await initial.press('Enter');
  await runButton(page).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The run diverged at step 126', { timeout: 15_000 });
  await expect(notice).toContainText('restored from step 125');
  await expect(runButton(page)).toHaveText('Resume');

  await initial.fill('0.01');
  await initial.press('Enter');
  await trainingBar(page).getByRole('button', { name: 'Epoch' }).click();
  await expect(epochsDone(page)).toHaveText('2 / 30', { timeout: 30_000 });
  await expect(notice).toHaveCount(0);
});
