// Colours of runs that are not the current one. They keep away from the four that mean something else.

const COLORS = ['--run-1', '--run-2', '--run-3', '--run-4', '--run-5'];

/**
 * @param {import('../state/run.js').Run} run
 * @returns {string} of the theme that is on
 */
export function runColor(run) {
  const name = runColorName(run);
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** @param {import('../state/run.js').Run} run */
export function runColorName({ number }) {
  return COLORS[(number - 1) % COLORS.length];
}
