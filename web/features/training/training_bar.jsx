// Run, pause, step, epoch and reset; progress and speed.

import { useEffect } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { EpochIcon, PauseIcon, PlayIcon, ResetIcon, StepIcon } from '../../ui/icons.jsx';

export function TrainingBar() {
  return (
    <section class="training-bar" aria-label={t('training.label')}>
      <Buttons />
      <Progress />
    </section>
  );
}

function Buttons() {
  const { trainingControls } = useStore();
  const phase = trainingControls.phase.value;
  const running = phase === 'running';
  const out = phase === 'loading' || phase === 'broken';
  // A disabled button would lose the focus, so it stays enabled and has no effect meanwhile.
  const busy = phase === 'preparing';
  useShortcuts();
  return (
    <div class="buttons">
      <button
        type="button"
        class="run"
        disabled={out}
        aria-disabled={busy}
        aria-keyshortcuts="Space"
        title={t('training.run.title')}
        onClick={() => void trainingControls.toggle()}
      >
        {running ? <PauseIcon /> : <PlayIcon />}
        {t(runLabel(phase))}
      </button>
      <button
        type="button"
        disabled={out}
        aria-disabled={busy}
        aria-keyshortcuts="s"
        title={t('training.step.title')}
        onClick={() => void trainingControls.step()}
      >
        <StepIcon />
        {t('training.step')}
      </button>
      <button
        type="button"
        disabled={out}
        aria-disabled={busy}
        aria-keyshortcuts="e"
        title={t('training.epoch.title')}
        onClick={() => void trainingControls.epoch()}
      >
        <EpochIcon />
        {t('training.epoch')}
      </button>
      <button
        type="button"
        disabled={out || !trainingControls.current.value}
        aria-keyshortcuts="r"
        title={t('training.reset.title')}
        onClick={() => void trainingControls.reset()}
      >
        <ResetIcon />
        {t('training.reset')}
      </button>
    </div>
  );
}

/** @param {import('./training_controls.js').Phase} phase */
function runLabel(phase) {
  if (phase === 'running') return 'training.pause';
  if (phase === 'paused') return 'training.resume';
  return phase === 'finished' || phase === 'failed' ? 'training.again' : 'training.run';
}

function useShortcuts() {
  const { trainingControls } = useStore();
  useEffect(() => {
    const actions = /** @type {Record<string, () => unknown>} */ ({
      ' ': trainingControls.toggle,
      s: trainingControls.step,
      e: trainingControls.epoch,
      r: trainingControls.reset,
    });
    const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
      const action = actions[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTaken(event.key, /** @type {Element} */ (event.target))) return;
      event.preventDefault();
      void action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * Whether the focused element handles the key itself: text is typed, or a button is pressed.
 *
 * @param {string} key
 * @param {Element} target
 */
function isTaken(key, target) {
  if (target.closest('input:not([type=range]), select, textarea, [contenteditable]')) return true;
  return key === ' ' && target.closest('button, a, [role=dialog]') !== null;
}

function Progress() {
  const { trainingControls, plannedRates } = useStore();
  const { throughput } = trainingControls;
  const run = trainingControls.current.value;
  // Subscribes to the pulse, because the properties of the run are not signals.
  void trainingControls.pulse.value;
  const { steps, stepsPerEpoch } = plannedRates.length.value;
  const status = run?.status ?? {
    step: 0,
    epoch: 0,
    totalSteps: steps,
    totalEpochs: Math.ceil(steps / stepsPerEpoch),
  };
  const share = status.totalSteps > 0 ? status.step / status.totalSteps : 0;
  return (
    <div class="progress">
      <p class="progress-epoch">
        <span>{t('progress.epoch')}</span>{' '}
        <output aria-live="off" style={{ '--digits': String(status.totalEpochs).length }}>
          {t('progress.of', {
            done: format.count(status.epoch),
            total: format.count(status.totalEpochs),
          })}
        </output>
      </p>
      <div
        class="bar"
        role="progressbar"
        aria-label={t('training.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div style={{ transform: `scaleX(${share})` }} />
      </div>
      <p class="figure speed">
        <b>{format.speed(throughput.imagesPerSecond.value)}</b> {t('progress.speed')}
      </p>
      <p class="figure flops">
        <b>{format.speed(throughput.gigaflops.value)}</b> {t('progress.flops')}
      </p>
      <p class="figure left">
        <b>{format.duration(status.step < status.totalSteps ? throughput.secondsLeft.value : 0)}</b>{' '}
        {t('progress.left')}
      </p>
    </div>
  );
}
