// State of the range test: settings, the curve so far, the suggestion and its adoption. The worker computes it in
// slices on request, so stopping needs no further message.

import { computed, signal } from '@preact/signals';
import { withHeight } from '../schedule/index.js';
import { roundTo } from '../../ui/slider_scales.js';

/** @typedef {import('../../protocol/range_test.js').RangeTestResult} RangeTestResult */
/** @typedef {import('../../protocol/range_test.js').RangeTestSettings} RangeTestSettings */

/** done: finished or stopped. @typedef {'idle' | 'preparing' | 'running' | 'done'} Stage */

/**
 * @param {object} options
 * @param {import('../../protocol/service.js').AnnealService} options.service
 * @param {import('../experiment/experiment.js').ExperimentStore} options.experiment
 * @param {import('../training/training_controls.js').TrainingControls} options.trainingControls
 * @param {() => import('../../protocol/types.js').Files} options.files
 */
export function createRangeTest({ service, experiment, trainingControls, files }) {
  const settings = signal(
    /** @type {Record<keyof RangeTestSettings, any>} */ ({ low: 1e-5, high: 10, steps: 100 }),
  );
  const stage = signal(/** @type {Stage} */ ('idle'));
  /** @type {import('@preact/signals').Signal<RangeTestResult | null>} */
  const result = signal(null);
  /** @type {import('@preact/signals').Signal<import('../../protocol/types.js').Problem | null>} */
  const problem = signal(null);
  let ticket = 0;

  /** Whether the test starts from the paused run instead of a new network. */
  const fromRun = computed(() => trainingControls.phase.value === 'paused');
  /** Whether a test can start: not during training. */
  const possible = computed(() =>
    ['idle', 'paused', 'finished', 'failed'].includes(trainingControls.phase.value),
  );

  async function stop() {
    ticket++;
    if (stage.peek() !== 'running' && stage.peek() !== 'preparing') return;
    stage.value = result.peek() ? 'done' : 'idle';
    await service.endRangeTest();
  }

  async function start() {
    if (!possible.peek()) return;
    await stop();
    const own = ++ticket;
    stage.value = 'preparing';
    result.value = null;
    problem.value = null;
    await experiment.settled();
    const fresh = fromRun.peek() ? null : { document: experiment.good.peek(), files: files() };
    const begun = await service.beginRangeTest(fresh, settings.peek());
    if (own !== ticket) return;
    if (!begun.ok) {
      problem.value = begun.problem;
      stage.value = 'idle';
      return;
    }
    stage.value = 'running';
    while (own === ticket) {
      const slice = await service.continueRangeTest();
      if (own !== ticket) return;
      if (slice.ok) result.value = slice.value;
      if (slice.ok && !slice.value.finished) continue;
      // Starting a run ends the test: the curve so far stays.
      stage.value = 'done';
      await service.endRangeTest();
      return;
    }
  }

  /** Makes the suggested rate the main rate of the schedule. */
  async function adopt() {
    const rate = result.peek()?.suggestion?.rate;
    if (rate === undefined) return;
    const { schedule } = experiment.good.peek();
    await experiment.edit('schedule', withHeight(schedule, roundTo(rate, 2)));
    await trainingControls.applySchedule();
  }

  return { settings, stage, result, problem, fromRun, possible, start, stop, adopt };
}
