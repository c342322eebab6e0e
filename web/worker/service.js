// Implements the protocol: owns the loaded build of the core, one session and its training loop. It answers with
// Results and posts events. No exception leaves it.

import * as Comlink from 'comlink';
import { toResult, Refusal, toProblem } from './results.js';
import { createBudget } from './budget.js';
import { bestBuild } from './builds.js';
import { Checkpoints } from './checkpoints.js';
import { dataRequests } from './data.js';
import { experimentRequests } from './experiment_check.js';
import { createHistogramRequests } from './histograms.js';
import { inspectionRequests } from './inspection.js';
import { persistenceRequests } from './persistence.js';
import { createRangeTests } from './range_test.js';
import { createReadings } from './reading.js';
import { TrainLoop } from './train_loop.js';

/** @typedef {import('../protocol/types.js').BuildChoice} BuildChoice */
/** @typedef {import('../protocol/types.js').BuildName} BuildName */
/**
 * @param {import('../protocol/service.js').WorkerEvent} event
 * @returns {Transferable[]}
 */
function buffersOf(event) {
  if (event.type !== 'metrics') return [];
  return [event.steps, event.epochs]
    .flatMap((columns) => Object.values(columns))
    .map((column) => column.buffer);
}

/** Initial size of a memory that cannot grow, enough for short runs of small networks. */
const FIRST_MEMORY = 2 ** 28;

/**
 * @param {import('../protocol/types.js').Files} files
 * @returns {number} estimate of the memory for reading them: two copies, which may be larger unpacked
 */
