// State of editing the learning rate on the chart: the handles of the current schedule, and whether drawing by
// hand is active.

import { computed, signal } from '@preact/signals';
import { scheduleHandles } from './schedule_handles.js';

/**
 * @param {object} options
 * @param {import('../../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../../training/training_controls.js').TrainingControls} options.trainingControls
 * @param {import('../planned_rates.js').PlannedRates} options.plannedRates
 * @param {import('@preact/signals').Signal<import('../../../protocol/schema.js').Schema>} options.schema
 */
export function createRateHandles({ experiment, trainingControls, plannedRates, schema }) {
  /** Whether drawing by hand is active. */
  const drawing = signal(false);
  /** The id of the handle that takes the keyboard focus once it is rendered. */
  const focusTarget = signal(/** @type {string | null} */ (null));

  /** The next step of the run; null if the run cannot continue. */
  const nextStep = computed(() => {
    void trainingControls.pulse.value;
    const phase = trainingControls.phase.value;
    const run = trainingControls.current.value;
    if (!run) return phase === 'idle' ? 0 : null;
    return phase === 'finished' || phase === 'failed' || phase === 'broken'
      ? null
      : run.status.step;
  });

  const all = computed(() => {
    if (nextStep.value === null || plannedRates.rates.value.length === 0) return [];
    const wrong = experiment.problemAt('schedule') !== undefined;
    const { schedule } = wrong ? experiment.good.value : experiment.draft.value;
    return scheduleHandles(schedule, {
      length: plannedRates.length.value,
      now: nextStep.value,
      rates: plannedRates.rates.value,
      schema: schema.value,
    });
  });

  return { drawing, focusTarget, nextStep, all };
}
