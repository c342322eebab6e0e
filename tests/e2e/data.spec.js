// The reader's own data in the formats that are made of several images a file, from the drop to the
// first epoch.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { npy, png } from './image_files.js';
import {
  drop,
  droppedFiles,
  epochsDone,
  expect,
  expectChosen,
  open,
  openMenu,
  percent,
  readout,
  runButton,
  runToTheEnd,
  setTopField,
  test,
} from './page.js';
import { openPanel } from './panels.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Says that what was understood is right. @param {Page} page */
const use = (page) => page.getByRole('button', { name: 'Use this data' }).click();

/** @param {Page} page */
async function openDataPanel(page) {
  const panel = await openPanel(page, 'Data');
  await expect(pictures(page).first()).toBeVisible();
  return panel;
}

/** @param {Page} page */
const pictures = (page) => page.getByRole('group', { name: 'Image folder' }).getByRole('button');

/** How many images of each class there are. @param {Page} page */
const balance = (page) => page.getByRole('table', { name: 'Images per class' });

/** The pixels of a canvas, as one text. @param {import('@playwright/test').Locator} canvas */
const drawing = (canvas) =>
  canvas.evaluate((element) => /** @type {HTMLCanvasElement} */ (element).toDataURL());

/** Trains one epoch, of several dozen steps, to its end. @param {Page} page */
async function trainOnce(page) {
  await setTopField(page, 'Batch', '4');
  await setTopField(page, 'Epochs', '1');
  await runToTheEnd(page);
  return percent(readout(page, 'Held-out'));
}

/** A colour for each class, so that one epoch is enough to learn them. */
const colours = [
  [220, 30, 30],
  [30, 220, 30],
  [30, 30, 220],
];

test('a CIFAR file that is dropped is understood and trains', async ({ page }) => {
  const count = 400;
  const file = new Uint8Array(count * 3073);
  for (let i = 0; i < count; i++) {
    file[i * 3073] = i % 3;
    colours[i % 3].forEach((value, channel) => {
      const start = i * 3073 + 1 + channel * 1024;
      file.fill(value + (i % 17), start, start + 1024);
    });
  }
  await open(page);
  await drop(page, { 'data_batch_1.bin': file });
  const said = droppedFiles(page);
  await expect(said).toContainText('data_batch_1.bin 400 images of 32 × 32 × 3, 10 classes');
  await expectChosen(page, 'Data', 'Glyphs');
  await use(page);
  await expect(said).toContainText('The next run trains on data_batch_1.bin.');
  await expectChosen(page, 'Data', 'CIFAR-10');
  expect(await trainOnce(page)).toBeGreaterThan(0.9);
});

test('a source whose files are missing is not taken', async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await menu.getByText('CIFAR', { exact: true }).click();
  await chooser;
  await expect(menu.getByRole('radio', { checked: true })).toHaveAccessibleName(/^Glyphs/);
});

test('a zip of pictures is decoded by the browser and trains', async ({ page }) => {
  const names = ['cherry', 'leaf', 'sky'];
  const folders = Object.fromEntries(
    names.map((name, label) => [
      name,
      Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`${i}.png`, png(20 + (i % 5), 18, colours[label])]),
      ),
    ]),
  );
  await open(page);
  await drop(page, { 'pictures.zip': zipSync({ pictures: folders }) });
  await expect(droppedFiles(page)).toContainText('180 images, 3 classes');
  await use(page);
  const menu = await openMenu(page, 'Data');
  await expect(menu.getByLabel('Training images')).toHaveValue('144');
  await menu.getByLabel('Image size').fill('24');
  await page.keyboard.press('Escape');
  expect(await trainOnce(page)).toBeGreaterThan(0.9);
});

test('a picture that cannot be decoded is named', async ({ page }) => {
  const good = png(8, 8, colours[0]);
  const zip = zipSync({ a: { '1.png': good }, b: { '2.png': good.subarray(0, 40) } });
  await open(page);
  await drop(page, { 'bad.zip': zip });
  await use(page);
  await expectChosen(page, 'Data', 'bad.zip');
  await runButton(page).click();
  await expect(page.getByRole('alert')).toContainText(
    'b/2.png of "bad.zip" cannot be decoded as a picture',
  );
});

test('what was understood is let go by Cancel', async ({ page }) => {
  await open(page);
  await drop(page, { 'a.bin': new Uint8Array(3073 * 4) });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(droppedFiles(page).getByText('a.bin')).toHaveCount(0);
  await expectChosen(page, 'Data', 'Glyphs');
});

test('a long reading says how far it is, and is given up by one press', async ({ page }) => {
  const picture = png(400, 400, colours[0]);
  const many = () =>
    Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`${i}.png`, picture]));
  await open(page);
  await drop(page, { 'many.zip': zipSync({ a: many(), b: many() }, { level: 0 }) });
  await use(page);
  await runButton(page).click();
  const files = droppedFiles(page);
  const progress = files.getByRole('progressbar');
  await expect(files).toContainText(/many.zip: [\d,]+ of 3,000 images decoded/);
  await expect(progress).toBeVisible();
  await files.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await expect(runButton(page)).toHaveText(/Run/);
  await expectChosen(page, 'Data', 'many.zip');
});

