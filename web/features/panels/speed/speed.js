// The current build of the core, and measured training speeds of all builds.

import { computed, signal } from '@preact/signals';

/** @typedef {import('../../../protocol/types.js').BuildInfo} BuildInfo */
/** @typedef {import('../../../protocol/types.js').BuildName} BuildName */
/** @typedef {import('../../../protocol/types.js').Problem} Problem */
/** @typedef {import('../../../protocol/types.js').Speed} Speed */

/** Duration of one measurement. */
const MEASURE_MILLISECONDS = 1000;
const REMEMBERED = 'anneal.build';

/**
 * @param {object} options
 * @param {import('../../../protocol/service.js').AnnealService} options.service
 * @param {import('../../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../../training/training_controls.js').TrainingControls} options.trainingControls
 * @param {import('../../../ui/preferences.js').Preferences} options.preferences
 */
export function createSpeed({ service, experiment, trainingControls, preferences }) {
  const build = signal(/** @type {BuildInfo | null} */ (null));
  const results = signal(/** @type {Partial<Record<BuildName, Speed | Problem>>} */ ({}));
  /** The build that is currently measured. */
  const measuring = signal(/** @type {BuildName | null} */ (null));
  const problem = signal(/** @type {Problem | null} */ (null));
  let stopped = false;

  async function measureAll() {
    stopped = false;
    results.value = {};
    await trainingControls.pause();
    const document = experiment.good.peek();
    for (const { name, obstacle } of build.peek()?.choices ?? []) {
      if (obstacle || stopped) continue;
      measuring.value = name;
      const limits = { milliseconds: MEASURE_MILLISECONDS };
      const answer = await service.measureSpeed(name, document, limits);
      results.value = { ...results.peek(), [name]: answer.ok ? answer.value : answer.problem };
    }
    measuring.value = null;
  }

  return {
    build,
    results,
    measuring,
    problem,
    /** Whether the build can be changed: not during training or a measurement. */
    canChoose: computed(() => !trainingControls.busy.value && measuring.value === null),

    /** The build that was chosen on an earlier visit. @returns {BuildName | undefined} */
    remembered: () => /** @type {BuildName | undefined} */ (preferences.get(REMEMBERED)),

    measure: () => (measuring.peek() === null ? measureAll() : undefined),
    stop: () => void (stopped = true),

    /** @param {BuildName} name */
    async use(name) {
      await trainingControls.reset();
      const answer = await service.useBuild(name);
      problem.value = answer.ok ? null : answer.problem;
      if (!answer.ok) return;
      build.value = answer.value;
      preferences.set(REMEMBERED, name);
    },
  };
}

/** @typedef {ReturnType<typeof createSpeed>} SpeedStore */
