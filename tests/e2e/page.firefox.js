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
  await isRunLabelled('Run');
  await page.waitForFunction((button) => !button.disabled, {}, await named('Run', 'button'));
});

afterEach(async () => {
  await context.close();
  expect(wrong).toEqual([]);
});

/** Elements of a role. Firefox has no way to ask for roles that Puppeteer's protocol can use. */
const roles = {
  button: 'button',
  combobox: 'select',
  contentinfo: 'footer',
  gridcell: '[role=gridcell]',
  group: 'fieldset, [role=group]',
  note: '[role=note]',
  region: 'section, [role=region]',
  slider: 'input[type=range]',
  tab: '[role=tab]',
  tabpanel: '[role=tabpanel]',
};

/**
 * The first element of a role, and with a name of that name, once it is there.
 *
 * @param {string | null} name accessible name: label, labelling element, legend or text
 * @param {keyof typeof roles} role
 */
async function named(name, role, where = page) {
  const found = await where.waitForFunction(
    (selector, wanted) => {
      const nameOf = (/** @type {any} */ element) => {
        const label = element.getAttribute('aria-label');
        const labelledBy = element.getAttribute('aria-labelledby');
        const labelling =
          (labelledBy && document.getElementById(labelledBy)) ??
          element.labels?.[0] ??
          element.querySelector(':scope > legend') ??
          element;
        return (label ?? labelling.textContent).trim();
      };
      return [...document.querySelectorAll(selector)].find(
        (element) => wanted === null || nameOf(element) === wanted,
      );
    },
    { timeout: 60_000 },
    roles[role],
    name,
  );
  return /** @type {import('puppeteer-core').ElementHandle<HTMLButtonElement>} */ (
    found.asElement()
  );
}

/** What the button says that runs and pauses. @param {string} label @param {string} region */
async function isRunLabelled(label, region = 'Training', where = page) {
  const bar = await named(region, 'region', where);
  await where.waitForFunction(
    (element, wanted) => element.querySelector('button')?.textContent === wanted,
    { timeout: 60_000 },
    bar,
    label,
  );
}

/**
 * @param {string} name of a region, or of another role
 * @param {string} words that are or will be in it
 * @param {keyof typeof roles} role
 */
async function says(name, words, role = 'region', where = page) {
  const region = await named(name, role, where);
  await where.waitForFunction(
    (element, wanted) => element.textContent?.includes(wanted),
    { timeout: 60_000 },
    region,
    words,
  );
}

/** A value of the chart's readout. @param {string} term */
async function readout(term) {
  const chart = await named(CHART, 'region');
  return chart.evaluate((element, wanted) => {
    const terms = [...element.querySelectorAll('dt')];
    const found = terms.find(({ textContent }) => textContent?.trim() === wanted);
    return found?.nextElementSibling?.textContent ?? '';
  }, term);
}

/** @param {string} term @param {string} value */
const reads = (term, value) =>
  expect.poll(() => readout(term), { timeout: 60_000 }).toContain(value);

/** @param {string} name of a panel, as its tab says it */
const openPanel = async (name) => (await named(name, 'tab')).click();

/** Away from the slider: the keys of the whole page are meant. */
const leaveSlider = async () => (await named('Show as table', 'button')).focus();

const CHART = 'Learning rate, accuracy and loss';

describe('in Firefox', () => {
  it('the core computes with SIMD, on threads', async () => {
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const footer = await named(null, 'contentinfo');
    await page.waitForFunction((element) => element.textContent?.includes('threads'), {}, footer);
  });

  it('a run trains, pauses and goes on by keyboard', async () => {
    await page.keyboard.press('e');
    await says('Training', '1 / 30');
    await isRunLabelled('Resume');
    expect(Number.parseFloat(await readout('Held-out'))).toBeGreaterThan(60);
    await page.keyboard.press('s');
    await reads('Step', '125');
  });

  it('a schedule that is changed under way takes hold, and the past stays', async () => {
    await page.keyboard.press('e');
    await isRunLabelled('Resume');
    const before = await readout('Learning rate');
    await (await named('Initial rate', 'slider')).focus();
    await page.keyboard.press('ArrowLeft');
    await leaveSlider();
    await page.keyboard.press('s');
    await reads('Step', '125');
    expect(await readout('Learning rate')).not.toBe(before);
  });

  it('undo takes back a change of the schedule, in the controls and in the run', async () => {
    await page.keyboard.press('e');
    await isRunLabelled('Resume');
    const before = await readout('Learning rate');
    await (await named('Initial rate', 'slider')).focus();
    await page.keyboard.press('ArrowLeft');
    await named(null, 'note');
    await leaveSlider();
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await says('Undo and redo', 'Undone', 'group');
    await page.keyboard.press('s');
    await reads('Step', '125');
    expect(await readout('Learning rate')).toBe(before);
  });

  it('filters and confusion show the network, and a cell its images', async () => {
    await page.keyboard.press('e');
    await isRunLabelled('Resume');
    await openPanel('Filters');
    const filters = await named('Filters', 'group');
    await filters.waitForSelector('canvas[width="5"]');
    expect(await filters.$$('canvas')).toHaveLength(8);
    await openPanel('Confusion matrix');
    await (await named(null, 'gridcell')).click();
    const panel = await named('Confusion matrix', 'tabpanel');
    await panel.waitForSelector('canvas');
  });

  it('a link carries the experiment to another page', async () => {
    const experiment = { version: 1, name: 'From afar', seed: 4321 };
    const hash = linkOf(/** @type {any} */ (experiment));
    const elsewhere = await browser.createBrowserContext();
    const other = await elsewhere.newPage();
    await other.goto(address + hash);
    await says('Message', 'From afar', 'group', other);
    await isRunLabelled('Run', 'Training', other);
    await elsewhere.close();
  });

  it('a run outlives a reload and goes on', async () => {
    await page.keyboard.press('e');
    await isRunLabelled('Resume');
    await reads('Step', '124');
    await page.reload();
    await says('Interrupted run', 'was interrupted at step 125 of 3,750');
    const offer = await named('Interrupted run', 'region');
    await offer.evaluate((element) => element.querySelector('button')?.click());
    await isRunLabelled('Pause');
    await page.keyboard.press(' ');
    await isRunLabelled('Resume');
    const step = Number((await readout('Step')).replace(',', ''));
    expect(step).toBeGreaterThanOrEqual(124);
  });

  it('speaks another language, and remembers it', async () => {
    await (await named('Language', 'combobox')).select('zh-Hans');
    await isRunLabelled('运行', '训练');
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
    await page.reload();
    await isRunLabelled('运行', '训练');
  });

  it('every panel opens', async () => {
    await page.keyboard.press('e');
    await isRunLabelled('Resume');
    for (const tab of await page.$$('[role=tab]')) {
      await tab.click();
      await page.waitForSelector('[role=tabpanel] > *');
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
