// What a run is called on the page.

import { scheduleSummary } from '../schedule/index.js';

/** A run as its reader calls it, or else by its schedule. @param {import('../training/run.js').Run} run */
export function runName(run) {
  return run.name.value || scheduleSummary(run.schedule);
}
