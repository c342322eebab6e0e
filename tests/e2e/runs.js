// What the browser tests of runs share: their table, its rows and cells, and what was deleted from it.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** @param {Page} page */
export const runsPanel = (page) => page.getByRole('region', { name: 'Runs', exact: true });

/** @param {Page} page */
export const runsTable = (page) => page.getByRole('table', { name: 'Runs', exact: true });

/** The rows of a table that begin with a name of their own. @param {Locator} table */
export const rowsOf = (table) =>
  table.getByRole('row').filter({ has: table.page().getByRole('rowheader') });

/** @param {Page} page */
export const runRows = (page) => rowsOf(runsTable(page));

/**
 * The cell of a row below a header of its table.
 *
 * @param {Locator} row
 * @param {string} header
 */
export async function cellUnder(row, header) {
  const table = row.locator('xpath=ancestor::table[1]');
  const headers = await table.getByRole('columnheader').allTextContents();
  const column = headers.findIndex((text) => text.trim() === header);
  if (column < 1) throw new Error(`no column "${header}" in ${headers.join(', ')}`);
  // The first column holds the name of the row.
  return row.getByRole('cell').nth(column - 1);
}

/** What was deleted just now, with its Undo. @param {Page} page */
export const undoNotice = (page) =>
  runsPanel(page).getByRole('status').filter({ hasText: 'deleted' });
