// The range test of the learning rate: what it draws, what it suggests, and that the run stays as it was.

import {
  epochsDone,
  expect,
  open,
  readout,
  runButton,
  test,
  trainingBar,
  trainOneEpoch,
} from './page.js';
import { scheduleField } from './schedule.js';

/**
 * How many dots of what is drawn have a colour of the page.
 *
 * @param {import('@playwright/test').Locator} drawn
 * @param {'--loss' | '--rate'} name
 */
const dotsOf = (drawn, name) =>
  drawn.locator('canvas').evaluate((element, color) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
      ...[0, 0, canvas.width, canvas.height],
    );
    const wanted = getComputedStyle(canvas).getPropertyValue(color).trim().slice(1);
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    let dots = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) dots++;
    return dots;
  }, name);

test('the range test suggests a rate, one press adopts it, and the run goes on as it was', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'LR range test' }).click();
  const dialog = page.getByRole('dialog', { name: 'Learning-rate range test' });
  const suggestion = dialog.getByText(/ is (where the loss falls fastest|a tenth of the rate)/);
  await dialog.getByRole('textbox', { name: 'From' }).fill('0');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByRole('alert')).toContainText('From: ');
  await dialog.getByRole('textbox', { name: 'From' }).fill('1e-4');
  await page.keyboard.press('Tab');
  const curve = dialog.getByRole('img', { name: /^Loss at rates from 1e-4 to / });
  await expect(curve).toBeVisible();
  expect(await dotsOf(curve, '--loss')).toBe(0);
  expect(await dotsOf(curve, '--rate')).toBe(0);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(suggestion).toBeVisible({ timeout: 30_000 });
  // The smoothed loss goes across, a line at the suggested rate from top to bottom.
  await expect.poll(() => dotsOf(curve, '--loss')).toBeGreaterThan(100);
  await expect.poll(() => dotsOf(curve, '--rate')).toBeGreaterThan(100);
  const [rate] = ((await suggestion.textContent()) ?? '').trim().split(' ');
  await dialog.getByRole('button', { name: 'Use this rate' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(scheduleField(page, 'Initial rate')).toHaveValue(rate);

  await trainOneEpoch(page);
  const loss = await readout(page, 'Loss').textContent();
  await page.getByRole('button', { name: 'LR range test' }).click();
  await expect(dialog).toContainText('The run itself is not changed');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByRole('status')).toContainText(/finished|diverged/, { timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(readout(page, 'Loss')).toHaveText(loss ?? '');
  await trainingBar(page).getByRole('button', { name: 'Epoch' }).click();
  await expect(epochsDone(page)).toHaveText('2 / 30', { timeout: 30_000 });
  await expect(runButton(page)).toHaveText('Resume');
});
