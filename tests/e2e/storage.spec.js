// What outlives the page: a reload, a crash, a second tab, and a browser that keeps nothing.

import {
  epochsDone,
  expect,
  noticeOf,
  open,
  readout,
  resumeOffer,
  runButton,
  runToTheEnd,
  settings,
  setTopField,
  shelf,
  test,
} from './page.js';
import { runRows, runsTable } from './runs.js';

/** @typedef {import('@playwright/test').Page} Page */

const offer = (/** @type {Page} */ page) => resumeOffer(page);

/** Long enough that a checkpoint comes before the end. @param {Page} page */
async function setLongRun(page) {
  await setTopField(page, 'Epochs', '40');
  await setTopField(page, 'Seed', '3');
}

test('the experiment is there again after a reload', async ({ page }) => {
  await open(page);
  await setTopField(page, 'Seed', '77');
  await expect.poll(() => shelf(page, 'experiments')).toMatchObject([{ document: { seed: 77 } }]);
  await page.reload();
  await expect(settings(page).getByLabel('Seed')).toHaveValue('77');
});

test('a change in the last moment before a reload is kept', async ({ page }) => {
  await open(page);
  await setTopField(page, 'Seed', '78');
  await page.keyboard.press('Tab');
  await page.reload();
  await expect(settings(page).getByLabel('Seed')).toHaveValue('78');
});

test('runs are there again after a reload', async ({ page }) => {
  await open(page);
  await setTopField(page, 'Epochs', '1');
  await runToTheEnd(page);
  const heldOut = await readout(page, 'Held-out').textContent();
  await page.reload();
  await expect(runRows(page)).toHaveCount(1);
  await expect(runsTable(page)).toContainText(heldOut ?? '');
  await expect(offer(page)).toHaveCount(0);
});

test('a run whose tab crashed goes on, and ends as one that was never interrupted', async ({
  page,
  context,
  watched,
}) => {
  watched.allow(/crash/i);
  test.setTimeout(300_000); // two runs of forty epochs
  await open(page);
  await setLongRun(page);
  await runButton(page).click();
  await expect.poll(() => shelf(page, 'checkpoints'), { timeout: 60_000 }).toHaveLength(1);
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => {});
  await crashed;

  const next = await context.newPage();
  await open(next);
  await expect(offer(next)).toContainText(/^Run 1 was interrupted at step [\d,]+ of 5,000\./);
  await expect(settings(next).getByLabel('Epochs')).toHaveValue('40');
  await offer(next).getByRole('button', { name: 'Resume' }).click();
  await expect(offer(next)).toHaveCount(0);
  await expect(runButton(next)).toHaveText('Run again', { timeout: 150_000 });
  await expect.poll(() => shelf(next, 'checkpoints')).toEqual([]);
  const [resumed] = await shelf(next, 'runs');
  expect(resumed.steps.step).toHaveLength(5000);

  const whole = await next.evaluate(
    (experiment) => /** @type {any} */ (window).anneal.run(experiment),
    resumed.experiment,
  );
  for (const table of ['steps', 'epochs']) {
    for (const [column, values] of Object.entries(resumed[table])) {
      // How long it took is not of the experiment.
      if (column === 'seconds') continue;
      expect(values, `${table}.${column}`).toEqual(whole[table][column]);
    }
  }
});

test('what a living tab trains is offered in another only once it is closed', async ({
  page,
  context,
}) => {
  await open(page);
  await setLongRun(page);
  await runButton(page).click();
  await expect(epochsDone(page)).not.toHaveText('0 / 40', { timeout: 60_000 });
  await page.keyboard.press(' ');
  await page.locator('body').press('s');
  await expect.poll(() => shelf(page, 'checkpoints')).toHaveLength(1);
  const next = await context.newPage();
  await open(next);
  await expect(settings(next).getByLabel('Epochs')).toHaveValue('40');
  await expect(offer(next)).toHaveCount(0);
  await expect(runRows(next)).toHaveCount(0);
  await page.close();
  await expect(offer(next)).toBeVisible();
  await expect(runRows(next)).toHaveCount(1);
  await offer(next).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(next)).toHaveCount(0);
  await expect(runRows(next)).toHaveCount(1);
  expect(await shelf(next, 'checkpoints')).toEqual([]);
});

test('a browser that keeps nothing says so once, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page);
  const notice = noticeOf(page, 'does not let the page store data');
  await expect(notice).toHaveCount(1);
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
  await setTopField(page, 'Epochs', '1');
  await runToTheEnd(page);
  await expect(notice).toHaveCount(0);
});

test('a full disk is said once, and training goes on', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (/** @type {any} */ value, /** @type {any} */ key) {
      if (this.name === 'runs') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  await open(page);
  await page.keyboard.press('s');
  const notice = noticeOf(page, 'storage is full');
  await expect(notice).toHaveCount(1);
  await expect(readout(page, 'Step')).toHaveText('0');
  await page.keyboard.press('s');
  await expect(readout(page, 'Step')).toHaveText('1');
  await expect(notice).toHaveCount(1);
});
