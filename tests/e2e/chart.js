// What the browser tests of the chart share: places in it, what is in sight, and what it is saved as.

import { readFile } from 'node:fs/promises';
import { chartPanel, expect, readout } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/** The lines lie so far from the left and from the right edge of the chart. */
const LEFT = 52;
const RIGHT = 112;
export const STEPS = 3750;

/** @param {Page} page */
export const chartOf = (page) => page.getByRole('group', { name: /^Chart of learning rate/ });

/** @typedef {'Learning rate' | 'Accuracy' | 'Loss' | 'Weight norm, gradient norm'} BandName */

/** @param {Page} page @param {BandName} name */
export const bandOf = (page, name) => chartOf(page).getByRole('group', { name, exact: true });

/** The handles of the schedule on the chart. @param {Page} page */
export const handlesOf = (page) => chartOf(page).getByRole('slider');

/** @param {Page} page @param {string | RegExp} name */
export const handleOf = (page, name) => chartOf(page).getByRole('slider', { name });

/** The places at which the schedule was changed in the run. @param {Page} page */
export const editMarks = (page) => chartOf(page).getByRole('note');

/**
 * The middle of a band, at a share of the x axis.
 *
 * @param {Page} page
 * @param {number} share
 * @param {BandName} [name]
 */
export async function placeIn(page, share, name = 'Accuracy') {
  const band = bandOf(page, name);
  await band.scrollIntoViewIfNeeded();
  const box = await band.boundingBox();
  if (!box) throw new Error(`no band "${name}" in sight`);
  return { x: box.x + LEFT + share * (box.width - LEFT - RIGHT), y: box.y + box.height / 2 };
}

/** @param {Page} page @param {number} share @param {BandName} [name] */
export async function pointAt(page, share, name) {
  const { x, y } = await placeIn(page, share, name);
  await page.mouse.move(x, y);
}

/** @param {Page} page */
export const stepRead = async (page) =>
  Number(((await readout(page, 'Step').textContent()) ?? '').replace(/\D/g, ''));

/** The step that is read at a share of the x axis. @param {Page} page @param {number} share */
export async function stepAt(page, share) {
  await pointAt(page, share);
  // The readout follows with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return stepRead(page);
}

/**
 * Waits until other steps are at the two ends of the axis.
 *
 * @param {Page} page
 * @param {number} from
 * @param {number} to
 * @param {number} [within]
 */
export async function expectInSight(page, from, to, within = 30) {
  await expect
    .poll(async () => Math.abs((await stepAt(page, 0)) - from), { message: `from ${from}` })
    .toBeLessThanOrEqual(within);
  expect(Math.abs((await stepAt(page, 1)) - to), `to ${to}`).toBeLessThanOrEqual(within);
}

/** @param {Page} page */
export const expectAll = (page) => expectInSight(page, 0, STEPS - 1, 4);

/** @param {Page} page @param {number} from @param {number} to shares of the axis */
export async function drag(page, from, to) {
  const [begin, end] = [await placeIn(page, from), await placeIn(page, to)];
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  await page.mouse.move((begin.x + end.x) / 2, begin.y);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

/** @param {Page} page @param {string} words of the choice */
export async function save(page, words) {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: words }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** All words of the chart as it is drawn now. @param {Page} page */
export async function wordsDrawn(page) {
  const { content } = await save(page, 'Vector graphic (SVG)');
  return page.evaluate((text) => {
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [...drawn.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
  }, content.toString());
}

/** Their words lie over the radio buttons themselves. */
export const OVER = { force: true };

/** @param {Page} page @param {'epoch' | 'step' | 'seconds'} unit */
export const countIn = (page, unit) =>
  page
    .getByRole('group', { name: 'x axis' })
    .getByRole('radio', { name: unit, exact: true })
    .check(OVER);

/** Says that the chart shows a race or some runs instead of the current run. @param {Page} page */
export const focusLine = (page) => chartPanel(page).getByText(/^The chart shows /);

/** The sheet over the learning rate on which it is drawn by hand. @param {Page} page */
export const drawSheet = (page) =>
  chartOf(page).getByRole('group', { name: 'Draw the learning rate here', exact: true });
