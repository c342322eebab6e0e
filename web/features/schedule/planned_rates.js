// The rates that the schedule gives to every step: of the run that is going on, or else of the one
// that the document describes. The core computes them.

import { computed, effect, signal } from '@preact/signals';
import { setAt } from '../experiment/index.js';
import { findPlateau } from './schedule_timeline.js';

/** Longer plans are not asked for: they would take more memory than a curve is worth. */
const MOST_STEPS = 5e6;

/**
 * The schedule as it goes on: a plateau from the rate that it has come down to.
 *
 * @param {import('../../protocol/types.js').Schedule} schedule
 * @param {import('../../protocol/types.js').PlateauState | null} counted
 */
export function asCounted(schedule, counted) {
  const plateau = counted && findPlateau(schedule);
  if (!plateau) return schedule;
  return setAt({ schedule }, `${plateau.path}.initial`, counted.rate).schedule;
}

/**
 * @param {object} options
 * @param {import('../../protocol/service.js').AnnealService} options.service
 * @param {import('../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../training/training_controls.js').TrainingControls} options.trainingControls
 */
export function createPlannedRates({ service, experiment, trainingControls }) {
  /** @type {import('@preact/signals').Signal<Float64Array>} */
  const rates = signal(new Float64Array(0));
  let latest = 0;

  /** Steps of the run. @type {import('@preact/signals').ReadonlySignal<{steps: number, stepsPerEpoch: number}>} */
  const length = computed(() => {
    const run = trainingControls.current.value;
    if (run && trainingControls.phase.value !== 'finished') {
      const { totalSteps, stepsPerEpoch } = run.status;
      return { steps: totalSteps, stepsPerEpoch };
    }
    const { data, training } = experiment.good.value;
    const stepsPerEpoch = Math.max(1, Math.ceil(data.train / training.batch_size));
    return { steps: stepsPerEpoch * training.epochs, stepsPerEpoch };
  });

  /** What the curve depends on, as one string: other edits of the document leave it alone. */
  const question = computed(() =>
    JSON.stringify([
      asCounted(experiment.good.value.schedule, trainingControls.plateau.value),
      length.value.steps,
      length.value.stepsPerEpoch,
    ]),
  );

  const stop = effect(() => {
    const [schedule, steps, stepsPerEpoch] = JSON.parse(question.value);
    if (trainingControls.phase.value === 'loading' || trainingControls.phase.value === 'broken')
      return;
    const ticket = ++latest;
    if (steps > MOST_STEPS) {
      rates.value = new Float64Array(0);
      return;
    }
    void service.rates(schedule, { steps, stepsPerEpoch }).then((answer) => {
      if (ticket === latest && answer.ok) rates.value = answer.value;
    });
  });

  return { rates, length, stop };
}

/** @typedef {ReturnType<typeof createPlannedRates>} PlannedRates */
