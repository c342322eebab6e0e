// The step that the numbers of a formula are of.

import { useRef } from 'preact/hooks';
import { useStore } from '../../../ui/context.js';

/** Typesetting takes milliseconds of the page: while a run goes on its numbers change no faster. */
const READABLE_MILLISECONDS = 500;

/**
 * The step that is done, as often as it can be read; at once where the run stands still or the plan is
 * another one.
 *
 * @param {ArrayLike<number>} rates
 */
export function useReadableStep(rates) {
  const { trainingControls } = useStore();
  const last = useRef({ step: 0, at: -Infinity, rates: /** @type {ArrayLike<number>} */ ([]) });
  const run = trainingControls.current.value;
  void trainingControls.pulse.value;
  const now = performance.now();
  const { at, rates: before } = last.current;
  const going = trainingControls.phase.value === 'running' && before === rates;
  if (!going || now - at >= READABLE_MILLISECONDS) {
    last.current = { step: run?.status.step ?? 0, at: now, rates };
  }
  return last.current.step;
}
