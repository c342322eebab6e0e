// What the browser tests share: a page that is ready and watched, and ways to read it.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';

/** @typedef {import('@playwright/test').Page} Page */
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
  await expect(runButton(page)).toBeEnabled();
}

/** @param {Page} page */
export const runButton = (page) => page.locator('.training-bar .run');

/** From a page on which nothing was trained yet to the end of its first epoch. @param {Page} page */
export async function trainOneEpoch(page) {
  await page.keyboard.press('e');
  const progress = page.locator('.progress-epoch output');
  await expect(progress).toHaveText('1 / 30', { timeout: 30_000 });
  await expect(runButton(page)).toHaveText('Resume', { timeout: 30_000 });
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
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/**
 * @param {Page} page
 * @param {'step' | 'epoch' | 'seconds' | 'rate' | 'held-out' | 'training' | 'loss'} kind
 */
export const readout = (page, kind) => page.locator(`.readout [data-kind=${kind}] dd`);

/**
 * A share as it is written on the page, as a number; NaN where there is none.
 *
 * @param {import('@playwright/test').Locator} locator
 */
export async function percent(locator) {
  return Number.parseFloat((await locator.textContent()) ?? '') / 100;
}

/** @param {Page} page @param {string} name @param {string} label */
export async function setTopField(page, name, label) {
  await page.locator('.settings').getByLabel(name, { exact: true }).fill(label);
}

/** @param {Page} page @param {'data' | 'network' | 'optimizer'} name */
export async function openMenu(page, name) {
  await page.locator(`[data-menu=${name}] .setting`).click();
  return page.locator(`[data-menu=${name}] .menu-panel`);
}

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

/** Chooses a family of schedules from its menu. @param {Page} page @param {string} type */
export async function chooseFamily(page, type) {
  await page.locator('.schedule .family-button').first().click();
  await page.locator(`.family-option[data-type=${type}]`).click();
  await expect(page.locator('.schedule .family-button').first()).toHaveAttribute('data-type', type);
}

/** The real files, or undefined where this machine has none. */
export function mnistFiles() {
  const files = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map(
    (name) => data + name,
  );
  return files.every((file) => existsSync(file)) ? files : undefined;
}
