// Opens the built site in headless Chromium, starts training and measures its speed. The page's own
// figure excludes the time of panels and pauses, so steps are counted by the clock.

import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { buildSite } from '../../bindings/toolchain/site.js';
import { launchBrowser } from './pages.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Steps of the experiment that a first visit finds: 4,000 images, 32 of them a batch. */
export const STEPS_PER_EPOCH = 125;
export const BATCH = 32;
/** A run that shows no new step for so long has stalled. */
const PATIENCE_MILLISECONDS = 5000;

/**
 * Builds the site, serves it, and closes everything afterwards. Each page that is opened is a first visit:
 * nothing of another is kept, and none of its runs is drawn.
 *
 * @param {(open: (build?: string) => Promise<Page>) => Promise<void>} work `open` closes the page before;
 *   a build overrides the page's choice
 */
export async function withSite(work) {
  await buildSite();
  const configFile = fileURLToPath(new URL('../../web/vite.config.js', import.meta.url));
  const server = await preview({ configFile, preview: { port: 0 } });
  const browser = await launchBrowser();
  try {
    await work(async (build) => {
      for (const context of browser.contexts()) await context.close();
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      if (build)
        await page.addInitScript((name) => localStorage.setItem('anneal.build', name), build);
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.locator('.training-bar .run:enabled').waitFor();
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * A run from its first step.
 *
 * @param {Page} page
 * @param {number} epochs more than will be seen
 */
export async function startTraining(page, epochs) {
  await page.locator('.settings').getByLabel('Epochs', { exact: true }).fill(String(epochs));
  await page.locator('.training-bar .run').click();
  await nextFigure(page);
}

/**
 * The next step number that the page shows, and the time of that change. Two of them give the speed
 * however slowly the page redraws.
 *
 * @param {Page} page
 * @returns {Promise<{at: number, step: number}>}
 */
export async function nextFigure(page) {
  const figure = await page.evaluate(
    (patience) =>
      /** @type {Promise<{at: number, step: number} | null>} */ (
        new Promise((resolve) => {
          const element = /** @type {Element} */ (
            document.querySelector('.readout [data-kind=step] dd')
          );
          const timer = setTimeout(() => resolve(null), patience);
          const observer = new MutationObserver(() => {
            observer.disconnect();
            clearTimeout(timer);
            const step = Number((element.textContent ?? '').replace(/\D/g, ''));
            resolve({ at: performance.now(), step });
          });
          observer.observe(element, { characterData: true, childList: true, subtree: true });
        })
      ),
    PATIENCE_MILLISECONDS,
  );
  if (figure) return figure;
  const state = await page.locator('.training-bar').textContent();
  throw new Error(
    `the step on the page did not change for ${PATIENCE_MILLISECONDS / 1000} s, expected a run that goes on; ` +
      `the training bar says "${state}"`,
  );
}

/**
 * @param {{at: number, step: number}} from
 * @param {{at: number, step: number}} to
 * @returns {number} steps a second
 */
export const pace = (from, to) => ((to.step - from.step) / (to.at - from.at)) * 1000;

/**
 * @param {Page} page
 * @param {number} milliseconds
 * @returns {Promise<number>} images a second of the clock
 */
export async function throughput(page, milliseconds) {
  const first = await nextFigure(page);
  await page.waitForTimeout(milliseconds);
  return pace(first, await nextFigure(page)) * BATCH;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
