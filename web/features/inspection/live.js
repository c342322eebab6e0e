// A hook for panels that show data of the open run. It repeats a request about four times a second while the
// panel is mounted, the page is visible and the run has changed.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../../ui/context.js';
import { createPoller } from './poller.js';

/** @typedef {import('../training/run.js').Run} Run */
/** @typedef {import('../../protocol/types.js').Problem} Problem */

/**
 * `value` is the newest result. It may belong to an earlier request, so views take everything that they draw
 * from it. Both are undefined before the first result and without a run.
 *
 * @template T
 * @typedef {{value?: T, problem?: Problem}} Live
 */

/** For `newWhen`: at every update of the weights. @param {Run} run */
export const everyStep = (run) => run.steps.length;

/** For `newWhen`: at every evaluation of the held-out images. @param {Run} run */
export const everyEpoch = (run) => run.epochs.length;

/**
 * @template T
 * @param {() => Promise<import('../../protocol/types.js').Result<T>>} ask a request about the open
 *   run; it is only made while there is one
 * @param {readonly unknown[]} [keys] parameters of the request: a change repeats it at once
 * @param {(run: Run) => unknown} [newWhen] the request is repeated when this value changes
 * @returns {Live<T>}
 */
export function useLive(ask, keys = [], newWhen = everyStep) {
  const { trainingControls } = useStore();
  const run = trainingControls.current.value;
  const answer = useSignal(
    /** @type {{run: Run, result: import('../../protocol/types.js').Result<T>} | null} */ (null),
  );
  const request = useRef(ask);
  request.current = ask;
  const poller = useRef(/** @type {{hurry: () => void, stop: () => void} | null} */ (null));

  useEffect(() => {
    if (!run) return undefined;
    const own = createPoller({
      ask: () => request.current(),
      take(result) {
        // An identical result needs no rendering.
        if (answer.peek()?.result !== result) answer.value = { run, result };
      },
      visible: () => document.visibilityState === 'visible',
    });
    poller.current = own;
    let known = /** @type {unknown} */ (own); // a value that newWhen never returns
    const unsubscribe = run.version.subscribe(() => {
      const now = newWhen(run);
      if (now === known) return;
      known = now;
      own.poke();
    });
    document.addEventListener('visibilitychange', own.look);
    return () => {
      document.removeEventListener('visibilitychange', own.look);
      unsubscribe();
      own.stop();
      poller.current = null;
    };
  }, [run]);

  const first = useRef(true);
  useEffect(() => {
    if (!first.current) poller.current?.hurry();
    first.current = false;
  }, keys);

  const latest = answer.value;
  if (!run || latest?.run !== run) return {};
  return latest.result.ok ? { value: latest.result.value } : { problem: latest.result.problem };
}

/** The layers, classes and sizes of the run, which do not change during a run. */
export function useInspected() {
  const { inspection } = useStore();
  return useLive(() => inspection.inspected(), [], once);
}

const once = () => true;
