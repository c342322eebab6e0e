// What a reader does first, in Firefox: opens the page, trains, changes the schedule under way, looks
// into panels, and gets the same history that Node computes.

import puppeteer from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { preview } from 'vite';
import { loadAnneal } from '../../bindings/bridge.js';

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('vite').PreviewServer} */
let server;
/** @type {string} */
let address;
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
  page = await browser.newPage();
  wrong = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  await page.waitForSelector('.transport .run:not(:disabled)');
});

afterEach(async () => {
  await page.close();
  expect(wrong).toEqual([]);
});

/** @param {string} selector */
const text = (selector) => page.$eval(selector, (element) => element.textContent ?? '');

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
    await hasWords('.transport .run', 'Resume');
    expect(Number.parseFloat(await text('.readout [data-kind=held-out] dd'))).toBeGreaterThan(60);
    await page.keyboard.press('s');
    await hasWords('.readout [data-kind=step] dd', '125');
  });

  it('a schedule that is changed under way takes hold, and the past stays', async () => {
    await page.keyboard.press('e');
    await hasWords('.transport .run', 'Resume');
    const before = await text('.readout [data-kind=rate] dd');
    await page.focus('.slider-field input[type=range]');
    await page.keyboard.press('ArrowLeft');
    await page.focus('.bands');
    await page.keyboard.press('s');
    await hasWords('.readout [data-kind=step] dd', '125');
    expect(await text('.readout [data-kind=rate] dd')).not.toBe(before);
  });

  it('every panel opens', async () => {
    await page.keyboard.press('e');
    await hasWords('.transport .run', 'Resume');
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
    await page.evaluate(() => localStorage.removeItem('anneal.build'));
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
