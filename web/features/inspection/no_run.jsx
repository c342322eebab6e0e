// Notes of a panel without a run, and after a failed request.

import { t, tCore } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';

/** @param {{text: string}} props */
export function NoRun({ text }) {
  const { trainingControls } = useStore();
  return <p class="note">{trainingControls.current.value ? t('inspection.waiting') : text}</p>;
}

/** @param {{problem: import('../../protocol/types.js').Problem}} props */
export function Refused({ problem }) {
  return (
    <p class="wrong" role="alert">
      {t('inspection.refused', { message: tCore(problem.message) })}
    </p>
  );
}
