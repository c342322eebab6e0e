// The public interface of this feature.

export { ChartPanel } from './chart_panel.jsx';
export { axisOf } from './chart_selectors.js';
export { createChartView } from './chart_view.js';
export { createChartIsolation } from './isolation.js';
