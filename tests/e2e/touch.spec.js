// With fingers alone, on a phone: handles, drawing, zooming, menus, rows of layers; and that whatever can be
// pressed is large enough for one.

import { bandOf, drawSheet, handleOf } from './chart.js';
import { expect, open, readout, runButton, test, trainingBar, trainOneEpoch } from './page.js';
import {
  drawingSheet,
  expectLayers,
  expectPanelFilled,
  gripOf,
  layerRow,
  openPanel,
  opinion,
  pixels,
  seenByNetwork,
} from './panels.js';
import { chooseFamily, expectFamily, scheduleField } from './schedule.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {{x: number, y: number}} Point */

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/**
 * Fingers on the glass: each list is where they are next, from the first touch to the last.
 *
 * @param {Page} page
 * @param {Point[][]} places
 */
async function touch(page, places) {
  const glass = await page.context().newCDPSession(page);
  for (const [index, touchPoints] of places.entries()) {
    const type = index === 0 ? 'touchStart' : 'touchMove';
    await glass.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await glass.detach();
}

/** @param {Locator} locator */
async function boxOf(locator) {
  await locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await locator.boundingBox();
  if (!box) throw new Error('not in sight');
  const at = (/** @type {number} */ x, /** @type {number} */ y) => ({
    x: box.x + x * box.width,
    y: box.y + y * box.height,
  });
  return { ...box, at };
}

/**
 * On the way from one place to another.
 *
 * @param {Point} from
 * @param {Point} to
 */
const way = (from, to, steps = 6) =>
  Array.from({ length: steps + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / steps,
    y: from.y + ((to.y - from.y) * i) / steps,
  }));

test('a finger drags a handle of the schedule, and the page stays where it is', async ({
  page,
}) => {
  await open(page);
  await chooseFamily(page, 'Cosine');
  const { at } = await boxOf(handleOf(page, 'End of the decay'));
  const before = await page.evaluate(() => scrollY);
  const from = at(0.5, 0.5);
  await touch(
    page,
    way(from, { x: from.x - 90, y: from.y - 24 }).map((point) => [point]),
  );
  const length = scheduleField(page, 'Length');
  await expect(length).toHaveValue(/^(1\d|2\d)$/);
  await expect(scheduleField(page, 'Final rate')).not.toHaveValue('0');
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('a finger draws the rate by hand', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Draw', exact: true }).tap();
  const { at } = await boxOf(drawSheet(page));
  const stroke = [...way(at(0.02, 0.2), at(0.5, 0.3)), ...way(at(0.5, 0.3), at(0.97, 0.9))];
  await touch(
    page,
    stroke.map((point) => [point]),
  );
  await expectFamily(page, 'Piecewise');
  await expect(handleOf(page, /^Point \d+$/).nth(2)).toBeVisible();
});

test('a finger draws a digit, and the network says what it takes it for', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const panel = await openPanel(page, 'Draw');
  const seen = seenByNetwork(panel);
  const empty = await pixels(seen);
  const { at } = await boxOf(drawingSheet(page));
  const seven = [...way(at(0.25, 0.2), at(0.75, 0.2)), ...way(at(0.75, 0.2), at(0.4, 0.85))];
  await touch(
    page,
    seven.map((point) => [point]),
  );
  await expect(opinion(panel)).toContainText('Prediction:');
  expect(await pixels(seen)).not.toBe(empty);
});

test('on the chart one finger reads the values, two zoom in', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const { at } = await boxOf(bandOf(page, 'Loss'));
  const latest = await readout(page, 'Step').textContent();
  await touch(page, [[at(0.17, 0.5)]]);
  await expect(readout(page, 'Step')).not.toHaveText(latest ?? '');
  const all = page.getByRole('button', { name: 'reset', exact: true });
  await expect(all).toBeDisabled();
  const left = way(at(0.45, 0.5), at(0.2, 0.5));
  const right = way(at(0.6, 0.5), at(0.9, 0.5));
  await touch(
    page,
    left.map((point, i) => [
      { ...point, id: 0 },
      { ...right[i], id: 1 },
    ]),
  );
  await expect(all).toBeEnabled();
  await all.tap();
  await expect(all).toBeDisabled();
});

test('a finger drags a layer to another place', async ({ page }) => {
  await open(page);
  await openPanel(page, 'Network');
  const handle = await boxOf(gripOf(layerRow(page, 2)));
  const to = await layerRow(page, 3).boundingBox();
  if (!to) throw new Error('not in sight');
  const from = handle.at(0.5, 0.5);
  await touch(
    page,
    way(from, { x: from.x, y: to.y + to.height - 4 }).map((point) => [point]),
  );
  await expectLayers(page, ['Convolution', 'Max pooling', 'ReLU', 'Flatten', 'Dense']);
});

test('menus open by a tap and close by one elsewhere', async ({ page }) => {
  await open(page);
  const menus = page.locator('[aria-haspopup][aria-expanded]:visible');
  for (let index = 0; index < (await menus.count()); index++) {
    const menu = menus.nth(index);
    await menu.tap();
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    const { x, y } = await boxOf(page.getByRole('contentinfo'));
    await page.touchscreen.tap(x + 4, y + 4);
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
  }
});

/**
 * What can be pressed and is smaller than 24 pixels across: a finger that far from its middle, less a
 * pixel, would miss it.
 *
 * @param {Page} page
 */
const small = (page) =>
  page.evaluate(() => {
    const pressable = 'button:enabled, input:enabled, select:enabled, a[href], [role=tab]';
    /** What is a pixel wide, or lies above the page, is for screen readers. @param {Element} element */
    const isSeen = (element) => {
      const { width, bottom } = element.getBoundingClientRect();
      return width > 1 && bottom + scrollY > 0;
    };
    /** @param {Element} element */
    const isMissed = (element) => {
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      const label = /** @type {HTMLInputElement} */ (element).labels?.[0];
      const round = element.matches('[type=checkbox], [type=radio]') && label ? label : element;
      const { left, top, width, height } = round.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return ['0 0', '0 -11', '0 11', '-11 0', '11 0'].some((place) => {
        const [right, down] = place.split(' ').map(Number);
        const hit = document.elementFromPoint(x + right, y + down);
        return !(hit && (round.contains(hit) || hit === element || hit.closest('label') === label));
      });
    };
    return [...document.querySelectorAll(pressable)]
      .filter((element) => /** @type {any} */ (element).checkVisibility())
      .filter(isSeen)
      .filter(isMissed)
      .map((element) => element.outerHTML.slice(0, 140));
  });

test('what is pressed is at least 24 pixels across, and what runs is 44 high', async ({ page }) => {
  await open(page);
  const found = { idle: await small(page) };
  await trainOneEpoch(page);
  for (const button of await trainingBar(page).getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  for (const tab of await page.getByRole('tab').all()) {
    await tab.tap();
    await expectPanelFilled(page);
    Object.assign(found, { [String(await tab.textContent())]: await small(page) });
  }
  expect(Object.entries(found).filter(([, missed]) => missed.length > 0)).toEqual([]);
  await expect(runButton(page)).toHaveText('Resume');
});
