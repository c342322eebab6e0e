// What the browser tests of schedules share: the panel of the schedule and the menu of its families.

import { expect } from './page.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
export const schedulePanel = (page) => page.getByRole('region', { name: 'Schedule', exact: true });

/** A field of the schedule, typed. @param {Page} page @param {string} label */
export const scheduleField = (page, label) => schedulePanel(page).getByLabel(label).first();

/** Says which family the schedule is of, and opens their menu. @param {Page} page */
export const familyButton = (page) =>
  schedulePanel(page)
    .getByRole('button', { name: /^Schedule: / })
    .first();

/** @param {Page} page @param {string} name */
export const expectFamily = (page, name) =>
  expect(familyButton(page)).toHaveAccessibleName(`Schedule: ${name}`);

/** Chooses a family of schedules from its menu. @param {Page} page @param {string} name */
export async function chooseFamily(page, name) {
  await familyButton(page).click();
  await page
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .click();
  await expectFamily(page, name);
}

/** The formula of the family, typeset. @param {Page} page */
export const formula = (page) => page.getByRole('math', { name: /^Formula with the values/ });

/**
 * The last line of the formula: the rate of this step or epoch.
 *
 * @param {Page} page
 * @param {string} rate
 */
export const expectFormulaResult = (page, rate) =>
  expect(formula(page)).toHaveText(new RegExp(`=\\s*${rate}[\\s\\u200b]*$`));
