// The public interface of this feature.

export { Panels } from './panels.jsx';
