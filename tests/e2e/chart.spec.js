// The chart as files: what is saved is what is looked at.

import { readFile } from 'node:fs/promises';
import { expect, open, test, trainOneEpoch } from './page.js';

test('the chart is saved as a picture, as lines and as numbers', async ({ page }) => {
  await open(page);
  await trainOneEpoch(page);
  const save = async (/** @type {number} */ choice) => {
    await page.locator('.save-menu > button').click();
    const saving = page.waitForEvent('download');
    await page.locator('.save-menu button').nth(choice).click();
    const file = await saving;
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  };

  const png = await save(1);
  expect(png.name).toMatch(/\.png$/);
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  const svg = await save(2);
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.content.toString()).toMatch(/^(<\?xml.*\?>\s*)?<svg/);
  const steps = await save(3);
  expect(steps.name).toMatch(/-steps\.csv$/);
  const lines = steps.content.toString().trim().split('\r\n');
  expect(lines).toHaveLength(1 + 125);
  const epochs = await save(4);
  expect(epochs.content.toString().trim().split('\r\n')).toHaveLength(1 + 1);
});
