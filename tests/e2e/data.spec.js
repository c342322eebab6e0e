// The reader's own data in the formats that are made of several images a file, from the drop to the
// first epoch.

import { crc32, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, open, openMenu, percent, readout, runButton, setTopField, test } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Drops files onto the page.
 *
 * @param {Page} page
 * @param {Record<string, Uint8Array>} files
 */
async function drop(page, files) {
  const encoded = Object.entries(files).map(([name, bytes]) => ({
    name,
    text: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, encoded);
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/** Trains one epoch, of several dozen steps, to its end. @param {Page} page */
async function trainOnce(page) {
  await setTopField(page, 'Batch', '4');
  await setTopField(page, 'Epochs', '1');
  await runButton(page).click();
  await expect(runButton(page)).toHaveText('Run again', { timeout: 60_000 });
  return percent(readout(page, 'held-out'));
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
  const said = page.locator('.drop-said');
  await expect(said).toContainText('data_batch_1.bin 400 images of 32 × 32 × 3, 10 classes');
  await expect(said).toContainText('The next run trains on data_batch_1.bin.');
  await expect(page.locator('[data-menu=data] .setting-value')).toHaveText('CIFAR-10');
  expect(await trainOnce(page)).toBeGreaterThan(0.9);
});

test('a source whose files are missing is not taken', async ({ page }) => {
  await open(page);
  const menu = await openMenu(page, 'data');
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
  await expect(page.locator('.drop-said')).toContainText('180 pictures of 3 classes');
  const menu = await openMenu(page, 'data');
  await expect(menu.getByLabel('Training images')).toHaveValue('144');
  await menu.getByLabel('Side').fill('24');
  await page.keyboard.press('Escape');
  expect(await trainOnce(page)).toBeGreaterThan(0.9);
});

test('a picture that cannot be decoded is named', async ({ page }) => {
  const good = png(8, 8, colours[0]);
  const zip = zipSync({ a: { '1.png': good }, b: { '2.png': good.subarray(0, 40) } });
  await open(page);
  await drop(page, { 'bad.zip': zip });
  await expect(page.locator('[data-menu=data] .setting-value')).toHaveText('bad.zip');
  await runButton(page).click();
  await expect(page.locator('.notice[role=alert]')).toContainText(
    'b/2.png of "bad.zip" cannot be decoded as a picture',
  );
});

/**
 * A picture of one colour. Format: RFC 2083.
 *
 * @param {number} width
 * @param {number} height
 * @param {number[]} colour
 */
function png(width, height, colour) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = [0, ...Array.from({ length: width }, () => colour).flat()];
  const rows = Buffer.from(Array.from({ length: height }, () => row).flat());
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(rows)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
