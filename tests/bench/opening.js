// `npm run bench:opening [-- VISITS]`: the built page on a first visit, with nothing cached: how long
// from the navigation until the page shows the first training step, with Run pressed as soon as it is
// enabled; and what had been fetched by then, compressed as a web server would.
//
// The server runs on this machine: the network's share is left out.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { buildSite } from '../../bindings/toolchain/site.js';
import { findOrInstallBrowser } from '../tools/browsers.js';
import { percentile } from './frame_times.js';

const VISITS = 7;

/** In the page, before anything of it: presses Run at once and notes when the first loss is there. */
function pressRun() {
  const times = { ready: 0, step: 0 };
  Object.assign(window, { opening: times });
  new MutationObserver((_, observer) => {
    const run = document.querySelector('.training-bar .run:enabled');
    if (run && times.ready === 0) {
      times.ready = performance.now();
      /** @type {HTMLElement} */ (run).click();
    }
    const loss = document.querySelector('.readout [data-kind=loss] dd')?.textContent ?? '';
    if (times.ready > 0 && /\d/.test(loss)) {
      times.step = performance.now();
      observer.disconnect();
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @returns {Promise<{ready: number, step: number, files: {path: string, bytes: number}[]}>} milliseconds
 *   since the navigation; the files fetched until the first step
 */
async function visit(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {Promise<{path: string, bytes: number}>[]} */
  const fetched = [];
  context.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const size = response.body().then(
      (body) => gzipSync(body, { level: 9 }).length,
      () => 0, // a redirect, or an answer from the cache
    );
    fetched.push(size.then((bytes) => ({ path, bytes })));
  });
  await page.addInitScript(pressRun);
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (window).opening.step > 0);
  const files = await Promise.all([...fetched]);
  const times = await page.evaluate(() => /** @type {any} */ (window).opening);
  await context.close();
  return { ...times, files };
}

await runMain(async () => {
  const visits = Number(process.argv[2] ?? VISITS);
  await buildSite();
  const server = await preview({
    configFile: fileURLToPath(new URL('../../web/vite.config.js', import.meta.url)),
    preview: { port: 0 },
  });
  const executablePath = await findOrInstallBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    /** @type {Awaited<ReturnType<typeof visit>>[]} */
    const seen = [];
    for (let n = 0; n < visits; ++n) {
      seen.push(await visit(browser, server.resolvedUrls?.local[0] ?? ''));
    }
    const median = (/** @type {'ready' | 'step'} */ what) =>
      percentile(
        seen.map((one) => one[what]),
        0.5,
      ).toFixed(0);
    const slowest = Math.max(...seen.map(({ step }) => step)).toFixed(0);
    say(`Run can be pressed after ${median('ready')} ms, the first step stands on the page after`);
    say(
      `${median('step')} ms (medians of ${visits} first visits; the slowest took ${slowest} ms).`,
    );
    const { files } = seen[0];
    const kind = (/** @type {RegExp} */ pattern) =>
      files
        .filter(({ path }) => pattern.test(path))
        .reduce((sum, { bytes }) => sum + bytes / 1000, 0)
        .toFixed(0);
    say(
      `Fetched by then, compressed: JavaScript ${kind(/^(?!.*katex).*\.js$/)} KB without KaTeX's,`,
    );
    say(`wasm ${kind(/\.wasm$/)} KB, all ${kind(/./)} KB in ${files.length} files.`);
  } finally {
    await browser.close();
    await server.close();
  }
});
