// The page in a reader's own language, down to what the core refuses.

import { drop, expect, message, open, runButton, test } from './page.js';

test.use({ locale: 'zh-CN' });

/** Two words of English, one after the other; names in quotes and paths of settings are none. */
const ENGLISH = /[A-Za-z]{2,} [A-Za-z]{2,}/;

test('the language is the browser’s until another is chosen, which is remembered', async ({
  page,
}) => {
  await open(page);
  await expect(runButton(page)).toHaveText('运行');
  await page
    .getByRole('combobox', { name: /^(Language|语言)$/ })
    .selectOption({ label: 'English' });
  await expect(runButton(page)).toHaveText('Run');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(runButton(page)).toHaveText('Run');
  await page
    .getByRole('combobox', { name: /^(Language|语言)$/ })
    .selectOption({ label: '简体中文' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('a file that is refused is said in that language', async ({ page }) => {
  await open(page);
  const said = message(page);
  const mine = Buffer.from(JSON.stringify({ version: 1, training: { epochs: -3 } }));
  await drop(page, { 'mine.json': mine });
  await expect(said).toContainText('training.epochs');
  await expect(said).toContainText('-3');
  await expect(said).not.toContainText(ENGLISH);

  await drop(page, { 'train.bin': new Uint8Array(3000) });
  const understood = page
    .getByRole('region', { name: '拖入的文件' })
    .getByRole('listitem')
    .filter({ hasText: 'train.bin' });
  await expect(understood).toContainText(/train\.bin.*\p{Script=Han}/u);
  await expect(understood).not.toContainText(ENGLISH);
});

test('a setting that cannot be is said beside it in that language', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: '网络' }).click();
  const first = page.getByRole('listitem', { name: /^第 1 层/ });
  await first.getByLabel('卷积核数').fill('-3');
  const problem = first.getByRole('alert');
  await expect(problem).toContainText('-3');
  await expect(problem).not.toContainText(ENGLISH);
});
