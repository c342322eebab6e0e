// `npm run bench:panels [-- --rounds N --seconds S --json FILE]`: what an open panel costs training.
// In the page that ships, in Chromium: the images that the worker trains in a second of the clock,
// with no panel and with each, in turn, so that what else the machine does hits both. Panels are
// tabs: one is open at a time. The page's own figure would not do, as it leaves the looks out.

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { preview } from 'vite';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { buildSite } from '../../bindings/toolchain/site.js';
import { alignTable } from '../tools/table.js';
import { launchBrowser } from './pages.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{panel: string, closed: number[], open: number[], ratio: number}} Result */

/** What is left of the throughput, at least. */
const TARGET = 0.9;
/** So long that no measurement sees the end of it. */
const EPOCHS = '4000';
const BATCH = 32;
const SETTLE_MILLISECONDS = 500;

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Images a second of the clock: steps between two changes of the figure on the page.
 *
 * @param {Page} page
 * @param {number} seconds
 * @returns {Promise<number>}
 */
async function throughput(page, seconds) {
  await page.waitForTimeout(SETTLE_MILLISECONDS);
  const pace = await page.evaluate(async (milliseconds) => {
    const figure = /** @type {Element} */ (document.querySelector('.readout [data-kind=step] dd'));
    const change = () =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          const step = Number((figure.textContent ?? '').replace(/\D/g, ''));
          resolve({ at: performance.now(), step });
        });
        observer.observe(figure, { characterData: true, childList: true, subtree: true });
      });
    const first = await change();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const last = await change();
    return (last.step - first.step) / (last.at - first.at);
  }, seconds * 1000);
  return pace * 1000 * BATCH;
}

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
 * @param {Page} page
 * @param {string} panel
 * @param {{rounds: number, seconds: number}} options
 * @returns {Promise<Result>}
 */
async function measure(page, panel, { rounds, seconds }) {
  const tab = page.getByRole('tab', { name: panel, exact: true });
  /** @type {Result} */
  const result = { panel, closed: [], open: [], ratio: 0 };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ['closed', 'open'] : ['open', 'closed'];
    for (const state of /** @type {('closed' | 'open')[]} */ (order)) {
      const selected = (await tab.getAttribute('aria-selected')) === 'true';
      if (selected !== (state === 'open')) await tab.click();
      if (state === 'open') await fill(page, panel);
      result[state].push(await throughput(page, seconds));
    }
  }
  if ((await tab.getAttribute('aria-selected')) === 'true') await tab.click();
  result.ratio = median(result.open.map((images, round) => images / result.closed[round]));
  return result;
}

/** @param {Page} page @param {string} address */
async function startTraining(page, address) {
  await page.goto(address);
  const run = page.locator('.transport .run');
  await run.and(page.locator(':enabled')).waitFor();
  await page.locator('.settings').getByLabel('Epochs', { exact: true }).fill(EPOCHS);
  await run.click();
  await page.waitForTimeout(4 * SETTLE_MILLISECONDS);
}

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  });
  const options = { rounds: Number(values.rounds), seconds: Number(values.seconds) };
  await buildSite();
  const server = await preview({ configFile: 'web/vite.config.js', preview: { port: 0 } });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await startTraining(page, address);
    /** @type {Result[]} */
    const results = [];
    for (const panel of await page.getByRole('tab').allTextContents()) {
      say(`Measuring with ${panel}`);
      results.push(await measure(page, panel, options));
    }
    const rows = results.map(({ panel, closed, open, ratio }) => [
      panel,
      median(closed).toFixed(0),
      median(open).toFixed(0),
      ratio.toFixed(3),
    ]);
    say(alignTable([['panel', 'images/s without', 'images/s with', 'ratio'], ...rows]));
    const least = results.reduce((a, b) => (b.ratio < a.ratio ? b : a));
    const verdict = least.ratio >= TARGET ? 'reached' : 'missed';
    say(
      `Least: ${least.ratio.toFixed(3)} (${least.panel}); the target of ${TARGET} is ${verdict}.`,
    );
    if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
});
