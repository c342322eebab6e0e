// What the handles and the pencil work on: the grips of the schedule as it is now, and whether a stroke
// is awaited.

import { computed, signal } from '@preact/signals';
import { gripsOf } from './schedule_handles.js';

/**
 * @param {object} options
 * @param {import('../../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../../training/training_controls.js').TrainingControls} options.trainingControls
 * @param {import('../planned_rates.js').PlannedRates} options.plannedRates
 */
export function createRateHandles({ experiment, trainingControls, plannedRates }) {
  /** Whether the pencil is in hand. */
  const armed = signal(false);
  /** Which grip the keyboard goes to as soon as it is there. */
  const wanted = signal(/** @type {string | null} */ (null));

  /** The next step; none where nothing lies ahead. */
  const now = computed(() => {
    void trainingControls.pulse.value;
    const phase = trainingControls.phase.value;
    const run = trainingControls.current.value;
    if (!run) return phase === 'idle' ? 0 : null;
    return phase === 'finished' || phase === 'failed' || phase === 'broken'
      ? null
      : run.status.step;
  });

  const grips = computed(() => {
    if (now.value === null || plannedRates.rates.value.length === 0) return [];
    const wrong = experiment.problemAt('schedule') !== undefined;
    const { schedule } = wrong ? experiment.good.value : experiment.draft.value;
    return gripsOf(schedule, {
      length: plannedRates.length.value,
      now: now.value,
      rates: plannedRates.rates.value,
    });
  });

  return { armed, wanted, now, grips };
}
