// Zoom and pan of the chart by mouse, wheel, key, button and fingers: what is in sight is what the cursor
// reads at both ends of the axis.

import {
  chartOf,
  drag,
  expectAll,
  expectInSight,
  placeIn,
  pointAt,
  stepAt,
  stepRead,
  STEPS,
} from './chart.js';
import { expect, open, test } from './page.js';

test('zoom and pan by mouse: a stretch is dragged, shift and drag pans, a double click shows all', async ({
  page,
}) => {
  await open(page);
  const all = page.getByRole('button', { name: 'reset', exact: true });
  await expect(all).toBeDisabled();
  await drag(page, 0.2, 0.6);
  await expectInSight(page, 0.2 * STEPS, 0.6 * STEPS);
  await expect(all).toBeEnabled();
  await page.keyboard.down('Shift');
  await drag(page, 0.75, 0.25);
  await page.keyboard.up('Shift');
  await expectInSight(page, 0.4 * STEPS, 0.8 * STEPS);
  const { x, y } = await placeIn(page, 0.5);
  await page.mouse.dblclick(x, y);
  await expectAll(page);
  await expect(all).toBeDisabled();
  // Dragged from right to left it is the same stretch.
  await drag(page, 0.6, 0.2);
  await expectInSight(page, 0.2 * STEPS, 0.6 * STEPS);
});

test('zoom and pan by wheel: with ctrl about the pointer, sideways and with shift across', async ({
  page,
}) => {
  await open(page);
  const before = await stepAt(page, 0.3);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect.poll(() => stepAt(page, 1)).toBeLessThan(STEPS * 0.75);
  expect(Math.abs((await stepAt(page, 0.3)) - before)).toBeLessThan(12);
  const from = await stepAt(page, 0);
  await pointAt(page, 0.5);
  await page.mouse.wheel(120, 0);
  await expect.poll(() => stepAt(page, 0)).toBeGreaterThan(from + 20);
  const moved = await stepAt(page, 0);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Shift');
  await expect.poll(() => stepAt(page, 0)).toBeLessThan(moved - 20);
  await page.getByRole('button', { name: 'reset', exact: true }).click();
  await expectAll(page);

  // A wheel alone is the page's.
  await page.setViewportSize({ width: 1280, height: 500 });
  await pointAt(page, 0.5);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  await expect(page.getByRole('button', { name: 'reset', exact: true })).toBeDisabled();
});

test('zoom and pan by key and by button', async ({ page }) => {
  await open(page);
  const chart = chartOf(page);
  await chart.focus();
  await chart.press('+');
  await chart.press('+');
  await expectInSight(page, 0.255 * STEPS, 0.745 * STEPS);
  await page.mouse.move(2, 2);
  for (let press = 0; press < 5; press++) await chart.press('Shift+ArrowRight');
  await expectInSight(page, 0.5 * STEPS, 0.99 * STEPS);
  await page.mouse.move(2, 2);
  for (let press = 0; press < 5; press++) await chart.press('Shift+ArrowLeft');
  await expectInSight(page, 0.255 * STEPS, 0.745 * STEPS);
  await page.mouse.move(2, 2);
  await chart.press('-');
  await expectInSight(page, 0.15 * STEPS, 0.85 * STEPS);
  await chart.press('0');
  await expectAll(page);
  // What the cursor is sent to comes into sight.
  await page.mouse.move(2, 2);
  await chart.press('+');
  await chart.press('End');
  await expect.poll(() => stepAt(page, 1)).toBe(STEPS - 1);

  const zoom = page.getByRole('group', { name: 'Zoom' });
  await zoom.getByRole('button', { name: 'reset' }).click();
  await page.mouse.move(2, 2);
  await zoom.getByRole('button', { name: 'Zoom in' }).click();
  await expectInSight(page, 0.25 * STEPS, 0.75 * STEPS);
  await page.mouse.move(2, 2);
  await zoom.getByRole('button', { name: 'Zoom out' }).click();
  await expectAll(page);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('two fingers zoom and pan, one moves the cursor', async ({ page }) => {
    await open(page);
    const { y } = await placeIn(page, 0.5);
    const fingers = await page.context().newCDPSession(page);
    const touch = async (
      /** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type,
      /** @type {number[]} */ shares,
    ) => {
      const places = await Promise.all(shares.map((share) => placeIn(page, share)));
      await fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: places.map(({ x }, id) => ({ x, y, id })),
      });
    };
    await touch('touchStart', [0.4]);
    await expect.poll(() => stepRead(page)).toBeGreaterThan(0.4 * STEPS - 8);
    expect(await stepRead(page)).toBeLessThan(0.4 * STEPS + 8);
    await touch('touchEnd', []);

    await touch('touchStart', [0.4, 0.6]);
    for (const spread of [0.12, 0.14, 0.16, 0.18, 0.2])
      await touch('touchMove', [0.5 - spread, 0.5 + spread]);
    await touch('touchEnd', []);
    await expectInSight(page, 0.25 * STEPS, 0.75 * STEPS, 120);
    await page.mouse.move(2, 2);

    await touch('touchStart', [0.4, 0.6]);
    for (const by of [0.05, 0.1, 0.15, 0.2]) await touch('touchMove', [0.4 - by, 0.6 - by]);
    await touch('touchEnd', []);
    await expectInSight(page, 0.35 * STEPS, 0.85 * STEPS, 120);
  });
});
