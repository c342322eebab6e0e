// The chart: one x axis and one cursor over its bands, scales, smoothing, further traces, the drops of the
// rate, the table, and the chart as files. Asked of names, readouts and files, not of how it is drawn.

import {
  bandOf,
  chartOf,
  countIn,
  drag,
  expectAll,
  expectInSight,
  OVER,
  pointAt,
  save,
  stepAt,
  stepRead,
  STEPS,
  wordsDrawn,
} from './chart.js';
import { chartPanel, expect, open, readout, test, trainOneEpoch } from './page.js';
import { rowsOf } from './runs.js';
import { chooseFamily } from './schedule.js';

const NORMS = 'Weight norm, gradient norm';

/** What the table has a row for. @param {import('@playwright/test').Page} page @param {'epoch' | 'step'} unit */
const rowForEach = (page, unit) =>
  page.getByRole('group', { name: 'One row per' }).getByRole('radio', { name: unit }).check(OVER);

test('rate, accuracy and loss lie over one x axis: one cursor reads the same step in each', async ({
  page,
}) => {
  await open(page);
  for (const name of ['Learning rate', 'Accuracy', 'Loss'])
    await expect(chartOf(page).getByRole('heading', { name })).toBeVisible();
  await expectAll(page);
  await pointAt(page, 0.4, 'Learning rate');
  await expect.poll(() => stepRead(page)).toBeGreaterThan(0.4 * STEPS - 4);
  const step = await stepRead(page);
  expect(step).toBeLessThan(0.4 * STEPS + 4);
  for (const name of /** @type {const} */ (['Accuracy', 'Loss'])) {
    await pointAt(page, 0.9, name);
    await expect(readout(page, 'Step')).not.toHaveText(String(step));
    await pointAt(page, 0.4, name);
    await expect.poll(() => stepRead(page)).toBe(step);
  }
  await page.mouse.move(2, 2);
  await expect(readout(page, 'Step')).toHaveText('0');
});

test('the cursor reads exact values, those of the table, and moves by key', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const chart = chartOf(page);
  await chart.focus();
  await chart.press('Home');
  for (let press = 0; press < 3; press++) await chart.press('ArrowRight');
  await expect(readout(page, 'Step')).toHaveText('3');
  const read = { rate: await readout(page, 'Learning rate').textContent() };
  await chart.press('PageUp');
  await expect(readout(page, 'Step')).toHaveText('128');
  await chart.press('ArrowLeft');
  await expect(readout(page, 'Step')).toHaveText('127');
  await chart.press('End');
  await expect.poll(() => stepRead(page)).toBe(STEPS - 1);
  await chart.press('Escape');
  await expect(readout(page, 'Step')).toHaveText('124');

  // Not smoothed, the cursor reads each batch itself: the row of the table.
  await page.getByRole('slider', { name: 'Smoothing' }).fill('0');
  await chart.focus();
  await chart.press('Home');
  for (let press = 0; press < 3; press++) await chart.press('ArrowRight');
  const loss = (await readout(page, 'Loss').textContent()) ?? '';
  const training = Number.parseFloat((await readout(page, 'Training').textContent()) ?? '');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await rowForEach(page, 'step');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^3$/ }) });
  await expect(row.getByRole('cell').nth(2)).toHaveText(read.rate ?? '');
  await expect(row.getByRole('cell').nth(4)).toHaveText(loss);
  const batch = Number.parseFloat((await row.getByRole('cell').nth(3).textContent()) ?? '');
  expect(Math.abs(batch - training)).toBeLessThan(0.06);
});

test('the x axis counts epochs, steps or seconds, and says which', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const whole = await wordsDrawn(page);
  expect(whole).toContain('30');
  for (const unit of /** @type {const} */ (['step', 'seconds', 'epoch'])) {
    await countIn(page, unit);
    expect(await wordsDrawn(page)).toContain(unit);
    const other = unit === 'epoch' ? 'step' : 'epoch';
    await expect(chartOf(page).getByText(new RegExp(`^${unit}${other}$`))).toBeVisible();
  }
  // The same stretch of the run stays in sight.
  await drag(page, 0.2, 0.4);
  await expectInSight(page, 0.2 * STEPS, 0.4 * STEPS);
  await countIn(page, 'step');
  await expectInSight(page, 0.2 * STEPS, 0.4 * STEPS);
  await countIn(page, 'epoch');
  await page.reload();
  await expect(
    page.getByRole('group', { name: 'x axis' }).getByRole('radio', { name: 'epoch' }),
  ).toBeChecked();
});

test('in seconds the cursor is where the run was then', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  await countIn(page, 'seconds');
  const read = async (/** @type {number} */ share) => {
    const step = await stepAt(page, share);
    const seconds = Number.parseFloat((await readout(page, 'Seconds').textContent()) ?? '');
    return { step, seconds };
  };
  const end = await read(0.02);
  expect(end.step).toBeLessThan(STEPS / 10);
  // Zoomed about the middle, not about the cursor, which has left.
  await page.mouse.move(2, 2);
  await expect(readout(page, 'Step')).toHaveText('124');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await read(0.02)).step).not.toBe(end.step);
});

