// Axe in every state, size, theme and language: what always stands there, what opens, and what comes and
// goes, like an offer, a refusal or a question.

import {
  drop,
  expect,
  open,
  readout,
  runButton,
  seriousFindings,
  shelf,
  test,
  trainToEnd,
} from './page.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {typeof ways[number]} Way */
/** @typedef {(state: string) => Promise<void>} Look */

/**
 * Opens everything there is to open, and looks at each.
 *
 * @param {Page} page
 * @param {Look} look
 */
async function visit(page, look) {
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
  await expect(readout(page, 'held-out')).toContainText('%', { timeout: 30_000 });
  await look('running');
  await runButton(page).click();
  await expect(page.locator('.run-list tbody tr').first()).toBeVisible();
  await look('paused');
  await page.locator('.chart-head button').last().click();
  await look('table');
  await page.locator('.chart-head button').last().click();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').locator('> *').first()).toBeVisible();
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
 */
async function passBy(page, look) {
  await open(page);
  await page.locator('.schedule-head .quiet').last().click();
  await page.locator('.range-start').click();
  await expect(page.locator('.range-curve [role=status]')).toContainText(/\d/);
  await look('range test goes on');
  await expect(page.locator('.range-adopt')).toBeVisible({ timeout: 30_000 });
  await look('range test is over');
  await page.keyboard.press('Escape');

  await page.locator('.top-bar > .bar-button').click();
  await expect(page.locator('.said-box')).toBeVisible();
  await look('link copied');
  await page.locator('.said-box button').click();

  await drop(page, { 'data_batch_1.bin': new Uint8Array(20 * 3073) });
  await expect(page.locator('.decision .use')).toBeVisible();
  await look('own data');
  await page.locator('.decision .quiet').click();
  await drop(page, { 'broken.npz': new Uint8Array(20) });
  await expect(page.locator('.detected-format [data-refused=true]')).toBeVisible();
  await look('own data refused');

  await page.getByRole('tab').first().click();
  await page.locator('[data-layer=flatten] .icon-button').nth(2).click();
  await expect(page.locator('.layer-problem')).toBeVisible();
  await look('a layer that cannot be');
  await page.locator('.layer-problem button').click();

  await page.keyboard.press('e');
  await expect(page.locator('.progress-epoch output')).toHaveText('1 / 30', { timeout: 30_000 });
  await page.getByRole('tab').nth(6).click();
  await page.locator('.drawing').click();
  await expect(page.locator('.draw-prediction')).toBeVisible();
  await look('a drawing');
  await expect.poll(() => shelf(page, 'checkpoints')).toHaveLength(1);
  await page.reload();
  await expect(page.locator('.resume-offer')).toBeVisible();
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
 * @param {(page: Page, look: Look) => Promise<void>} go
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
  await go(page, async (state) => {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const finding of await seriousFindings(page)) found.push(`${state}: ${finding}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${state}: ${wide} pixels wide`);
  });
  return found;
}
