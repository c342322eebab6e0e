// `npm run bench:chart [-- STEPS]`: what a frame of the chart costs the page's main thread, with a run of
// 100,000 steps (or the number given) and all four bands: while the run grows, while zooming, and
// while the cursor moves. The intervals include the browser's own time to show the canvas.

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { runMain, say } from '../../bindings/toolchain/report.js';
import { findOrInstallBrowser } from '../tools/browsers.js';
import { describeTimes } from './frame_times.js';

const FRAMES = 240;
const PER_FRAME = 20;
const WIDTH = 1100;

await runMain(async () => {
  const steps = Number(process.argv[2] ?? 100_000);
  const server = await createServer({
    configFile: fileURLToPath(new URL('../../web/vite.config.js', import.meta.url)),
    server: { port: 0, hmr: false },
    logLevel: 'error',
  });
  await server.listen();
  const address = server.httpServer?.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const executablePath = await findOrInstallBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // Any file of the server will do as a page: it has its origin, and nothing else happens in it.
    await page.goto(`http://127.0.0.1:${port}/public/theme.js`);
    const module = `/@fs${fileURLToPath(new URL('chart_page.js', import.meta.url))}`;
    const options = { steps, frames: FRAMES, perFrame: PER_FRAME, width: WIDTH };
    const times = await page.evaluate(
      async ([from, given]) => (await import(/** @type {string} */ (from))).run(given),
      /** @type {const} */ ([module, options]),
    );
    say(`A run of ${steps} steps, four bands, ${WIDTH} pixels wide, ${FRAMES} frames each`);
    for (const [name, { work, intervals }] of Object.entries(times)) {
      say(`${name.padEnd(8)} main thread ${describeTimes(work)}`);
      say(`${''.padEnd(8)} intervals   ${describeTimes(intervals)}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
