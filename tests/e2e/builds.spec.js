// Which build of the core computes: by what the browser and the host allow, and by choice.

import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { epochsDone, expect, open, runButton, test } from './page.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const types = /** @type {Record<string, string>} */ ({
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' },
  ...{ '.wasm': 'application/wasm', '.svg': 'image/svg+xml' },
});

/** A host of static files that sets no headers of its own. */
async function plainHost() {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname;
    const file = path.join(dist, name === '/' ? 'index.html' : path.normalize(name));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'text/plain' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {import('@playwright/test').Page} page */
const build = (page) => page.getByRole('contentinfo');

const THREADED = 'Relaxed SIMD, threads';
const SINGLE = 'Relaxed SIMD';

/** @param {import('@playwright/test').Page} page @param {string} name */
const buildRow = (page, name) =>
  page.getByRole('row').filter({ has: page.getByRole('radio', { name, exact: true }) });

test('the Speed panel measures every build, and another can be chosen', async ({ page }) => {
  await open(page);
  await expect(build(page)).toContainText(THREADED);
  await page.getByRole('tab', { name: 'Speed' }).click();
  await page.getByRole('button', { name: 'Measure' }).click();
  await expect(buildRow(page, 'Scalar').getByRole('cell')).toHaveCount(5, { timeout: 60_000 });
  for (const name of [THREADED, 'SIMD, threads', SINGLE, 'SIMD', 'Scalar']) {
    await expect(buildRow(page, name).getByRole('cell').first()).toHaveText(/^\d+$/);
  }

  await page.getByLabel('SIMD', { exact: true }).check();
  await expect(build(page)).toHaveText(/, SIMD$/);
  await page.reload();
  await expect(build(page)).toHaveText(/, SIMD$/);
  await expect(runButton(page)).toBeEnabled();
});

test('the history is the same bits on one thread and on two', async ({ page }) => {
  await open(page);
  const run = () =>
    page.evaluate((experiment) => /** @type {any} */ (window).anneal.run(experiment), {
      version: 1,
      data: { train: 600, validation: 100 },
      training: { epochs: 1, batch_size: 64 },
    });
  const threaded = await run();
  await page.getByRole('tab', { name: 'Speed' }).click();
  await page.getByLabel(SINGLE, { exact: true }).check();
  await expect(build(page)).toHaveText(/, Relaxed SIMD$/);
  await expect(runButton(page)).toBeEnabled();
  const single = await run();
  expect(threaded.build.name).toBe('relaxed-threads');
  expect(single.build.name).toBe('relaxed');
  expect(single.steps).toEqual(threaded.steps);
  expect(single.epochs).toEqual(threaded.epochs);
});

test.describe('on a host that sets no headers', () => {
  /** @type {Awaited<ReturnType<typeof plainHost>>} */
  let host;
  test.beforeAll(async () => {
    host = await plainHost();
  });
  test.afterAll(() => host.close());

  test.use({ baseURL: undefined });

  test('a service worker supplies them', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(host.address);
    await expect(build(page)).toContainText(THREADED, { timeout: 20_000 });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.close();
  });

  test('without one everything works on one thread', async ({ browser }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(host.address);
    await expect(build(page)).toHaveText(/Relaxed SIMD$/, { timeout: 20_000 });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await page.keyboard.press('e');
    await expect(epochsDone(page)).toHaveText('1 / 30', { timeout: 30_000 });
    await page.getByRole('tab', { name: 'Speed' }).click();
    await expect(buildRow(page, THREADED)).toContainText('not cross-origin isolated');
    await context.close();
  });
});
