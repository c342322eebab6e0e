// Everything the page knows, in signals, put together in one place. Views read it and call its
// actions; nothing else holds state that another part needs.

import { effect, signal } from '@preact/signals';
import { createChartView, createShownAlone } from '../features/chart/index.js';
import { createComparison, createRuns } from '../features/runs/index.js';
import { createDataFiles, createDataPreview, shapesData } from '../features/data/index.js';
import { defaultExperiment } from './default_experiment.js';
import { createDocuments } from '../features/sharing/index.js';
import { createExperiment, createUndo } from '../features/experiment/index.js';
import { createFamilyCurves, createPlan, createRateHandles } from '../features/schedule/index.js';
import { createHistograms } from '../features/panels/histograms/index.js';
import { createInspection, createLooking } from '../features/inspection/index.js';
import { createKeeping } from '../features/storage/index.js';
import { createNetworkBuilder } from '../features/network/index.js';
import { createRangeTest } from '../features/range-test/index.js';
import { createRaces } from '../features/race/index.js';
import { createSketch } from '../features/panels/draw/index.js';
import { createSpeed } from '../features/panels/speed/index.js';
import { createTransport, RunError } from '../features/training/index.js';

/** @typedef {import('../protocol/types.js').Problem} Problem */

/**
 * @param {object} options
 * @param {import('../protocol/service.js').AnnealService} options.service
 * @param {import('../features/race/worker_pool.js').Connect} options.connect makes a worker of its own for a lane of a race
 * @param {{theme: import('@preact/signals').ReadonlySignal<string>, toggle: () => void}} options.theme
 * @param {import('../ui/preferences.js').Memory} options.memory
 * @param {Omit<import('../features/storage/persistence.js').Place, 'memory'>} options.place where what outlives the page is kept
 */
export function createStore({ service, connect, theme, memory, place }) {
  const experiment = createExperiment(service, defaultExperiment());
  const dataFiles = createDataFiles(service, experiment);
  const preview = createDataPreview({ service, experiment, files: dataFiles.files });
  const builder = createNetworkBuilder({ service, experiment, shapesData });
  const runs = createRuns();
  const comparison = createComparison(runs);
  /** Weights that new runs start from, instead of the seed's. */
  const weights = signal(
    /** @type {import('../features/sharing/import_export.js').Weights | null} */ (null),
  );
  const transport = createTransport({
    ...{ service, experiment, runs, files: dataFiles.files },
    weights: () => weights.peek()?.content,
  });
  const plan = createPlan({ service, experiment, transport });
  const handles = createRateHandles({ experiment, transport, plan });
  const undo = createUndo({ experiment, apply: transport.applySchedule });
  const rangeTest = createRangeTest({ service, experiment, transport, files: dataFiles.files });
  const curves = createFamilyCurves(service);
  const speed = createSpeed({ service, experiment, transport, memory });
  const { files } = dataFiles;
  const races = createRaces({ service, connect, experiment, runs, transport, speed, files });
  const keeping = createKeeping(
    { ...place, memory },
    { experiment, dataFiles, runs, races, transport },
  );
  const chartView = createChartView({ memory, runs });
  const documents = createDocuments({
    ...{ service, experiment, runs, transport, dataFiles, keeping, weights },
  });
  /** The step under the cursor; none: the latest. */
  const cursor = signal(/** @type {number | null} */ (null));
  const asTable = signal(false);

  /** @type {Promise<void> | undefined} */
  let started;
  /** @type {(answer: {ok: false, problem: Problem}) => void} */
  let giveUp = () => {};
  /** A worker that dies answers nothing: who waits for it to start is answered by this. */
  const lost = new Promise((resolve) => (giveUp = resolve));

  /** @param {import('../protocol/service.js').WorkerEvent} event */
  const hear = (event) =>
    event.type === 'reading' ? dataFiles.hear(event) : transport.hear(event);

  async function load() {
    const answer = await Promise.race([
      service.start(hear, speed.remembered()),
      /** @type {Promise<{ok: false, problem: Problem}>} */ (lost),
    ]);
    if (!answer.ok) return transport.fail(answer.problem);
    speed.build.value = answer.value;
    const before = await keeping.experimentOfBefore();
    await experiment.replace(before ?? experiment.draft.peek());
    undo.forget();
    void keeping.begin();
    if (transport.phase.peek() === 'loading') transport.phase.value = 'idle';
  }

  // A run that is resumed may be of another build than the one that was loaded.
  effect(() => {
    if (transport.build.value) speed.build.value = transport.build.value;
  });

  return {
    experiment,
    dataFiles,
    runs,
    comparison,
    preview,
    builder,
    races,
    transport,
    plan,
    handles,
    undo,
    rangeTest,
    curves,
    theme,
    memory,
    speed,
    keeping,
    chartView,
    documents,
    inspection: createInspection(service),
    histograms: createHistograms({ service, transport }),
    looking: createLooking(),
    sketch: createSketch(),
    shownAlone: createShownAlone({ comparison, races }),
    cursor,
    asTable,

    /** Loads the core. Resolves when it is there or has failed; `transport.phase` says which. */
    start: () => (started ??= load()),

    /** The worker is gone. @param {Problem} problem */
    lose(problem) {
      giveUp({ ok: false, problem });
      transport.fail(problem);
    },

    /**
     * Runs an experiment from start to end, in sight, and gives its history. Rejects with a RunError
     * that has `kind` and `path` where the experiment is refused, its data is missing, or it is reset.
     *
     * @param {import('../protocol/types.js').Experiment} document
     * @param {{files?: import('../protocol/types.js').Files | Record<string, Blob | Uint8Array>}} [options]
     */
    async runExperiment(document, { files } = {}) {
      await this.start();
      const lost = transport.phase.peek() === 'broken' && transport.problem.peek();
      if (lost) throw new RunError(lost);
      const answer = await service.check(document);
      if (!answer.ok) throw new RunError(answer.problem);
      const whole = answer.value.experiment;
      const fit = await service.check(whole, experiment.formOf(whole.data));
      if (!fit.ok) throw new RunError(fit.problem);
      dataFiles.provide(files instanceof Map ? files : new Map(Object.entries(files ?? {})));
      await experiment.replace(whole);
      return transport.runToEnd();
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
