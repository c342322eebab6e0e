// What other parts of the page use of this feature.

export { isOpen, Race } from './race.js';
export { RaceButton } from './race_button.jsx';
export { entryNames } from './race_labels.js';
export { RacePanel } from './race_panel.jsx';
export { curvesOf } from './race_results.js';
export { createRaces } from './races.js';
