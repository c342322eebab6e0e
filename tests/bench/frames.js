// `npm run bench:frames [-- --seconds S] [BUILD ...]`: the page that ships while it trains the default
// experiment at full speed: the intervals between animation frames, what the main thread is busy with, and
// the steps that are trained meanwhile; with each build of the core that is named, else with the fastest
// and with the fastest that has one thread.
//
// Headless Chromium has no GPU: it draws in software, on the same cores that train. A machine with a GPU
// and four cores does better.

import { parseArgs } from 'node:util';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { describeTimes, percentile } from './frame_times.js';
import { nextFigure, pace, startTraining, withSite } from './page_training.js';

/** @typedef {import('@playwright/test').Page} Page */

const SECONDS = '8';
const BUILDS = ['relaxed-threads', 'relaxed'];
/** Half a million steps. */
const EPOCHS = 4000;
/** Compilers and caches have settled. */
const SETTLE_MILLISECONDS = 1500;

/** In the page: collects from now on, until the next call. */
function record() {
  const found = { intervals: /** @type {number[]} */ ([]), tasks: /** @type {number[]} */ ([]) };
  Object.assign(window, { recorded: found });
  let before = Number.NaN;
  const frame = (/** @type {number} */ now) => {
    if (/** @type {any} */ (window).recorded !== found) return;
    if (!Number.isNaN(before)) found.intervals.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** Seconds that the main thread was busy with each, since it began. @param {import('@playwright/test').CDPSession} devtools */
async function busy(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/**
 * @param {string} name
 * @param {{intervals: number[], tasks: number[]}} recorded
 * @param {(of: string) => number} share of the time
 */
function tell(name, { intervals, tasks }, share) {
  const usual = 1000 / 60;
  const late = intervals.filter((interval) => interval > 1.5 * usual).length;
  const percent = (/** @type {string} */ of) => `${(100 * share(of)).toFixed(1)} %`;
  say(`${name}: ${describeTimes(intervals)}, ${intervals.length} frames`);
  say(
    `  later than 1.5 intervals: ${((100 * late) / intervals.length).toFixed(1)} %; ` +
      `long tasks: ${tasks.length}${tasks.length ? `, longest ${percentile(tasks, 1).toFixed(0)} ms` : ''}`,
  );
  say(
    `  main thread busy ${percent('TaskDuration')}: scripts ${percent('ScriptDuration')}, ` +
      `styles ${percent('RecalcStyleDuration')}, layout ${percent('LayoutDuration')}`,
  );
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {number} seconds
 */
async function during(page, name, seconds) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const before = await busy(devtools);
  await page.evaluate(record);
  await page.waitForTimeout(seconds * 1000);
  const recorded = await page.evaluate(() => /** @type {any} */ (window).recorded);
  const after = await busy(devtools);
  await devtools.detach();
  tell(name, recorded, (of) => (after[of] - before[of]) / (after.Timestamp - before.Timestamp));
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string', default: SECONDS } },
  });
  const seconds = Number(values.seconds);
  await withSite(async (open) => {
    const still = await open();
    await still.waitForTimeout(SETTLE_MILLISECONDS);
    await during(still, 'at rest', seconds);
    for (const build of positionals.length > 0 ? positionals : BUILDS) {
      const page = await open(build);
      await startTraining(page, EPOCHS);
      await page.waitForTimeout(SETTLE_MILLISECONDS);
      const first = await nextFigure(page);
      await during(page, `training with ${build}`, seconds);
      say(`  ${pace(first, await nextFigure(page)).toFixed(0)} steps/s`);
    }
  });
});
