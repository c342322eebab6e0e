// Training as a reader sees it: the first press, real files, a schedule changed under way.

import {
  chooseFamily,
  expect,
  mnistFiles,
  open,
  openMenu,
  percent,
  readout,
  runButton,
  setTopField,
  test,
  trainOneEpoch,
} from './page.js';

test('one press trains: a first point within two seconds, and past 90 % held-out', async ({
  page,
}) => {
  await open(page);
  await runButton(page).click();
  await expect(readout(page, 'training')).toContainText('%', { timeout: 2000 });
  await expect
    .poll(() => percent(page.locator('.runs tbody tr').first().locator('[data-value=best]')), {
      timeout: 100_000,
      intervals: [500],
    })
    .toBeGreaterThan(0.9);
  await expect(page.locator('.figure.speed b')).not.toHaveText('–');
  await expect(page.locator('.figure.left b')).toHaveText(/\d:\d\d/);
});

test('real MNIST files, LeNet, step decay: 97.5 % held-out', async ({ page }) => {
  const files = mnistFiles();
  test.setTimeout(240_000);
  test.skip(!files, 'the MNIST files are not beside this repository');
  await open(page);
  const menu = await openMenu(page, 'data');
  await menu.getByLabel('Choose files').setInputFiles(files ?? []);
  await expect(menu.locator('.detected-format')).toContainText('10,000 images of 28 × 28');
  await expect(menu.locator('.detected-format')).toContainText('10,000 labels, 10 classes');
  await menu.getByRole('button', { name: 'Use this data' }).click();
  await expect(menu.getByLabel('Training images')).toHaveValue('8000');
  await expect(menu.getByLabel('Held-out images')).toHaveValue('2000');
  await page.keyboard.press('Escape');
  const networks = await openMenu(page, 'network');
  await networks.getByText('LeNet-style').click();
  await page.keyboard.press('Escape');
  await setTopField(page, 'Epochs', '5');
  await expect(page.locator('.family-button')).toHaveAttribute('data-type', 'step');
  await page.locator('.schedule').getByLabel('Initial rate').first().fill('0.05');
  await page.locator('.schedule').getByLabel('Interval').first().fill('3');
  await runButton(page).click();
  await expect(runButton(page)).toHaveText('Run again', { timeout: 200_000 });
  const [last, best] = await Promise.all(
    ['last', 'best'].map((value) => percent(page.locator(`.runs tbody tr [data-value=${value}]`))),
  );
  expect(best).toBeGreaterThanOrEqual(0.975);
  expect(last).toBeGreaterThanOrEqual(0.97);
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
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.locator('.drop-zone')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  const said = page.locator('.drop-notice');
  await expect(said).toContainText('4 images of 28 × 28');
  await expect(said).toContainText('4 labels, 3 classes');
  await expect(said).toContainText('notes.txt is none of the files known here');
  await expect(page.locator('[data-menu=data] .setting-value')).toHaveText('Glyphs');
  await said.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.locator('[data-menu=data] .setting-value')).toHaveText('tiny-images');
});

test('a schedule changed under way holds from the next step; the past stays; the edit is marked', async ({
  page,
}) => {
  await open(page);
  await trainOneEpoch(page);
  await expect(readout(page, 'rate')).toHaveText('0.1');

  await chooseFamily(page, 'exponential');
  const initial = page.locator('.schedule').getByLabel('Initial rate').first();
  await initial.fill('0.02');
  await initial.press('Enter');
  const gamma = page.locator('.schedule').getByLabel('Decay').first();
  await gamma.fill('0.5');
  await gamma.press('Enter');
  const mark = page.locator('.chart-mark:visible');
  await expect(mark).toHaveCount(1);
  await expect(mark).toHaveAttribute('data-step', '125');

  await runButton(page).click();
  await expect(page.locator('.progress-epoch output')).toHaveText(/^[2-9] \/ 30$/, {
    timeout: 60_000,
  });
  await runButton(page).click();
  await expect(runButton(page)).toHaveText('Resume', { timeout: 15_000 });
  await expect(page.locator('.runs tbody .edited')).toHaveText('1 edit');

  const chart = page.locator('.bands');
  await chart.focus();
  await chart.press('Home');
  await chart.press('PageUp');
  await expect(readout(page, 'step')).toHaveText('125');
  await expect(readout(page, 'rate')).toHaveText('0.01');
  await chart.press('ArrowLeft');
  await expect(readout(page, 'step')).toHaveText('124');
  await expect(readout(page, 'rate')).toHaveText('0.1');
});

test('a run that diverges stops, says what to try, and resumes from its last good step', async ({
  page,
}) => {
  await open(page);
  await trainOneEpoch(page);
  await chooseFamily(page, 'constant');
  const initial = page.locator('.schedule').getByLabel('Initial rate').first();
  await initial.fill('1000000');
  await initial.press('Enter');
  await runButton(page).click();
  const notice = page.locator('.notice[role=alert]');
  await expect(notice).toContainText('The run diverged at step 126', { timeout: 15_000 });
  await expect(notice).toContainText('back as they were at step 125');
  await expect(runButton(page)).toHaveText('Resume');

  await initial.fill('0.01');
  await initial.press('Enter');
  await page.locator('.training-bar').getByRole('button', { name: 'Epoch' }).click();
  await expect(page.locator('.progress-epoch output')).toHaveText('2 / 30', { timeout: 30_000 });
  await expect(notice).toHaveCount(0);
});
