// What a panel shows of the open run, kept fresh while the run goes on: about four times a second,
// only while the panel is there and the page is seen, and never when nothing has changed.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../../ui/context.js';
import { createPoller } from './poller.js';

/** @typedef {import('../training/run.js').Run} Run */
/** @typedef {import('../../protocol/types.js').Problem} Problem */

/**
 * `value` is the newest answer, which may be to an earlier question than that of this moment, so what
 * is drawn is taken from it alone. Both are undefined before the first and where there is no run.
 *
 * @template T
 * @typedef {{value?: T, problem?: Problem}} Live
 */

/** For `newWhen`: with every update of the weights. @param {Run} run */
export const everyStep = (run) => run.steps.length;

/** For `newWhen`: with every evaluation of the held-out images. @param {Run} run */
export const everyEpoch = (run) => run.epochs.length;

/**
 * @template T
 * @param {() => Promise<import('../../protocol/types.js').Result<T>>} ask a request about the open
 *   run; it is only made while there is one
 * @param {readonly unknown[]} [keys] what the question depends on: where one changes it is put at once
 * @param {(run: Run) => unknown} [newWhen] the answer is another one when this gives something else
 * @returns {Live<T>}
 */
export function useLive(ask, keys = [], newWhen = everyStep) {
  const { trainingControls } = useStore();
  const run = trainingControls.current.value;
  const answer = useSignal(
    /** @type {{run: Run, result: import('../../protocol/types.js').Result<T>} | null} */ (null),
  );
  const question = useRef(ask);
  question.current = ask;
  const poller = useRef(/** @type {{hurry: () => void, stop: () => void} | null} */ (null));

  useEffect(() => {
    if (!run) return undefined;
    const own = createPoller({
      ask: () => question.current(),
      take(result) {
        // The very answer that is shown already: there is nothing to draw.
        if (answer.peek()?.result !== result) answer.value = { run, result };
      },
      visible: () => document.visibilityState === 'visible',
    });
    poller.current = own;
    let known = /** @type {unknown} */ (own); // nothing that newWhen gives
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

/** What can be asked for: it does not change during a run. */
export function useInspected() {
  const { inspection } = useStore();
  return useLive(() => inspection.inspected(), [], once);
}

const once = () => true;
