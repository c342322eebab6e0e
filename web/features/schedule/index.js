// The public interface of this feature.

export { createFamilyCurves } from './family_curves.js';
export { ScheduleHandles } from './handles/handles.jsx';
export { DrawingLayer } from './handles/pencil.jsx';
export { createRateHandles } from './handles/rate_handles.js';
export { useReadableStep } from './formula/readable_step.js';
export { createPlannedRates } from './planned_rates.js';
export { heightOf, withHeight } from './schedule_changes.js';
export { familyOf } from './schedule_families.js';
export { editLabel, familyName, scheduleKeyName, scheduleSummary } from './schedule_labels.js';
export { SchedulePanel } from './schedule_panel.jsx';
