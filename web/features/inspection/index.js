// The public interface of this feature.

export { createInspection } from './inspection.js';
export { everyEpoch, useInspected, useLive } from './live.js';
export { NoRun, Refused } from './no_run.jsx';
export { createPanelSelection } from './panel_selection.js';
export { PixelCanvas, ScaleLegend, useDiverging } from './pixel_canvas.jsx';
export { largest, ProbabilityBars } from './probability_bars.jsx';
export { SampleGrid } from './sample_grid.jsx';
export { SamplePicker } from './sample_picker.jsx';
export { layerTitle, shapeText } from './titles.js';
