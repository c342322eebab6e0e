// Fakes of the core: a session that trains instantly, and a service that responds like the worker.

import { detectFormat } from '../../bindings/formats/detect_format.js';
import { emptySchema } from '../../web/features/experiment/schema.js';
import { Run } from '../../web/features/training/run.js';
import { experimentRequests } from '../../web/worker/experiment_check.js';

/**
 * @param {{totalSteps?: number, stepsPerEpoch?: number, slice?: number, evaluations?: number,
 *   divergesAt?: number}} [options] slice: steps that fit in a slice of time; evaluations: how many
 *   calls the held-out images take; divergesAt: the step that runs away, once, back to step 2
 */
export function fakeSession({
  totalSteps = 20,
  stepsPerEpoch = 5,
  slice = 3,
  evaluations = 0,
  divergesAt = Infinity,
} = {}) {
  let step = 0;
  let left = 0;
  /** @type {any} */
  let divergence = null;
  /** @type {{steps?: number, milliseconds?: number}[]} */
  const calls = [];
  const status = () => ({
    step,
    epoch: Math.floor(step / stepsPerEpoch),
    totalSteps,
    stepsPerEpoch,
    totalEpochs: Math.ceil(totalSteps / stepsPerEpoch),
    evaluating: left > 0,
    finished: step === totalSteps && left === 0,
    diverged: divergence !== null,
  });
  return {
    calls,
    disposed: false,
    get status() {
      return status();
    },
    get divergence() {
      return divergence;
    },
    checkpoint: () => Uint8Array.of(step),
    recordHistograms: () => ({ parameters: [], edges: [] }),
    plateau: null,
    recover() {
      divergence = null;
      divergesAt = Infinity;
    },
    run(/** @type {{steps?: number, milliseconds?: number}} */ limit) {
      calls.push(limit);
      /** @type {number[]} */
      const steps = [];
      /** @type {number[]} */
      const ends = [];
      const endEpoch = () => ends.push(step);
      if (left > 0) {
        left -= 1;
        if (left === 0) endEpoch();
      } else {
        const most = Math.min(limit.steps ?? Infinity, limit.milliseconds === 0 ? 1 : slice);
        while (steps.length < most && step < totalSteps && left === 0) {
          steps.push(step++);
          if (step > divergesAt) {
            divergence = { step: divergesAt, restored: 2 };
            step = 2;
            break;
          }
          if (step % stepsPerEpoch !== 0) continue;
          left = evaluations;
          if (left === 0) endEpoch();
        }
      }
      return {
        steps: columns(['step', 'epoch', 'rate', 'loss', 'accuracy', 'gradient_norm'], steps),
        epochs: columns(
          [
            ...['epoch', 'step', 'rate', 'train_loss', 'train_accuracy'],
            ...['validation_loss', 'validation_accuracy'],
            ...['validation_top_k_accuracy', 'weight_norm'],
          ],
          ends,
        ),
        status: status(),
      };
    },
  };
}

/** What the worker says of a step. */
export const STEP_KEYS = [
  ...['step', 'epoch', 'rate', 'loss', 'accuracy', 'gradient_norm', 'milliseconds'],
];

/**
 * @param {string[]} keys
 * @param {number[]} values
 * @returns {any}
 */
export function columns(keys, values) {
  return Object.fromEntries(keys.map((key) => [key, Float64Array.from(values)]));
}

/**
 * A core that refuses documents as it is told and knows no layers.
 *
 * @param {(document: any) => {path: string, message: string} | undefined} refuse
 */
function fakeCore(refuse) {
  const read = (/** @type {any} */ given) => {
    const document = typeof given === 'string' ? JSON.parse(given) : given;
    const problem = refuse(document);
    if (problem)
      throw Object.assign(new Error(problem.message), { kind: 'experiment', ...problem });
    return document;
  };
  return {
    completeExperiment: read,
    checkExperiment: (/** @type {any} */ given) => ({
      experiment: read(given),
      layers: [],
      requiredBytes: 1e6,
    }),
    describeNetwork: () => [],
    checkFit: () => {},
    requiredBytes: () => 1e6,
    rates: (/** @type {any} */ schedule, /** @type {{steps: number}} */ { steps }) =>
      new Float64Array(steps).fill(schedule.initial),
  };
}

/**
 * @param {object} [options]
 * @param {(document: any) => {path: string, message: string} | undefined} [options.refuse]
 * @param {Record<string, import('../../web/protocol/types.js').DetectedFormat>} [options.known] files by name;
 *   the format of others is detected as in the worker
 * @param {boolean} [options.keeps] whether there is a checkpoint of a run
 */
