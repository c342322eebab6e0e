// What other parts of the page use of this feature.

export { Panels } from './panels.jsx';
