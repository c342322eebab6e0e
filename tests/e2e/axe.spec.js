// Axe in every state, size, theme and language: what always stands there, what opens, and what comes and
// goes, like an offer, a refusal or a question.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  drop,
  epochsDone,
  expect,
  figure,
  message,
  open,
  runButton,
  seriousFindings,
  shelf,
  test,
  trainToEnd,
} from './page.js';
import { expectPanelFilled } from './panels.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {typeof ways[number]} Way */
/** @typedef {(state: string) => Promise<void>} Look */
/** The words of the page in the language that it speaks. @typedef {Record<string, string>} Words */

const web = new URL('../../web/', import.meta.url);

/** The labels of the page by their keys: the way is the same in every language. @param {'en' | 'zh-Hans'} language @returns {Promise<Record<string, string>>} */
async function labelsOf(language) {
  const ending = `labels.${language === 'en' ? 'en' : 'zh'}.js`;
  const names = readdirSync(fileURLToPath(web), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith(ending));
  const parts = await Promise.all(files.map((name) => import(new URL(name, web).href)));
  return Object.assign({}, ...parts.flatMap(Object.values));
}

/**
 * Opens everything there is to open, and looks at each.
 *
 * @param {Page} page
 * @param {Look} look
 * @param {Words} words
 */
async function visit(page, look, words) {
  await open(page);
  await look('idle');
  const popups = page.locator('[aria-haspopup]:visible');
  for (let index = 0; index < (await popups.count()); index++) {
    const name = await popups.nth(index).textContent();
    await popups.nth(index).click();
    await look(`menu ${name}`);
    await page.keyboard.press('Escape');
  }
  await runButton(page).click();
  const results = page.getByRole('region', { name: words['chart.title'] });
  const heldOut = figure(results, words['readout.heldOut']);
  await expect(heldOut).toContainText('%', { timeout: 30_000 });
  await look('running');
  await runButton(page).click();
  await expect(page.getByRole('table', { name: words['runs.title'], exact: true })).toBeVisible();
  await look('paused');
  await results.getByRole('button', { name: words['chart.table'] }).click();
  await look('table');
  await results.getByRole('button', { name: words['chart.chart'] }).click();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectPanelFilled(page);
    await look(`panel ${await tab.textContent()}`);
  }
  await trainToEnd(page);
  await look('finished');
}

/**
 * What comes and goes: the range test, a link that was copied, own data to be judged, a layer that cannot
 * be, a drawing that is recognised, a run that was interrupted.
 *
 * @param {Page} page
 * @param {Look} look
 * @param {Words} words
 */
async function passBy(page, look, words) {
  const button = (/** @type {string} */ key) =>
    page.getByRole('button', { name: words[key], exact: true });
  await open(page);
  await button('range.button').click();
  await button('range.start').click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(/\d/);
  await look('range test goes on');
  await expect(button('range.adopt')).toBeVisible({ timeout: 30_000 });
  await look('range test is over');
  await page.keyboard.press('Escape');

  await button('share.share').click();
  await expect(message(page)).toBeVisible();
  await look('link copied');
  await message(page).getByRole('button').click();

  await drop(page, { 'data_batch_1.bin': new Uint8Array(20 * 3073) });
  await expect(button('data.use')).toBeVisible();
  await look('own data');
  await button('data.cancel').click();
  await drop(page, { 'broken.npz': new Uint8Array(20) });
  const files = page.getByRole('region', { name: words['data.dropped'] });
  await expect(files.getByRole('listitem').filter({ hasText: 'broken.npz' })).toBeVisible();
  await look('own data refused');

  await page.getByRole('tab', { name: words['panel.network'] }).click();
  const flatten = page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ has: page.getByText(/^(Flatten|展平)$/) });
  // Move, duplicate, remove, add a layer after it.
  await flatten.getByRole('button').nth(2).click();
  const problem = page.getByRole('tabpanel').getByRole('alert');
  await expect(problem).toBeVisible();
  await look('a layer that cannot be');
  await problem.getByRole('button').click();

  await page.keyboard.press('e');
  await expect(epochsDone(page)).toHaveText('1 / 30', { timeout: 30_000 });
  await page.getByRole('tab', { name: words['panel.draw'] }).click();
  await page.getByRole('application', { name: words['draw.surface'] }).click();
  await expect(page.getByRole('table', { name: words['features.probabilities'] })).toBeVisible();
  await look('a drawing');
  await expect.poll(() => shelf(page, 'checkpoints')).toHaveLength(1);
  await page.reload();
  await expect(page.getByRole('region', { name: words['storage.offer.label'] })).toBeVisible();
  await look('a run to resume');
}

const ways = /** @type {const} */ ([
  { width: 1440, height: 900, scheme: 'light', language: 'en' },
  { width: 1440, height: 900, scheme: 'dark', language: 'zh-Hans' },
  { width: 820, height: 1180, scheme: 'dark', language: 'en' },
  { width: 390, height: 844, scheme: 'light', language: 'zh-Hans' },
  { width: 390, height: 844, scheme: 'dark', language: 'en' },
]);

for (const way of ways) {
  const name = `${way.width} pixels, ${way.scheme}, ${way.language}`;

  test(`axe finds nothing serious: ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    expect(await findings(page, way, visit)).toEqual([]);
  });

  test(`axe finds nothing serious in what comes and goes: ${name}`, async ({ page }) => {
    expect(await findings(page, way, passBy)).toEqual([]);
  });
}

/**
 * What axe finds on a way through the page, and where the page is wider than the screen.
 *
 * @param {Page} page
 * @param {Way} way
 * @param {(page: Page, look: Look, words: Words) => Promise<void>} go
 */
async function findings(page, { width, height, scheme, language }, go) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await page.context().grantPermissions(['clipboard-write']);
  await page.addInitScript(
    (code) => localStorage.setItem('anneal.language', code),
    /** @type {string} */ (language),
  );
  /** @type {string[]} */
  const found = [];
  const look = async (/** @type {string} */ state) => {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const finding of await seriousFindings(page)) found.push(`${state}: ${finding}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${state}: ${wide} pixels wide`);
  };
  await go(page, look, await labelsOf(language));
  return found;
}
