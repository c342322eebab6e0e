// What the page may do and what it may not: the policy that ships with it.

import { expect, open, test } from './page.js';
import { formula } from './schedule.js';

test('the policy forbids code from text, scripts in the page and any other host', async ({
  page,
  watched,
}) => {
  watched.allow(/Content Security Policy/);
  const response = await page.goto('/');
  const meta = await page
    .locator('meta[http-equiv=Content-Security-Policy]')
    .getAttribute('content');
  expect(meta).toBe(response?.headers()['content-security-policy']);
  expect(meta).toContain("default-src 'none'");
  expect(meta).not.toContain("'unsafe-eval'");
  expect(meta).not.toContain("'unsafe-inline'");

  const ran = await page.evaluate(async () => {
    // As text for a timer: the tools of the test may make code from text, the page's own tasks not.
    const timer = /** @type {any} */ (setTimeout);
    timer('window.ranText = true');
    await new Promise((resolve) => setTimeout(resolve));
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.head.append(script);
    const handler = document.createElement('button');
    handler.setAttribute('onclick', 'window.ranHandler = true');
    document.body.append(handler);
    handler.click();
    handler.remove();
    const fetched = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    return {
      text: 'ranText' in window,
      inline: 'ranInline' in window,
      handler: 'ranHandler' in window,
      fetched,
    };
  });
  expect(ran).toEqual({ text: false, inline: false, handler: false, fetched: false });
});

test('training, menus, panels and formulas get by with that policy', async ({ page }) => {
  // That nothing was refused is seen by the watch over every test's console.
  await open(page);
  await page.keyboard.press('e');
  await expect(formula(page)).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await expect(page.getByRole('tabpanel')).toBeVisible();
});
