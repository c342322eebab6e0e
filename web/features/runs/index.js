// What other parts of the page use of this feature.

export { createComparison, styleOf } from './comparison.js';
export { colorOfStyle, runStyle } from './run_colors.js';
export { runName } from './run_labels.js';
export { createRuns } from './runs.js';
export { RunsPanel } from './runs_panel.jsx';
export { Swatch } from './swatch.jsx';
