// What is taken along and what is brought: links and files, and those made to do harm.

import { readFile } from 'node:fs/promises';
import { linkOf } from '../../web/features/sharing/share_link.js';
import {
  drop,
  epochsDone,
  expect,
  expectChosen,
  message,
  noticeOf,
  open,
  readout,
  resumeOffer,
  runButton,
  runToTheEnd,
  settings,
  setTopField,
  shelf,
  test,
} from './page.js';
import { cellUnder, runRows } from './runs.js';

/** @typedef {import('@playwright/test').Page} Page */

const said = (/** @type {Page} */ page) => message(page);
const seed = (/** @type {Page} */ page) => settings(page).getByLabel('Seed');

/** @param {Page} page */
async function files(page) {
  await page.getByRole('button', { name: 'Files: open and save' }).click();
  return page.getByRole('dialog', { name: 'Files: open and save' });
}

/** @param {any} document */
const link = (document) => `/${linkOf(document)}`;

/** @param {Page} page @param {string} label */
async function save(page, label) {
  const panel = await files(page);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: label }).click();
  const saved = await download;
  await page.keyboard.press('Escape');
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

test('a link carries the experiment to another browser, and runs nothing', async ({
  page,
  browser,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await setTopField(page, 'Seed', '4321');
  const panel = await files(page);
  await panel.getByLabel('Name of the experiment').fill('Step by step');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await expect(said(page)).toContainText('contains the whole experiment');
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address.startsWith(`${baseURL}/#x=`)).toBe(true);

  const other = await (await browser.newContext()).newPage();
  await other.goto(address);
  await expect(said(other)).toContainText('Opened from a link: Step by step.');
  await expect(seed(other)).toHaveValue('4321');
  await expect(runButton(other)).toHaveText('Run');
  await expect(epochsDone(other)).toHaveText('0 / 30');
  expect(new URL(other.url()).hash).toBe('');
  await other.context().close();
});

test('a link that is opened on a page in use sets its run aside', async ({ page }) => {
  await open(page);
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume');
  await page.evaluate(
    (hash) => (location.hash = hash),
    linkOf(
      /** @type {any} */ ({
        version: 1,
        seed: 5,
      }),
    ) ?? '',
  );
  await expect(seed(page)).toHaveValue('5');
  await expect(resumeOffer(page)).toContainText('Run 1 was interrupted at step 1 of 3,750.');
  await resumeOffer(page).getByRole('button', { name: 'Resume' }).click();
  await expect(seed(page)).toHaveValue('1');
  await expect(runButton(page)).toHaveText('Pause');
});

test('damaged and hostile links are refused in words, and the page goes on', async ({ page }) => {
  await open(page);
  await setTopField(page, 'Seed', '8');
  const conv = { type: 'conv2d', filters: 1e12, kernel: 3 };
  const hostile = /** @type {[string, RegExp][]} */ ([
    ['/#x=AAAA', /damaged/],
    [`/#x=${'A'.repeat(9000)}`, /too long/],
    [link({ version: 2 }), /newer/],
    [link({ version: 1, network: { input: [28, 28, 1], layers: [conv] } }), /filters/],
    [link({ version: 1, data: { source: 'glyphs', train: 1e12 } }), /data.train/],
    [link(JSON.parse('{"version": 1, "__proto__": {"a": 1}}')), /__proto__: unknown/],
    [link({ version: 1, name: '<img src=x onerror=alert(1)>', seed: -1 }), /seed/],
    [
      link({
        version: 1,
        training: { batch_size: 2e8 },
        data: { source: 'shapes', size: 224, train: 1e9 },
      }),
      /not opened/,
    ],
  ]);
  for (const [address, words] of hostile) {
    await page.goto(address);
    await expect(said(page)).toContainText(words);
    await expect(said(page)).toContainText('was not opened');
    await expect(seed(page)).toHaveValue('8');
    await said(page).getByRole('button', { name: 'Close' }).click();
    await expect(said(page)).toHaveCount(0);
  }
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume');
});

test('a link to an experiment on own files names them', async ({ page }) => {
  const data = {
    source: 'npz',
    file: 'mine.npz',
    images: 'x',
    labels: 'y',
    train: 40,
    validation: 10,
  };
  await page.goto(link({ version: 1, data }));
  await expect(noticeOf(page, 'mine.npz')).toContainText('choose or drop');
});

test('experiment, history, runs and weights are saved and opened again', async ({ page }) => {
  await open(page);
  await setTopField(page, 'Epochs', '1');
  await setTopField(page, 'Seed', '6');
  await runToTheEnd(page);
  const experiment = await save(page, 'Save experiment');
  const history = await save(page, 'Save history');
  const runs = await save(page, 'Save all runs');
  const weights = await save(page, 'Save weights');
  expect([experiment.name, history.name, runs.name, weights.name]).toEqual([
    'experiment.json',
    'run-1-history.json',
    'runs.json',
    'run-1-step-125.safetensors',
  ]);
  expect(JSON.parse(history.bytes.toString())).toMatchObject({
    name: '',
    experiment: { seed: 6 },
    layers: expect.any(Array),
  });

  await setTopField(page, 'Seed', '7');
  const panel = await files(page);
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Open a file' }).press('Enter');
  await (await chooser).setFiles({ name: experiment.name, mimeType: '', buffer: experiment.bytes });
  await expect(seed(page)).toHaveValue('6');
  await page.keyboard.press('Escape');
  const rows = runRows(page);
  await drop(page, { 'run-1-history.json': history.bytes });
  await expect(rows).toHaveCount(2);
  await drop(page, { 'runs.json': runs.bytes });
  await expect(rows).toHaveCount(3);
  const bests = await Promise.all(
    (await rows.all()).map(async (row) => (await cellUnder(row, 'Best held-out')).textContent()),
  );
  expect(new Set(bests).size).toBe(1);
  await page.reload();
  await expect(rows).toHaveCount(3);

  await drop(page, { 'w.safetensors': weights.bytes });
  await expect(said(page)).toContainText('The next run starts from the weights of w.safetensors');
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume');
  expect(Number(await readout(page, 'Loss').textContent())).toBeLessThan(2);
});

test('files that are none of ours, damaged or huge are refused by name', async ({ page }) => {
  await open(page);
  await drop(page, { 'binary.json': Buffer.alloc(5_000_000, 0xfe) });
  await expect(said(page)).toContainText('binary.json was not opened');
  await drop(page, { 'cut.json': Buffer.from('{"version": 1, "seed"') });
  await expect(said(page)).toContainText('"cut.json" is no JSON');
  await page.getByRole('main').evaluate((main) => {
    const transfer = new DataTransfer();
    const piece = new Uint8Array(2 ** 20).fill(32);
    transfer.items.add(new File(Array(300).fill(piece), 'huge.json'));
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true });
    main.dispatchEvent(event);
  });
  await expect(said(page)).toContainText('takes 315 MB');
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume');
});

test('own files come back with the experiment after a reload', async ({ page }) => {
  const file = Buffer.alloc(200 * 3073);
  for (let i = 0; i < 200; i++) file.fill(i % 3, i * 3073, i * 3073 + 1);
  await open(page);
  await drop(page, { 'data_batch_1.bin': file });
  await page.getByRole('button', { name: 'Use this data' }).click();
  await expectChosen(page, 'Data', 'CIFAR-10');
  await expect.poll(() => shelf(page, 'files')).toHaveLength(1);
  await page.reload();
  await expectChosen(page, 'Data', 'CIFAR-10');
  await expect(noticeOf(page, 'data_batch_1.bin')).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(runButton(page)).toHaveText('Resume', { timeout: 20_000 });
});
