// What the handles and the pencil work on: the grips of the schedule as it is now, and whether a stroke
// is awaited.

import { computed, signal } from '@preact/signals';
import { gripsOf } from './schedule_handles.js';

/**
 * @param {object} options
 * @param {import('../../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../../training/training_controls.js').Transport} options.transport
 * @param {import('../planned_rates.js').Plan} options.plan
 */
export function createRateHandles({ experiment, transport, plan }) {
  /** Whether the pencil is in hand. */
  const armed = signal(false);
  /** Which grip the keyboard goes to as soon as it is there. */
  const wanted = signal(/** @type {string | null} */ (null));

  /** The next step; none where nothing lies ahead. */
  const now = computed(() => {
    void transport.pulse.value;
    const phase = transport.phase.value;
    const run = transport.current.value;
    if (!run) return phase === 'idle' ? 0 : null;
    return phase === 'finished' || phase === 'failed' || phase === 'broken'
      ? null
      : run.status.step;
  });

  const grips = computed(() => {
    if (now.value === null || plan.rates.value.length === 0) return [];
    const wrong = experiment.problemAt('schedule') !== undefined;
    const { schedule } = wrong ? experiment.good.value : experiment.draft.value;
    return gripsOf(schedule, {
      length: plan.length.value,
      now: now.value,
      rates: plan.rates.value,
    });
  });

  return { armed, wanted, now, grips };
}
