// What the browser tests share: a page that is ready and watched, and ways to read it.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {{watched: {allow: (pattern: RegExp) => void}}} Watched */

/**
 * Opens the page and, when the test is over, fails it for errors in the console and for requests to
 * any other host. A test that breaks something on purpose says so with `watched.allow`.
 */
export const test = base.extend(
  /** @type {import('@playwright/test').Fixtures<Watched, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */ ({
    watched: [
      async ({ page, baseURL }, use) => {
        /** @type {string[]} */
        const wrong = [];
        /** @type {RegExp[]} */
        const allowed = [];
        page.on('console', (message) => {
          if (message.type() === 'error') wrong.push(message.text());
        });
        page.on('pageerror', (error) => wrong.push(String(error)));
        page.on('request', (request) => {
          const { protocol, origin } = new URL(request.url());
          if (protocol.startsWith('http') && origin !== baseURL) wrong.push(`request to ${origin}`);
        });
        await use({ allow: (pattern) => void allowed.push(pattern) });
        expect(wrong.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
      },
      { auto: true },
    ],
  }),
);

export { expect };

/** @param {Page} page */
export async function open(page) {
  await page.goto('/');
  await expect(runButton(page)).toBeEnabled({ timeout: 30_000 });
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Run, step, epoch and reset, with the progress, in either language. @param {Page} page */
export const trainingBar = (page) => page.getByRole('region', { name: /^(Training|训练)$/ });

/** Its name says what it does now: Run, Pause, Resume or Run again. @param {Page} page */
export const runButton = (page) => trainingBar(page).getByRole('button').first();

/** Epochs done of all, "1 / 30". @param {Page} page */
export const epochsDone = (page) => trainingBar(page).getByRole('status');

/** From a page on which nothing was trained yet to the end of its first epoch. @param {Page} page */
export async function trainOneEpoch(page) {
  await page.keyboard.press('e');
  await expect(epochsDone(page)).toHaveText('1 / 30', { timeout: 30_000 });
  await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });
}

/** The experiment's run, from the press to its end. @param {Page} page @param {number} [timeout] */
export async function runToTheEnd(page, timeout = 60_000) {
  await runButton(page).click();
  await expect(runButton(page)).toHaveText('Run again', { timeout });
}

/** A run that is over at once, to its end. @param {Page} page */
export const trainToEnd = (page) =>
  page.evaluate((document) => /** @type {any} */ (window).anneal.run(document), {
    version: 1,
    data: { source: 'glyphs', train: 320, validation: 64 },
    training: { epochs: 2 },
  });

/**
 * Drops files onto the page.
 *
 * @param {Page} page
 * @param {Record<string, Uint8Array>} files
 */
export async function drop(page, files) {
  const encoded = Object.entries(files).map(([name, bytes]) => ({
    name,
    text: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, encoded);
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer });
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
}

/** What was recognised of files that were dropped. @param {Page} page */
export const droppedFiles = (page) => page.getByRole('region', { name: 'Dropped files' });

/** The chart with its readout, its controls and its table. @param {Page} page */
export const chartPanel = (page) =>
  page.getByRole('region', { name: 'Learning rate, accuracy and loss' });

/**
 * What stands beside a term of a list of figures.
 *
 * @param {Locator} scope
 * @param {string | RegExp} term
 */
export function figure(scope, term) {
  const whole = typeof term === 'string' ? new RegExp(`^\\s*${escaped(term)}\\s*$`) : term;
  return scope.getByRole('term').filter({ hasText: whole }).locator('xpath=following-sibling::dd');
}

/**
 * A value of the chart's readout: of the step under the cursor, or the latest.
 *
 * @param {Page} page
 * @param {'Step' | 'Epoch' | 'Seconds' | 'Learning rate' | 'Held-out' | 'Training' | 'Loss' |
 *   'Weights' | 'Gradient'} name
 */
export const readout = (page, name) => figure(chartPanel(page), name);

/** What the chart shows beside step and epoch while it shows runs or a race alone. @param {Page} page */
export const comparedValues = (page) => chartPanel(page).getByRole('definition');

/**
 * A share as it is written on the page, as a number; NaN where there is none.
 *
 * @param {Locator} locator
 */
export async function percent(locator) {
  return Number.parseFloat((await locator.textContent()) ?? '') / 100;
}

/** A message about what is kept in this browser. @param {Page} page @param {string | RegExp} text */
export const noticeOf = (page, text) => page.getByRole('status').filter({ hasText: text });

/** A word about a link or a file that was opened or copied. @param {Page} page */
export const message = (page) => page.getByRole('group', { name: /^(Message|消息)$/ });

/** The run that was interrupted, offered to be gone on with. @param {Page} page */
export const resumeOffer = (page) => page.getByRole('region', { name: 'Interrupted run' });

/** The settings at the top of the page. @param {Page} page */
export const settings = (page) => page.getByRole('region', { name: 'Experiment', exact: true });

/** @param {Page} page @param {string} name @param {string} value */
export async function setTopField(page, name, value) {
  await settings(page).getByLabel(name, { exact: true }).fill(value);
}

/** @param {Page} page @param {'Data' | 'Network' | 'Optimizer'} name */
const menuButton = (page, name) =>
  settings(page).getByRole('button', { name: new RegExp(`^${name}`) });

/** @param {Page} page @param {'Data' | 'Network' | 'Optimizer'} name */
export async function openMenu(page, name) {
  await menuButton(page, name).click();
  return page.getByRole('dialog', { name, exact: true });
}

/**
 * What a menu says is chosen.
 *
 * @param {Page} page
 * @param {'Data' | 'Network' | 'Optimizer'} name
 * @param {string} value
 */
export const expectChosen = (page, name, value) =>
  expect(menuButton(page, name)).toHaveAccessibleName(new RegExp(`^${name}\\s*${escaped(value)}$`));

/**
 * What the browser keeps, as it lies there.
 *
 * @param {Page} page
 * @param {'experiments' | 'runs' | 'checkpoints' | 'files' | 'races' | 'lanes'} store
 * @returns {Promise<any[]>}
 */
export const shelf = (page, store) =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('anneal');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            // Typed arrays would not cross to the test as lists.
            resolve(JSON.parse(JSON.stringify(all.result, plain)));
          };
        };
        const plain = (/** @type {string} */ _, /** @type {any} */ value) =>
          ArrayBuffer.isView(value) ? [.../** @type {any} */ (value)] : value;
      }),
    store,
  );

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe calls serious or critical on the page as it stands. Evaluated and not added as a script,
 * which the page's policy forbids.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function seriousFindings(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run();
    return violations
      .filter((/** @type {any} */ { impact }) => impact === 'serious' || impact === 'critical')
      .map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ n) => n.html)}`,
      );
  });
}

const data = fileURLToPath(new URL('../../../shared/data/mnist/', import.meta.url));

/** The real files, or undefined where this machine has none. */
export function mnistFiles() {
  const files = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map(
    (name) => data + name,
  );
  return files.every((file) => existsSync(file)) ? files : undefined;
}
