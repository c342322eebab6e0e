// For everyone: the whole way by keyboard; live regions that do not chatter; reduced motion; a projector.
// Axe has a file of its own, and so have fingers.

import { chartOf } from './chart.js';
import {
  expect,
  message,
  open,
  readout,
  runButton,
  settings,
  test,
  trainOneEpoch,
  trainToEnd,
} from './page.js';
import { expectPanelFilled, histograms } from './panels.js';
import { scheduleField } from './schedule.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Presses tab until what is wanted has the focus.
 *
 * @param {Page} page
 * @param {import('@playwright/test').Locator} wanted
 */
async function tabTo(page, wanted) {
  for (let press = 0; press < 150; press++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the tab key does not lead there');
}

test('by keyboard alone: from load to a finished run with another schedule, and its panels', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await tabTo(page, settings(page).getByLabel('Epochs'));
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Copy a link to this experiment' }));
  await page.keyboard.press('Enter');
  await expect(message(page)).toContainText('contains the whole experiment');
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toContain('#x=');
  await tabTo(page, runButton(page));
  await tabTo(page, scheduleField(page, 'Initial rate'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0.05');
  await page.keyboard.press('Enter');
  await expect(readout(page, 'Learning rate')).toHaveText('0.05');

  await page.evaluate(() => /** @type {any} */ (document.activeElement)?.blur());
  await tabTo(page, runButton(page));
  await page.keyboard.press('Enter');
  await expect(runButton(page)).toHaveText('Run again', { timeout: 30_000 });
  await expect(runButton(page)).toBeFocused();

  const tabs = page.getByRole('tab');
  await tabTo(page, tabs.first());
  for (let press = 1; press < (await tabs.count()); press++) {
    await page.keyboard.press('ArrowRight');
    if ((await tabs.nth(press).textContent()) === 'Weights and gradients') break;
  }
  await page.keyboard.press('Enter');
  await expect(histograms(page).getByRole('figure').first()).toBeVisible();
  await tabTo(page, histograms(page));
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+Tab');
  await expect(histograms(page)).not.toBeFocused();
});

test('live regions speak a few times in a run, not with every step', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Weights and gradients' }).click();
  await page.evaluate(() => {
    const spoken = /** @type {string[]} */ ([]);
    Object.assign(window, { spoken });
    const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], output';
    new MutationObserver((records) => {
      const regions = new Set(
        records.map(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          return element?.closest(live);
        }),
      );
      for (const region of regions) {
        if (!region || region.getAttribute('aria-live') === 'off') continue;
        spoken.push(region.textContent ?? '');
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await trainToEnd(page);
  await expect(histograms(page).getByRole('figure').first()).toBeVisible();
  const spoken = await page.evaluate(() => /** @type {any} */ (window).spoken);
  expect(spoken.length, spoken.join('\n')).toBeLessThanOrEqual(8);
  expect(spoken.some((/** @type {string} */ text) => text.includes('%'))).toBe(true);
});

test('with reduced motion nothing moves but the curves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('tab', { name: 'Weights and gradients' }).click();
  await runButton(page).click();
  await expect(readout(page, 'Training')).toContainText('%');
  const moving = await page.evaluate(async () => {
    const found = new Set(/** @type {string[]} */ ([]));
    for (let frame = 0; frame < 30; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      for (const animation of document.getAnimations()) {
        const effect = /** @type {KeyframeEffect | null} */ (animation.effect);
        found.add(effect?.target?.outerHTML.slice(0, 80) ?? 'something');
      }
    }
    return [...found];
  });
  expect(moving).toEqual([]);
});

/**
 * Controls in sight that reach out of the page, or whose words are cut off.
 *
 * @param {Page} page
 */
const clipped = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [role=tab]')]
      .filter((element) => /** @type {any} */ (element).checkVisibility())
      // Tables scroll in frames of their own; what is a pixel wide is for screen readers.
      .filter((element) => !element.closest('table') && element.clientWidth > 1)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const cut = element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1;
        return left < -1 || right > document.documentElement.clientWidth + 1 || cut;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

for (const [name, options] of /** @type {const} */ ([
  ['as it is', { viewport: { width: 1920, height: 1080 } }],
  ['at 200 %', { viewport: { width: 960, height: 540 }, deviceScaleFactor: 2 }],
])) {
  test.describe(`a projector of 1920 × 1080, ${name}`, () => {
    test.use(options);

    test('shows all controls whole, and the chart large', async ({ page }) => {
      await open(page);
      expect(await clipped(page)).toEqual([]);
      await trainOneEpoch(page);
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await expectPanelFilled(page);
        expect(await clipped(page), String(await tab.textContent())).toEqual([]);
      }
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
      const chart = await chartOf(page).boundingBox();
      expect(chart?.width).toBeGreaterThan(0.5 * client);
      expect(chart?.height).toBeGreaterThan(400);
    });
  });
}

test('text twice as large, as a browser can be set to, cuts nothing off', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await clipped(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1920);
});
