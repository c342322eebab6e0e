// The displayed name of a run.

import { scheduleSummary } from '../schedule/index.js';

/** The name given by the user, or else the name of the schedule. @param {import('../training/run.js').Run} run */
export function runName(run) {
  return run.name.value || scheduleSummary(run.schedule);
}