test('rate and loss have a logarithmic or a linear scale, as their switches say', async ({
  page,
}) => {
  await open(page);
  await trainOneEpoch(page);
  for (const axis of ['Learning rate', 'Loss']) {
    const before = await wordsDrawn(page);
    await page.getByRole('button', { name: `${axis}: log scale. Switch to linear` }).click();
    await expect.poll(() => wordsDrawn(page)).not.toEqual(before);
    await page.getByRole('button', { name: `${axis}: linear scale. Switch to log` }).click();
    await expect.poll(() => wordsDrawn(page)).toEqual(before);
  }
  // Half way up a plain axis from zero lies half of the rate; of decades that is the middle one.
  await page.getByRole('button', { name: 'Learning rate: log scale. Switch to linear' }).click();
  await expect.poll(() => wordsDrawn(page)).toContain('0.05');
  await page.reload();
  await expect(
    page.getByRole('button', { name: 'Learning rate: linear scale. Switch to log' }),
  ).toBeVisible();
});

test('smoothing is exponential and honest at the start', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const chart = chartOf(page);
  const slider = page.getByRole('slider', { name: 'Smoothing' });
  const lossAt = async (/** @type {'Home' | 'PageUp'} */ key) => {
    await chart.focus();
    await chart.press('Home');
    if (key === 'PageUp') for (let press = 0; press < 40; press++) await chart.press('ArrowRight');
    await expect(readout(page, 'Step')).toHaveText(key === 'Home' ? '0' : '40');
    return readout(page, 'Loss').textContent();
  };
  await slider.fill('0');
  await expect(slider).toHaveAttribute('aria-valuetext', 'none');
  const [first, later] = [await lossAt('Home'), await lossAt('PageUp')];
  await slider.fill('100');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.999');
  // The mean of one value is that value: nothing pulls the start towards zero.
  expect(await lossAt('Home')).toBe(first);
  expect(await lossAt('PageUp')).not.toBe(later);
  await page.getByRole('button', { name: 'default' }).click();
  await expect(page.getByRole('button', { name: 'default' })).toHaveCount(0);
});

test('where the rate drops it is said by how much', async ({ page }) => {
  await open(page);
  const drops = async () => (await wordsDrawn(page)).filter((words) => words.startsWith('÷'));
  expect((await drops()).length).toBeGreaterThan(1);
  await chooseFamily(page, 'Constant');
  await expect.poll(drops).toEqual([]);
});

test('norms of the weights and of the gradient are further traces', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  await expect(bandOf(page, NORMS)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Weight norm' }).check();
  await expect(chartOf(page).getByRole('heading', { name: 'Weight norm' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Gradient norm' }).check();
  await expect(bandOf(page, NORMS)).toBeVisible();
  await expect(readout(page, 'Gradient')).toHaveText(/^\d+\.\d+$/);
  const words = await wordsDrawn(page);
  expect(words).toContain(NORMS);
  expect(words.some((each) => /^weights \d/.test(each))).toBe(true);
  expect(words.some((each) => /^gradient \d/.test(each))).toBe(true);
  await pointAt(page, 0.4, NORMS);
  await expect.poll(() => stepRead(page)).toBeGreaterThan(0.4 * STEPS - 4);
  await page.getByRole('checkbox', { name: 'Weight norm' }).uncheck();
  await page.getByRole('checkbox', { name: 'Gradient norm' }).uncheck();
  await expect(bandOf(page, NORMS)).toHaveCount(0);
});

test('it is read as a table, by epoch or by step, of what is in sight', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  await drag(page, 0, 0.03);
  const seen = await stepAt(page, 1);
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = chartPanel(page).getByRole('table');
  await expect(table.getByRole('columnheader').first()).toHaveText('Epoch');
  await expect(rowsOf(table)).toHaveCount(1);
  await rowForEach(page, 'step');
  await expect(table.getByRole('rowheader').first()).toHaveText('0');
  expect(Math.abs((await table.getByRole('rowheader').count()) - seen)).toBeLessThan(4);
  await rowForEach(page, 'epoch');
  await page.getByRole('button', { name: 'Show as chart' }).click();
  await expect(chartOf(page)).toBeVisible();
});

test('it is saved as a picture, as lines and as numbers', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const png = await save(page, 'Image (PNG)');
  expect(png.name).toMatch(/\.png$/);
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  expect(png.content.readUInt32BE(16)).toBe(2400);
  const colours = await page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const ctx = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      ctx.drawImage(bitmap, 0, 0);
      const { data } = ctx.getImageData(0, 0, bitmap.width, bitmap.height);
      return new Set(new Uint32Array(data.buffer)).size;
    },
    [...png.content],
  );
  expect(colours).toBeGreaterThan(50);

  const svg = await save(page, 'Vector graphic (SVG)');
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.content.toString()).toMatch(/^(<\?xml.*\?>\s*)?<svg/);
  expect(svg.content.toString().match(/<path/g)?.length).toBeGreaterThan(8);
  expect(svg.content.toString()).not.toContain('<image');
  const words = await wordsDrawn(page);
  for (const each of ['Learning rate', 'Accuracy', 'Loss', 'epoch']) expect(words).toContain(each);

  const steps = await save(page, 'Steps (CSV)');
  expect(steps.name).toMatch(/-steps\.csv$/);
  const lines = steps.content.toString().trim().split('\r\n');
  expect(lines).toHaveLength(1 + 125);
  expect(lines[0]).toMatch(/^run,name,step,epoch,rate,loss,accuracy/);
  const epochs = await save(page, 'Epochs (CSV)');
  expect(epochs.content.toString().trim().split('\r\n')).toHaveLength(1 + 1);
});