function fileBytes(files) {
  const sizes = [...files.values()].map((file) => (file instanceof Blob ? file.size : file.length));
  return 8 * sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * @param {object} core
 * @param {(options: {build: BuildName, memory: number}) => Promise<any>} core.load loads the Anneal of a build
 * @param {() => Promise<BuildChoice[]>} core.findBuilds
 * @param {import('../../bindings/formats/file_cache.js').FileCache} [core.cache] shared with `load`
 * @returns {import('../protocol/service.js').AnnealService}
 */
export function createService({ load, findBuilds, cache }) {
  /** @type {any} */
  let anneal = null;
  /** @type {BuildChoice[]} */
  let choices = [];
  /** The build of new runs; a resumed run may use another. @type {BuildName} */
  let usual;
  /** @type {any} */
  let session = null;
  /** @type {TrainLoop | null} */
  let loop = null;
  /** @type {import('../protocol/service.js').Listener} */
  let listener = () => {};

  const post = (/** @type {import('../protocol/service.js').WorkerEvent} */ event) =>
    listener(Comlink.transfer(event, buffersOf(event)));

  const readings = createReadings(post);
  /** Aborted when the run is closed, possibly while it is opened. */
  let closing = new AbortController();

  /** Images are the same in every build; the memory of one without threads grows as needed. */
  const loadForPreviews = () =>
    load({ build: anneal.build.name === 'scalar' ? 'scalar' : 'simd', memory: FIRST_MEMORY });

  const close = () => {
    closing.abort();
    closing = new AbortController();
    rangeTests.end();
    loop?.dispose();
    session?.dispose();
    loop = null;
    session = null;
    return null;
  };

  const loadOne = (/** @type {BuildName} */ build, /** @type {number} */ memory) =>
    load({ build, memory }).catch((error) => {
      // Shared memory is allocated at once, which may fail. Other memory grows as needed.
      if (!build.endsWith('-threads')) throw error;
      return load({ build: /** @type {BuildName} */ (build.replace('-threads', '')), memory });
    });

  const use = async (/** @type {BuildName} */ build, memory = FIRST_MEMORY) => {
    const next = await loadOne(build, memory);
    anneal?.dispose();
    anneal = next;
  };

  const about = () => ({ ...anneal.build, choices });

  const settleOn = async (/** @type {BuildName} */ build) => {
    await use(build);
    usual = anneal.build.name;
    return about();
  };

  const changeTo = async (/** @type {BuildName} */ build) => {
    const able = choices.some(({ name, obstacle }) => name === build && obstacle === null);
    if (!able || build === anneal.build.name) return;
    close();
    await use(build);
  };

  /** Loads the module again with more memory if its memory cannot grow and is too small. */
  const makeRoom = async (/** @type {number} */ bytes) => {
    if (bytes > anneal.memory) await use(anneal.build.name, bytes);
  };

  const openLoop = () => {
    if (loop) return loop;
    throw new Refusal('state', 'no run is open');
  };

  const openSession = () => {
    openLoop();
    return session;
  };

  const running = () => loop?.running ?? false;
  const budget = createBudget({ running });
  const histograms = createHistogramRequests(openSession, budget);
  const rangeTests = createRangeTests({
    openSession,
    running,
    loadApart: (document, files) =>
      loadOne(anneal.build.name, anneal.requiredBytes(document) + fileBytes(files)),
  });

  /**
   * @param {number} run
   * @param {any} document
   * @param {import('../protocol/types.js').Files} files
   * @param {(closed: AbortSignal) => Promise<any>} make creates the session
   */
  const begin = async (run, document, files, make) => {
    close();
    const { signal } = closing;
    await makeRoom(anneal.requiredBytes(document) + fileBytes(files));
    const made = await make(signal);
    if (signal.aborted) {
      made.dispose();
      throw new Refusal('state', 'the run was closed while it was opened');
    }
    session = made;
    histograms.begin(session);
    const batchSize = session.experiment.training.batch_size;
    const layers = anneal.describeNetwork(session.experiment);
    // Parameters and gradients have the size of parameters and momentum.
    const bytes = layers.reduce(
      (/** @type {number} */ sum, /** @type {any} */ layer) => sum + layer.parameterBytes,
      0,
    );
    const checkpoints = new Checkpoints({ session, bytes });
    loop = new TrainLoop({ session, run, batchSize, checkpoints, post, toProblem });
    const { experiment, status, plateau } = session;
    return { experiment, status, plateau, build: about() };
  };

  return {
    listening: () => toResult(() => null),
    start: (callback, wanted) =>
      toResult(async () => {
        listener = callback;
        choices = await findBuilds();
        return settleOn(bestBuild(choices, wanted));
      }, 'load'),
    useBuild: (name) =>
      toResult(async () => {
        close();
        return settleOn(name);
      }, 'load'),
    measureSpeed: (name, document, limits) =>
      toResult(async () => {
        const memory = anneal.requiredBytes(document);
        const measured = await load({ build: name, memory });
        try {
          return measured.measureSpeed(document, limits);
        } finally {
          measured.dispose();
        }
      }),
    schema: () => toResult(() => anneal.schema()),
    open: (run, document, files, weights) =>
      toResult(async () => {
        await changeTo(usual);
        const bytes = weights && new Uint8Array(await weights.arrayBuffer());
        return begin(run, document, files, (closed) =>
          readings.run(
            (reading) =>
              anneal.createSession(document, { files, reading, ...(bytes && { weights: bytes }) }),
            closed,
          ),
        );
      }),
    run: (target) =>
      toResult(() => {
        rangeTests.end();
        openLoop().run(target);
        return null;
      }),
    pause: () => toResult(() => (openLoop().pause(), null)),
    setSchedule: (schedule) =>
      toResult(() => {
        const open = openSession();
        rangeTests.end();
        open.setSchedule(schedule);
        openLoop().changed();
        return { step: open.status.step, plateau: open.plateau };
      }),
    ...inspectionRequests(openSession, budget),
    ...persistenceRequests({ core: () => anneal, openLoop, openSession, changeTo, begin }),
    ...histograms.requests,
    ...rangeTests.requests,
    ...experimentRequests(() => anneal),
    ...dataRequests({ load: loadForPreviews, readings, cache }),
    close: () => toResult(close),
  };
}
