// `npm run bench:panels [-- --rounds N --milliseconds M --json FILE] [PANEL ...]`: what an open panel costs
// training. In the page that ships, in Chromium: the images that the worker trains in a second of the
// clock, with no panel and with each, in turn, so that other load affects both alike. Panels are tabs:
// no two are open at once, so the slowest alone is the worst case. The chart is drawn all the time. Each
// panel is measured in a page and a run of its own.

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { alignTable } from '../tools/table.js';
import { median, startTraining, throughput, withSite } from './page_training.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{panel: string, closed: number[], open: number[], ratio: number}} Result */

/** What is left of the throughput, at least. */
const TARGET = 0.9;
/** Half a million steps: more than are done while one panel is measured. */
const EPOCHS = 4000;
const SETTLE_MILLISECONDS = 300;

/** Puts something into a panel that would be empty. @param {Page} page @param {string} panel */
async function fill(page, panel) {
  if (panel === 'Confusion') {
    const cell = page.locator('td.cell.right').first();
    if ((await cell.getAttribute('aria-selected')) !== 'true') await cell.click();
  }
  if (panel === 'Draw') {
    const sheet = page.locator('.drawing');
    await sheet.scrollIntoViewIfNeeded();
    const box = await sheet.boundingBox();
    if (!box) return;
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + (2 * box.height) / 3, { steps: 10 });
    await page.mouse.up();
  }
}

/**
 * Opens or closes a panel.
 *
 * @param {Page} page
 * @param {string} panel
 * @param {'closed' | 'open'} state
 */
async function put(page, panel, state) {
  const tab = page.getByRole('tab', { name: panel, exact: true });
  const selected = (await tab.getAttribute('aria-selected')) === 'true';
  if (selected !== (state === 'open')) await tab.click();
  if (state === 'open') await fill(page, panel);
}

/**
 * @param {Page} page
 * @param {string} panel
 * @param {{rounds: number, milliseconds: number}} options
 * @returns {Promise<Result>}
 */
async function measure(page, panel, { rounds, milliseconds }) {
  /** @type {Result} */
  const result = { panel, closed: [], open: [], ratio: 0 };
  await startTraining(page, EPOCHS);
  await page.waitForTimeout(3 * SETTLE_MILLISECONDS);
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ['closed', 'open'] : ['open', 'closed'];
    for (const state of /** @type {('closed' | 'open')[]} */ (order)) {
      await put(page, panel, state);
      await page.waitForTimeout(SETTLE_MILLISECONDS);
      result[state].push(await throughput(page, milliseconds));
    }
  }
  result.ratio = median(result.open.map((images, round) => images / result.closed[round]));
  return result;
}

/** @param {Result} result */
const row = ({ panel, closed, open, ratio }) => [
  panel,
  median(closed).toFixed(0),
  median(open).toFixed(0),
  ratio.toFixed(3),
];

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '4' },
      milliseconds: { type: 'string', default: '1500' },
      json: { type: 'string' },
    },
  });
  const options = { rounds: Number(values.rounds), milliseconds: Number(values.milliseconds) };
  /** @type {Result[]} */
  const results = [];
  await withSite(async (open) => {
    const all = await (await open()).getByRole('tab').allTextContents();
    for (const panel of positionals.length > 0 ? positionals : all) {
      results.push(await measure(await open(), panel, options));
      say(`${panel}: ${results[results.length - 1].ratio.toFixed(3)}`);
    }
  });
  const head = ['panel', 'images/s without', 'images/s with', 'ratio'];
  say(alignTable([head, ...results.map(row)]));
  const least = results.reduce((a, b) => (b.ratio < a.ratio ? b : a));
  const verdict = least.ratio >= TARGET ? 'reached' : 'missed';
  say(
    `No two panels are open at once. The dearest, ${least.panel}: ${least.ratio.toFixed(3)}; ` +
      `the target of ${TARGET} is ${verdict}.`,
  );
  if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
});
