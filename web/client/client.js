// Starts the worker and provides its service to the page. Depends on the protocol, not on the store.

import * as Comlink from 'comlink';

/** @typedef {import('../protocol/service.js').AnnealService} AnnealService */
/** @typedef {import('../protocol/types.js').Problem} Problem */

/** A loading worker that has answered once and then is silent for this long hangs. */
const SILENT_MILLISECONDS = 5_000;
const PULSE_MILLISECONDS = 500;
const TRIES = 3;

/**
 * @param {(problem: Problem) => void} onLost called when the worker dies or cannot be loaded
 * @returns {{service: AnnealService, end: () => void}} `end` stops the worker at once, whatever it does
 */
export function connectWorker(onLost) {
  let { worker, remote } = makeWorker(onLost);
  let ended = false;

  // With developer tools or a test driver attached, creating the threads sometimes hangs in Firefox. A new worker
  // helps.
  /** @type {AnnealService['start']} */
  const start = async (listener, wanted) => {
    for (let left = TRIES; left > 0; left -= 1) {
      let waiting = true;
      const result = await Promise.race([
        remote.start(Comlink.proxy(listener), wanted),
        stuck(remote, () => waiting && !ended),
      ]);
      waiting = false;
      if (result) return result;
      worker.terminate();
      if (left > 1) ({ worker, remote } = makeWorker(onLost));
    }
    return {
      ok: false,
      problem: { kind: 'lost', path: '', message: 'it is stuck while it loads' },
    };
  };

  const service = /** @type {AnnealService} */ (
    new Proxy(/** @type {any} */ ({}), {
      get: (_, name) => (name === 'start' ? start : remote[name]),
    })
  );
  const end = () => {
    ended = true;
    worker.terminate();
  };
  return { service, end };
}

/** @param {(problem: Problem) => void} onLost */
function makeWorker(onLost) {
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
  return { worker, remote: /** @type {any} */ (Comlink.wrap(worker)) };
}

/**
 * Resolves when the worker hangs; never resolves after `waiting` returns false. The time to load its script does
 * not count.
 *
 * @param {any} remote
 * @param {() => boolean} waiting
 * @returns {Promise<null>}
 */
async function stuck(remote, waiting) {
  await remote.listening();
  while (waiting()) {
    const heard = await Promise.race([remote.listening(), after(SILENT_MILLISECONDS)]);
    if (!heard && waiting()) return null;
    await after(PULSE_MILLISECONDS);
  }
  return new Promise(() => {});
}

/** @param {number} milliseconds */
const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
