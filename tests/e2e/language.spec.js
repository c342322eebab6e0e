// The page in a reader's own language, down to what the core refuses.

import { drop, expect, open, runButton, test } from './page.js';

test.use({ locale: 'zh-CN' });

/** Two words of English, one after the other; names in quotes and paths of settings are none. */
const ENGLISH = /[A-Za-z]{2,} [A-Za-z]{2,}/;

test('the language is the browser’s until another is chosen, which is remembered', async ({
  page,
}) => {
  await open(page);
  await expect(runButton(page)).toHaveText('运行');
  await page.locator('.language-select').selectOption({ label: 'English' });
  await expect(runButton(page)).toHaveText('Run');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(runButton(page)).toHaveText('Run');
  await page.locator('.language-select').selectOption({ label: '简体中文' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('a file that is refused is said in that language', async ({ page }) => {
  await open(page);
  const said = page.locator('.said-box');
  const mine = Buffer.from(JSON.stringify({ version: 1, training: { epochs: -3 } }));
  await drop(page, { 'mine.json': mine });
  await expect(said).toContainText('training.epochs');
  await expect(said).toContainText('-3');
  await expect(said).not.toContainText(ENGLISH);

  await drop(page, { 'train.bin': new Uint8Array(3000) });
  const detected = page.locator('.detected-format li[data-refused=true]').first();
  await expect(detected).toContainText(/train\.bin.*\p{Script=Han}/u);
  await expect(detected).not.toContainText(ENGLISH);
});

test('a setting that cannot be is said beside it in that language', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: '网络' }).click();
  const first = page.locator('.network-panel .layer-row').first();
  await first.getByLabel('卷积核数').fill('-3');
  const problem = first.locator('.layer-problem');
  await expect(problem).toContainText('-3');
  await expect(problem).not.toContainText(ENGLISH);
});
