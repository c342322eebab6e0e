// Notices of the page: the core has failed, a run has stopped, an invalid setting has no visible control, or a
// change applies to the next run only. A live region announces the state of the run to screen readers.

import { format, t, tName } from '../locales/index.js';
import { useStore } from '../ui/context.js';
import { WarningIcon } from '../ui/icons.jsx';
import { problemMessage } from '../features/experiment/index.js';

export function Notices() {
  const { trainingControls, experiment } = useStore();
  const found = trainingControls.problem.value;
  // The user cancelled it: no notice.
  const problem = found?.kind === 'cancelled' ? null : found;
  const run = trainingControls.current.value;
  void trainingControls.pulse.value;
  return (
    <div class="notices">
      {problem && (
        <Notice text={stoppedMessage(problem)} reload={trainingControls.phase.value === 'broken'} />
      )}
      {experiment.unplaced.value.map((refused) => (
        <Notice key={refused.path} text={problemMessage(refused)} />
      ))}
      {run?.divergence && <Notice text={divergenceMessage(run.divergence)} />}
      <Pending />
      <LiveRegion />
    </div>
  );
}

/** @param {{text: string, reload?: boolean}} props */
function Notice({ text, reload = false }) {
  return (
    <p class="notice" role="alert">
      <WarningIcon />
      <span>{text}</span>
      {reload && (
        <button type="button" class="quiet" onClick={() => location.reload()}>
          {t('notice.reload')}
        </button>
      )}
    </p>
  );
}

/** @param {import('../protocol/types.js').Problem} problem */
function stoppedMessage(problem) {
  const message = problemMessage(problem);
  switch (problem.kind) {
    case 'load':
      return t('notice.load', { message });
    case 'lost':
      return t('notice.lost', { message });
    case 'memory':
      return t('notice.memory', { message });
    default:
      return t('notice.run', { message });
  }
}

const CAUSES = /** @type {const} */ ({
  loss_not_finite: 'diverged.lossNotFinite',
  loss_above_limit: 'diverged.lossAboveLimit',
  gradient_not_finite: 'diverged.gradientNotFinite',
});

/** @param {import('../protocol/types.js').Divergence} divergence */
function divergenceMessage({ step, restored, rate, reason, loss }) {
  return t('notice.diverged', {
    step: format.count(step),
    restored: format.count(restored),
    rate: format.rate(rate),
    lower: format.rate(Number((rate / 3).toPrecision(1))),
    cause: t(CAUSES[reason], { loss: format.loss(loss ?? undefined) }),
  });
}

const SECTIONS = ['data', 'network', 'optimizer', 'loss', 'seed', 'training'];

/** Changes during a run that apply to the next run only. */
function Pending() {
  const { trainingControls, experiment } = useStore();
  const from = trainingControls.openedFrom.value;
  const phase = trainingControls.phase.value;
  if (!from || (phase !== 'running' && phase !== 'paused')) return null;
  const good = /** @type {Record<string, any>} */ (experiment.good.value);
  const changed = SECTIONS.filter(
    (section) => JSON.stringify(good[section]) !== JSON.stringify(from[section]),
  );
  if (changed.length === 0) return null;
  const what = format.list(changed.map((section) => tName('section', section)));
  return (
    <p class="notice pending" role="status">
      <span>{t('notice.pending', { what })}</span>
    </p>
  );
}

function LiveRegion() {
  return (
    <p class="hidden" aria-live="polite">
      <RunState />
    </p>
  );
}

function RunState() {
  const { trainingControls } = useStore();
  const run = trainingControls.current.value;
  const phase = trainingControls.phase.value;
  if (phase === 'running') return t('status.running');
  if (phase === 'failed') return t('status.failed');
  if (!run) return null;
  if (phase === 'paused') return t('status.paused', { step: format.count(run.status.step) });
  if (phase !== 'finished') return null;
  return t('status.finished', {
    last: format.percent(run.lastHeldOut),
    best: format.percent(run.bestHeldOut),
  });
}
