// The planned learning rate of every step, of the current run or else of the experiment. The core computes it.

import { computed, effect, signal } from '@preact/signals';
import { MAX_PLANNED_STEPS } from '../../protocol/experiment.js';
import { findPlateau } from './schedule_timeline.js';

/**
 * What the rates depend on, as one string.
 *
 * @param {import('../../protocol/types.js').Schedule} schedule
 * @param {import('../../protocol/experiment.js').RunLength} length
 * @param {import('../../protocol/types.js').PlateauState | null} [plateau]
 */
function keyOf(schedule, { steps, stepsPerEpoch }, plateau) {
  const reached = findPlateau(schedule) ? plateau?.rate : null;
  return JSON.stringify([schedule, steps, stepsPerEpoch, reached ?? null]);
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

  const runLength = () => {
    const run = trainingControls.current.peek();
    return run && trainingControls.phase.peek() !== 'finished' ? length.peek() : undefined;
  };
  experiment.knowRun(() => ({
    length: runLength(),
    plateau: trainingControls.plateau.peek(),
  }));

  const key = computed(() =>
    keyOf(experiment.good.value.schedule, length.value, trainingControls.plateau.value),
  );

  const stop = effect(() => {
    const wanted = key.value;
    const phase = trainingControls.phase.value;
    if (phase === 'loading' || phase === 'broken') return;
    const ticket = ++latest;
    // An edit brings its rates along; they are requested only after changes of the run.
    const planned = experiment.planned.peek();
    if (planned && keyOf(planned.schedule, planned, planned.plateau) === wanted) {
      rates.value = planned.rates;
      return;
    }
    if (length.peek().steps > MAX_PLANNED_STEPS) {
      rates.value = new Float64Array(0);
      return;
    }
    const { schedule } = experiment.good.peek();
    const plateau = trainingControls.plateau.peek();
    void service.rates(schedule, length.peek(), plateau).then((result) => {
      if (ticket === latest && result.ok) rates.value = result.value;
    });
  });

  return { rates, length, stop };
}

/** @typedef {ReturnType<typeof createPlannedRates>} PlannedRates */
