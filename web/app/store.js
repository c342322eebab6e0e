// The state of the page: creates the stores of all features and connects them. Views read their signals and call
// their actions.

import { effect, signal } from '@preact/signals';
import { createChartView, createChartIsolation } from '../features/chart/index.js';
import { createComparison, createRuns } from '../features/runs/index.js';
import { createDataFiles, createDataPreview, shapesData } from '../features/data/index.js';
import { defaultExperiment } from './default_experiment.js';
import { createImportExport } from '../features/sharing/index.js';
import { createExperiment, createUndo, emptySchema } from '../features/experiment/index.js';
import {
  createFamilyCurves,
  createPlannedRates,
  createRateHandles,
} from '../features/schedule/index.js';
import { createHistograms } from '../features/panels/histograms/index.js';
import { createInspection, createPanelSelection } from '../features/inspection/index.js';
import { createPersistence } from '../features/storage/index.js';
import { createNetworkBuilder } from '../features/network/index.js';
import { createRangeTest } from '../features/range-test/index.js';
import { createRaces } from '../features/race/index.js';
import { createDrawing } from '../features/panels/draw/index.js';
import { createSpeed } from '../features/panels/speed/index.js';
import { createTrainingControls, RunError } from '../features/training/index.js';

/** @typedef {import('../protocol/types.js').Problem} Problem */

/**
 * @param {object} options
 * @param {import('../protocol/service.js').AnnealService} options.service
 * @param {import('../features/race/worker_pool.js').Connect} options.connect starts a worker for a lane of a race
 * @param {{theme: import('@preact/signals').ReadonlySignal<string>, toggle: () => void}} options.theme
 * @param {import('../ui/preferences.js').Preferences} options.preferences
 * @param {Omit<import('../features/storage/persistence.js').Place, 'preferences'>} options.place storage that persists between visits
 */
export function createStore({ service, connect, theme, preferences, place }) {
  const experiment = createExperiment(service, defaultExperiment());
  /** The core's kinds and their keys; empty until it is loaded. */
  const schema = signal(emptySchema);
  const dataFiles = createDataFiles(service, experiment);
  const preview = createDataPreview({ service, experiment, files: dataFiles.files });
  const builder = createNetworkBuilder({ experiment, shapesData, schema });
  const runs = createRuns();
  const comparison = createComparison(runs);
  /** Initial weights of new runs; null: drawn from the seed. */
  const weights = signal(
    /** @type {import('../features/sharing/import_export.js').Weights | null} */ (null),
  );
  const trainingControls = createTrainingControls({
    ...{ service, experiment, runs, files: dataFiles.files },
    weights: () => weights.peek()?.content,
  });
  const plannedRates = createPlannedRates({ service, experiment, trainingControls });
  const handles = createRateHandles({ experiment, trainingControls, plannedRates, schema });
  const undo = createUndo({ experiment, apply: trainingControls.applySchedule });
  const rangeTest = createRangeTest({
    service,
    experiment,
    trainingControls,
    files: dataFiles.files,
  });
  const curves = createFamilyCurves(service);
  const speed = createSpeed({ service, experiment, trainingControls, preferences });
  const { files } = dataFiles;
  const races = createRaces({ service, connect, experiment, runs, trainingControls, speed, files });
  const persistence = createPersistence(
    { ...place, preferences },
    { experiment, dataFiles, runs, races, trainingControls },
  );
  const chartView = createChartView({ preferences, runs });
  const importExport = createImportExport({
    ...{ service, experiment, runs, trainingControls, dataFiles, persistence, weights },
  });
  /** The step under the cursor; null: the latest. */
  const cursor = signal(/** @type {number | null} */ (null));
  const asTable = signal(false);

  /** @type {Promise<void> | undefined} */
  let started;
  /** @type {(answer: {ok: false, problem: Problem}) => void} */
  let giveUp = () => {};
  /** Resolves if the worker fails while it is being started. */
  const lost = new Promise((resolve) => (giveUp = resolve));

  /** @param {import('../protocol/service.js').WorkerEvent} event */
  const onEvent = (event) =>
    event.type === 'reading' ? dataFiles.onEvent(event) : trainingControls.onEvent(event);

  async function load() {
    const result = await Promise.race([
      service.start(onEvent, speed.remembered()),
      /** @type {Promise<{ok: false, problem: Problem}>} */ (lost),
    ]);
    if (!result.ok) return trainingControls.setError(result.problem);
    speed.build.value = result.value;
    const described = await service.schema();
    if (described.ok) schema.value = described.value;
    const before = await persistence.restoredExperiment();
    await experiment.replace(before ?? experiment.draft.peek());
    undo.forget();
    void persistence.begin();
    if (trainingControls.phase.peek() === 'loading') trainingControls.phase.value = 'idle';
  }

  // A resumed run may use another build than the one that was loaded.
  effect(() => {
    if (trainingControls.build.value) speed.build.value = trainingControls.build.value;
  });

  return {
    experiment,
    dataFiles,
    runs,
    comparison,
    preview,
    builder,
    races,
    trainingControls,
    plannedRates,
    handles,
    undo,
    rangeTest,
    curves,
    theme,
    preferences,
    speed,
    persistence,
    chartView,
    importExport,
    inspection: createInspection(service),
    histograms: createHistograms({ service, trainingControls }),
    panelSelection: createPanelSelection(),
    drawing: createDrawing(),
    chartIsolation: createChartIsolation({ comparison, races }),
    cursor,
    schema,
    asTable,

    /** Loads the core. Resolves when it is loaded or has failed, see `trainingControls.phase`. */
    start: () => (started ??= load()),

    /** Called when the worker fails. @param {Problem} problem */
    onWorkerLost(problem) {
      giveUp({ ok: false, problem });
      trainingControls.setError(problem);
    },

    /**
     * Runs an experiment on the page from start to end and returns its history. Rejects with a RunError that has
     * `kind` and `path` if the experiment is invalid, its data is missing, or the run is reset.
     *
     * @param {import('../protocol/types.js').Experiment} document
     * @param {{files?: import('../protocol/types.js').Files | Record<string, Blob | Uint8Array>}} [options]
     */
    async runExperiment(document, { files } = {}) {
      await this.start();
      const lost = trainingControls.phase.peek() === 'broken' && trainingControls.problem.peek();
      if (lost) throw new RunError(lost);
      const result = await service.check(document);
      if (!result.ok) throw new RunError(result.problem);
      const whole = result.value.experiment;
      const fit = await service.check(whole, experiment.formOf(whole.data));
      if (!fit.ok) throw new RunError(fit.problem);
      dataFiles.provide(files instanceof Map ? files : new Map(Object.entries(files ?? {})));
      await experiment.replace(whole);
      return trainingControls.runToEnd();
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
