// Answers the page's requests: holds the loaded module, one session and its loop. Everything it says
// is a Result or an event; no exception leaves it.

import * as Comlink from 'comlink';
import { recogniseData } from '../../bindings/recognise.js';
import { hasSimd } from './features.js';
import { TrainLoop } from './train_loop.js';

/** @typedef {import('../protocol/types.js').Problem} Problem */

/**
 * An error without a kind is none of the core's refusals: the module itself has given up.
 *
 * @param {unknown} error
 * @param {Problem['kind']} [otherwise]
 * @returns {Problem}
 */
export function toProblem(error, otherwise = 'lost') {
  const { kind, path, message } = /** @type {Partial<Problem>} */ (error ?? {});
  const where = path ?? '';
  const text = message ?? String(error);
  const prefix = `${where}: `;
  return {
    kind: kind ?? otherwise,
    path: where,
    message: where !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text,
  };
}

/** What the service itself refuses; the core's own errors come through the bridge. */
class Refusal extends Error {
  path = '';

  /**
   * @param {Problem['kind']} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/**
 * @template T
 * @param {() => T | Promise<T>} work
 * @param {Problem['kind']} [otherwise] what an error is that has no kind
 * @returns {Promise<import('../protocol/types.js').Result<T>>}
 */
async function answer(work, otherwise) {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: toProblem(error, otherwise) };
  }
}

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

/**
 * @param {() => Promise<any>} load gives the bridge's module object
 * @returns {import('../protocol/service.js').AnnealService}
 */
export function createService(load) {
  /** @type {any} */
  let anneal = null;
  /** @type {any} */
  let session = null;
  /** @type {TrainLoop | null} */
  let loop = null;
  /** @type {import('../protocol/service.js').Listener} */
  let listener = () => {};

  const post = (/** @type {import('../protocol/service.js').WorkerEvent} */ event) =>
    listener(Comlink.transfer(event, buffersOf(event)));

  const close = () => {
    loop?.dispose();
    session?.dispose();
    loop = null;
    session = null;
    return null;
  };

  const openLoop = () => {
    if (loop) return loop;
    throw new Refusal('state', 'no run is open');
  };

  return {
    start: (callback) =>
      answer(async () => {
        listener = callback;
        if (!hasSimd()) throw new Refusal('simd', 'WebAssembly SIMD is missing');
        anneal = await load();
        return anneal.build;
      }, 'load'),
    check: (document) =>
      answer(() => {
        const experiment = anneal.completeExperiment(document);
        return { experiment, layers: anneal.describeNetwork(experiment) };
      }),
    recognise: (name, content) => answer(() => recogniseData(name, content)),
    rates: (schedule, length) => answer(() => anneal.rates(schedule, length)),
    open: (run, document, files) =>
      answer(async () => {
        close();
        session = await anneal.createSession(document, { files });
        const batchSize = session.experiment.training.batch_size;
        loop = new TrainLoop({ session, run, batchSize, post, toProblem });
        return { experiment: session.experiment, status: session.status };
      }),
    run: (target) => answer(() => (openLoop().run(target), null)),
    pause: () => answer(() => (openLoop().pause(), null)),
    setSchedule: (schedule) =>
      answer(() => {
        openLoop();
        session.setSchedule(schedule);
        return { step: session.status.step };
      }),
    history: () =>
      answer(() => {
        openLoop();
        return session.history();
      }),
    close: () => answer(close),
  };
}
