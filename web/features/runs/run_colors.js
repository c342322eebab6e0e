// The eight line styles of runs other than the current one: a colour that differs from the four with a fixed
// meaning, and a dash pattern, so that runs do not differ by colour alone.

const STYLES = /** @type {const} */ ([
  { name: '--run-1', dash: [] },
  { name: '--run-2', dash: [7, 4] },
  { name: '--run-3', dash: [2, 3] },
  { name: '--run-4', dash: [10, 3, 2, 3] },
  { name: '--run-5', dash: [] },
  { name: '--run-6', dash: [7, 4] },
  { name: '--run-7', dash: [2, 3] },
  { name: '--run-8', dash: [10, 3, 2, 3] },
]);

/** @param {number} style @returns {{name: string, dash: number[]}} name of the colour in tokens.css */
export function runStyle(style) {
  const { name, dash } = STYLES[style % STYLES.length];
  return { name, dash: [...dash] };
}

/**
 * @param {number} style
 * @returns {string} the colour in the current theme
 */
export function colorOfStyle(style) {
  return getComputedStyle(document.documentElement).getPropertyValue(runStyle(style).name).trim();
}
