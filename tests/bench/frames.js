// `npm run bench:frames [-- SECONDS]`: the built page while it trains the default experiment at full speed:
// the intervals between animation frames, and the long tasks of the main thread.
//
// Chromium without a head has no GPU: it draws in software, on the same cores that train. A machine with a
// screen and four cores does better; one with two shows what is the page's own.

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { buildSite } from '../../bindings/toolchain/site.js';
import { findOrInstallBrowser } from '../tools/browsers.js';
import { describeTimes, percentile } from './frame_times.js';

const SECONDS = 8;

/** In the page: collects from now on. */
function record() {
  const found = { intervals: /** @type {number[]} */ ([]), tasks: /** @type {number[]} */ ([]) };
  Object.assign(window, { recorded: found });
  let before = Number.NaN;
  const frame = (/** @type {number} */ now) => {
    if (!Number.isNaN(before)) found.intervals.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/**
 * @param {string} name
 * @param {{intervals: number[], tasks: number[]}} recorded
 */
function tell(name, { intervals, tasks }) {
  const usual = 1000 / 60;
  const late = intervals.filter((interval) => interval > 1.5 * usual).length;
  say(`${name.padEnd(9)} ${describeTimes(intervals)}, ${intervals.length} frames`);
  say(
    `${''.padEnd(9)} later than 1.5 intervals: ${((100 * late) / intervals.length).toFixed(1)} %; ` +
      `long tasks: ${tasks.length}${tasks.length ? `, longest ${percentile(tasks, 1).toFixed(0)} ms` : ''}`,
  );
}

await runMain(async () => {
  const seconds = Number(process.argv[2] ?? SECONDS);
  await buildSite();
  const server = await preview({
    configFile: fileURLToPath(new URL('../../web/vite.config.js', import.meta.url)),
    preview: { port: 0 },
  });
  const executablePath = await findOrInstallBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const button = page.locator('.transport .run:enabled');
    await button.waitFor();
    const during = async (/** @type {string} */ name) => {
      await page.evaluate(record);
      await page.waitForTimeout(seconds * 1000);
      tell(name, await page.evaluate(() => /** @type {any} */ (window).recorded));
    };
    await during('at rest');
    await button.click();
    await page.locator('.readout [data-kind=training] dd', { hasText: '%' }).waitFor();
    await during('training');
  } finally {
    await browser.close();
    await server.close();
  }
});