export function fakeService({ refuse = () => undefined, known = {}, keeps = true } = {}) {
  /** @type {[string, ...any[]][]} */
  const calls = [];
  /** @type {any} */
  let listener;
  const note =
    (/** @type {string} */ name, /** @type {(...given: any[]) => any} */ give) =>
    async (/** @type {any[]} */ ...given) => {
      calls.push([name, ...given]);
      return give(...given);
    };
  const good = (/** @type {any} */ value) => ({ ok: true, value });
  const builtWith = { name: 'simd', version: '0', features: [], threads: 1, choices: [] };
  const status = { step: 0, epoch: 0, totalSteps: 20, stepsPerEpoch: 5, totalEpochs: 4 };
  const checks = experimentRequests(() => fakeCore(refuse));
  /** @type {any} */
  const service = {
    start: note('start', (callback) => {
      listener = callback;
      return good(builtWith);
    }),
    schema: note('schema', () => good(emptySchema)),
    check: note('check', checks.check),
    checkExperiment: note('checkExperiment', checks.checkExperiment),
    detectFormat: note('detectFormat', async (name, content) => {
      if (known[name]) return good(known[name]);
      try {
        return good(await detectFormat(name, content));
      } catch (error) {
        const { message } = /** @type {Error} */ (error);
        return { ok: false, problem: { kind: 'file', path: '', message } };
      }
    }),
    stopReading: note('stopReading', () => good(null)),
    openData: note('openData', () =>
      good({
        shape: [1, 1, 1],
        classes: ['a', 'b'],
        train: [3, 2],
        validation: [1, 1],
        wrong_labels: 0,
      }),
    ),
    dataImages: note('dataImages', ({ part, label, first, count }) => {
      const total = part === 'train' ? 100 : 2;
      const images = Array.from({ length: Math.min(count, total - first) }, (_, i) => first + i);
      const labels = images.map(() => label ?? 0);
      return good({
        total,
        images,
        labels,
        truths: labels,
        pixels: new Uint8Array(4 * images.length),
      });
    }),
    dataAsTrained: note('dataAsTrained', (_, { epochs }) => good(new Uint8Array(4 * epochs))),
    dataStatistics: note('dataStatistics', () => good({ mean: [0.5], deviation: [0.2] })),
    closeData: note('closeData', () => good(null)),
    rates: note('rates', checks.rates),
    open: note('open', (_, document) =>
      good({
        experiment: document,
        status: { ...status, evaluating: false, finished: false },
        build: builtWith,
      }),
    ),
    run: note('run', () => good(null)),
    pause: note('pause', () => good(null)),
    setSchedule: note('setSchedule', () => good({ step: 7, plateau: null })),
    evaluation: note('evaluation', () => good(null)),
    inspected: note('inspected', () =>
      good({ input: [28, 28, 1], classes: [], validation: 0, train: 1, layers: [], filters: [] }),
    ),
    filters: note('filters', (layer) => good({ layer, shape: [0, 0, 0, 0], values: [] })),
    predict: note('predict', (source) => good({ source })),
    findSamples: note('findSamples', () => good({ epoch: null, index: [] })),
    images: note('images', () => good(new Uint8Array(0))),
    useBuild: note('useBuild', (name) => good({ name, choices: [] })),
    measureSpeed: note('measureSpeed', () => good({ gigaflops: 1 })),
    history: note('history', () => good({ experiment: {}, build: {}, steps: {}, epochs: {} })),
    close: note('close', () => good(null)),
    checkpoint: note('checkpoint', () =>
      good(keeps ? { step: 3, bytes: 1, content: new Blob(['kept']) } : null),
    ),
    resume: note('resume', (run, content, files, build) =>
      good({
        experiment: {},
        status: { ...status, step: 3, evaluating: false, finished: false },
        build: { ...builtWith, name: build },
        edits: [],
      }),
    ),
  };
  return {
    service,
    calls,
    named: (/** @type {string} */ name) => calls.filter(([called]) => called === name),
    /** What the worker would say. */
    say: (/** @type {any} */ event) => listener(event),
  };
}

/** Resolves when all pending responses are handled. */
export async function settle() {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * What the worker says of these steps, of a run of 20 in epochs of 5.
 *
 * @param {number} run
 * @param {number[]} steps
 */
export function metrics(run, steps) {
  const step = (steps.at(-1) ?? -1) + 1;
  return {
    type: 'metrics',
    run,
    steps: columns(STEP_KEYS, steps),
    epochs: columns(
      [
        ...['epoch', 'step', 'rate', 'train_loss', 'train_accuracy'],
        ...['validation_loss', 'validation_accuracy'],
        ...['validation_top_k_accuracy', 'weight_norm'],
      ],
      [],
    ),
    status: {
      ...{ step, epoch: 0, totalSteps: 20, stepsPerEpoch: 5, totalEpochs: 4 },
      ...{ evaluating: false, finished: step === 20 },
    },
    images: 320,
    milliseconds: 100,
  };
}

/**
 * A run in which these steps were trained, of 20 in epochs of 5.
 *
 * @param {number} number
 * @param {{began?: number, steps?: number[], experiment?: any}} [options]
 */
export function runOf(number, { began = number, steps = [0, 1, 2], experiment } = {}) {
  const schedule = { type: 'constant', initial: 0.1 };
  const news = /** @type {any} */ (metrics(number, steps));
  const run = new Run({
    ...{ number, began, status: news.status },
    experiment: { seed: number, schedule, ...experiment },
  });
  run.append(news);
  return run;
}

/** For stores in which nothing races. @returns {never} */
export function noWorkers() {
  throw new Error('no race was to be started');
}
