// What a reader does first, in Firefox: opens the page, trains, changes the schedule under way and takes it
// back, looks into panels, shares, reloads, changes the language, and gets the history that Node computes.

import puppeteer from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { preview } from 'vite';
import { loadAnneal } from '../../bindings/api/index.js';
import { linkOf } from '../../web/features/sharing/share_link.js';

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('vite').PreviewServer} */
let server;
/** @type {string} */
let address;
/** Of its own storage, as a person's who was never here. @type {import('puppeteer-core').BrowserContext} */
let context;
/** @type {import('puppeteer-core').Page} */
let page;
/** @type {string[]} */
let wrong;

beforeAll(async () => {
  server = await preview({ configFile: 'web/vite.config.js', preview: { port: 0 } });
  address = /** @type {string} */ (server.resolvedUrls?.local[0]);
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: true,
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  context = await browser.createBrowserContext();
  page = await context.newPage();
  wrong = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  await page.waitForSelector('.training-bar .run:not(:disabled)');
});

afterEach(async () => {
  await context.close();
  expect(wrong).toEqual([]);
});

/** @param {string} selector */
const text = (selector) => page.$eval(selector, (element) => element.textContent ?? '');

/** @param {string} name of a panel, as its tab says it */
const openPanel = (name) => page.locator(`.panels [role=tab]::-p-text(${name})`).click();

/** @param {string} words @param {string} selector */
const hasWords = (selector, words) =>
  page.waitForFunction(
    (where, what) => document.querySelector(where)?.textContent?.includes(what),
    { timeout: 60_000 },
    selector,
    words,
  );

describe('in Firefox', () => {
  it('the core computes with SIMD, on threads', async () => {
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await text('footer')).toContain('threads');
  });

  it('a run trains, pauses and goes on by keyboard', async () => {
    await page.keyboard.press('e');
    await hasWords('.progress-epoch output', '1 / 30');
    await hasWords('.training-bar .run', 'Resume');
    expect(Number.parseFloat(await text('.readout [data-kind=held-out] dd'))).toBeGreaterThan(60);
    await page.keyboard.press('s');
    await hasWords('.readout [data-kind=step] dd', '125');
  });

  it('a schedule that is changed under way takes hold, and the past stays', async () => {
    await page.keyboard.press('e');
    await hasWords('.training-bar .run', 'Resume');
    const before = await text('.readout [data-kind=rate] dd');
    await page.focus('.slider-field input[type=range]');
    await page.keyboard.press('ArrowLeft');
    await page.focus('.bands');
    await page.keyboard.press('s');
    await hasWords('.readout [data-kind=step] dd', '125');
    expect(await text('.readout [data-kind=rate] dd')).not.toBe(before);
  });

  it('undo takes back a change of the schedule, in the controls and in the run', async () => {
    await page.keyboard.press('e');
    await hasWords('.training-bar .run', 'Resume');
    const before = await text('.readout [data-kind=rate] dd');
    await page.focus('.slider-field input[type=range]');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('.chart-mark[data-step="125"]');
    await page.focus('.bands');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await hasWords('.undo [aria-live]', 'Undone');
    await page.keyboard.press('s');
    await hasWords('.readout [data-kind=step] dd', '125');
    expect(await text('.readout [data-kind=rate] dd')).toBe(before);
  });

  it('filters and confusion show the network, and a cell its images', async () => {
    await page.keyboard.press('e');
    await hasWords('.training-bar .run', 'Resume');
    await openPanel('Filters');
    await page.waitForSelector('.panels .image-cell canvas[width="5"]');
    expect(await page.$$('.panels .image-cell canvas')).toHaveLength(8);
    await openPanel('Confusion matrix');
    await page.waitForSelector('.confusion .cell');
    await page.click('.confusion .cell.right');
    await page.waitForSelector('.panels .image-cell canvas');
  });

  it('a link carries the experiment to another page', async () => {
    const experiment = { version: 1, name: 'From afar', seed: 4321 };
    const hash = linkOf(/** @type {any} */ (experiment));
    const elsewhere = await browser.createBrowserContext();
    const other = await elsewhere.newPage();
    await other.goto(address + hash);
    await other.waitForFunction(() =>
      document.querySelector('.said-box')?.textContent?.includes('From afar'),
    );
    const run = await other.$eval('.training-bar .run', (element) => element.textContent);
    expect(run).toBe('Run');
    await elsewhere.close();
  });

  it('a run outlives a reload and goes on', async () => {
    await page.keyboard.press('e');
    await hasWords('.training-bar .run', 'Resume');
    await hasWords('.readout [data-kind=step] dd', '124');
    await page.reload();
    await hasWords('.resume-offer', 'stood at step 125 of 3,750');
    await page.click('.resume-offer .solid');
    await hasWords('.training-bar .run', 'Pause');
    await page.keyboard.press(' ');
    await hasWords('.training-bar .run', 'Resume');
    const step = Number((await text('.readout [data-kind=step] dd')).replace(',', ''));
    expect(step).toBeGreaterThanOrEqual(124);
  });

  it('speaks another language, and remembers it', async () => {
    await page.select('.language-select', 'zh-Hans');
    await hasWords('.training-bar .run', '运行');
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
    await page.reload();
    await hasWords('.training-bar .run', '运行');
  });

  it('every panel opens', async () => {
    await page.keyboard.press('e');
    await hasWords('.training-bar .run', 'Resume');
    for (const tab of await page.$$('.panels [role=tab]')) {
      await tab.click();
      await page.waitForSelector('.panels [role=tabpanel] > *');
    }
  });

  it('the history is the one that Node computes, to the last bit', async () => {
    const data = { source: 'glyphs', train: 320, validation: 64 };
    const experiment = { version: 1, data, training: { epochs: 2, batch_size: 32 } };
    // In the same build, that is: the one that Node of every version runs.
    await page.evaluate(() => localStorage.setItem('anneal.build', 'simd'));
    await page.reload();
    const history = await page.evaluate(
      (wanted) => /** @type {any} */ (window).anneal.run(wanted),
      experiment,
    );
    const anneal = await loadAnneal({ build: 'simd' });
    const session = await anneal.createSession(experiment);
    try {
      session.run();
      const expected = session.history();
      expect(history.steps.step).toHaveLength(20);
      expect(JSON.stringify(history)).toBe(JSON.stringify(expected));
    } finally {
      session.dispose();
    }
  });
});