test('a folder is chosen, its class names stand at its pictures', async ({ page }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anneal-'));
  for (const [label, name] of ['cherry', 'leaf'].entries()) {
    mkdirSync(path.join(folder, name));
    for (let i = 0; i < 10; i++) {
      writeFileSync(path.join(folder, name, `${i}.png`), png(12, 12, colours[label]));
    }
  }
  await open(page);
  const menu = await openMenu(page, 'Data');
  await menu.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(menu.getByRole('status')).toContainText('20 images, 2 classes');
  await use(page);
  await page.keyboard.press('Escape');
  await openDataPanel(page);
  await expect(balance(page).getByRole('rowheader')).toHaveText(['cherry', 'leaf', 'Total']);
  await expect(pictures(page)).toHaveCount(16);
  await page.getByLabel('Class', { exact: true }).selectOption('leaf');
  await expect(pictures(page).first()).toHaveAccessibleName(/: leaf$/);
});

test('arrays of an npz are previewed with their numbers as classes', async ({ page }) => {
  const count = 30;
  const images = new Uint8Array(count * 36).map((_, i) => (Math.floor(i / 36) % 3) * 100);
  const labels = new Uint8Array(count).map((_, i) => i % 3);
  const file = zipSync({
    'x_train.npy': npy(`${count}, 6, 6`, images),
    'y_train.npy': npy(`${count},`, labels),
  });
  await open(page);
  await drop(page, { 'small.npz': file });
  await expect(droppedFiles(page)).toContainText('30 images of 6 × 6 × 1');
  await use(page);
  await openDataPanel(page);
  await expect(pictures(page)).toHaveCount(24);
  await expect(balance(page).getByRole('rowheader')).toHaveText(['0', '1', '2', 'Total']);
});

test('images are shown with labels, by part and class, page by page', async ({ page }) => {
  await open(page);
  const panel = await openDataPanel(page);
  await expect(pictures(page)).toHaveCount(40);
  await expect(panel.getByText('1 to 40 of 4,000', { exact: true })).toBeVisible();
  const first = await pictures(page).first().getAttribute('aria-label');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(panel.getByText('41 to 80 of 4,000', { exact: true })).toBeVisible();
  await expect(pictures(page).first()).not.toHaveAccessibleName(first ?? '');
  await page.getByLabel('Class', { exact: true }).selectOption('7');
  await expect(pictures(page).first()).toHaveAccessibleName(/: 7$/);
  await page
    .getByRole('group', { name: 'Images', exact: true })
    .getByText('Held-out', { exact: true })
    .click();
  await expect(page.getByText('Held-out images are never augmented.')).toBeVisible();
  const together = balance(page).getByRole('row', { name: /^Total/ });
  await expect(together.getByRole('cell')).toHaveText(['4,000', '1,000']);
});

test('pictures are gone through with the arrow keys', async ({ page }) => {
  await open(page);
  await openDataPanel(page);
  await pictures(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(pictures(page).nth(1)).toBeFocused();
  await expect(pictures(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('End');
  await expect(pictures(page).last()).toBeFocused();
});

test('difficulty changes the images, a bad value is said beside it, wrong labels are marked', async ({
  page,
}) => {
  await open(page);
  const panel = await openDataPanel(page);
  const canvas = pictures(page).first().locator('canvas');
  const before = await drawing(canvas);
  await panel.getByLabel('Clutter').fill('20');
  await expect.poll(() => drawing(canvas)).not.toBe(before);
  await panel.getByLabel('Clutter').fill('99');
  await expect(panel.getByRole('alert')).toContainText('Expected an integer from 0 to 40, got 99');
  await panel.getByLabel('Clutter').fill('1');
  await expect.poll(() => drawing(canvas)).toBe(before);
  await panel.getByLabel('Label noise').fill('1');
  await expect(panel).toContainText('4,000 training labels are deliberately wrong');
  const wrong = page.getByRole('button', { name: /true class \d, labelled \d/ });
  await expect(wrong).toHaveCount(40);
});

test('augmentation shows an image as each epoch will see it; standardising is said', async ({
  page,
}) => {
  await open(page);
  const panel = await openDataPanel(page);
  const frames = panel.getByRole('figure').getByRole('img');
  await expect(frames).toHaveCount(9);
  expect(await drawing(frames.nth(1))).toBe(await drawing(frames.nth(0)));
  await panel.getByLabel('Random shift').fill('5');
  await expect
    .poll(async () => (await drawing(frames.nth(1))) === (await drawing(frames.nth(2))))
    .toBe(false);
  await expect(panel).toContainText('byte / 255, from 0 to 1');
  await panel.getByText('Standardise each channel').click();
  await expect(panel).toContainText(/mean 0\.\d{3}, standard deviation 0\.\d{3}/);
  await page.getByRole('button', { name: 'Later epochs' }).click();
  await expect(panel.getByRole('figure')).toContainText('epoch 9');
});

test('looking at images leaves a run that goes on alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('e');
  const panel = await openDataPanel(page);
  await panel.getByLabel('Noise', { exact: true }).fill('0.2');
  await expect(epochsDone(page)).toHaveText('1 / 30', { timeout: 60_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});
