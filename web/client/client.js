// The page's side of the worker: starts it and hands out its service. Knows the protocol and nothing
// of the store.

import * as Comlink from 'comlink';

/** @typedef {import('../protocol/service.js').AnnealService} AnnealService */
/** @typedef {import('../protocol/types.js').Problem} Problem */

/**
 * @param {(problem: Problem) => void} onLost called when the worker dies or cannot be loaded
 * @returns {{service: AnnealService, end: () => void}} `end` stops the worker at once, whatever it does
 */
export function connectWorker(onLost) {
  const worker = new Worker(new URL('../worker/worker.js', import.meta.url), {
    type: 'module',
    name: 'anneal',
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onLost({ kind: 'lost', path: '', message: event.message ?? '' });
  });
  worker.addEventListener('messageerror', () => {
    onLost({ kind: 'lost', path: '', message: 'a message could not be read' });
  });
  const remote = /** @type {any} */ (Comlink.wrap(worker));
  /** @type {Pick<AnnealService, 'start'>} */
  const own = {
    start: (listener, wanted) => remote.start(Comlink.proxy(listener), wanted),
  };
  const service = new Proxy(remote, {
    get: (_, name) => (name === 'start' ? own.start : remote[name]),
  });
  return { service, end: () => worker.terminate() };
}
