// Run, pause, step, epoch, reset; and how far and how fast it goes.

import { useEffect } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { useStore } from '../../ui/context.js';
import { EpochIcon, PauseIcon, PlayIcon, ResetIcon, StepIcon } from '../../ui/icons.jsx';

export function TransportBar() {
  return (
    <section class="transport" aria-label={t('transport.label')}>
      <Buttons />
      <Progress />
    </section>
  );
}

function Buttons() {
  const { transport } = useStore();
  const phase = transport.phase.value;
  const running = phase === 'running';
  const out = phase === 'loading' || phase === 'broken';
  // Disabled, a button would lose the focus; what is pressed meanwhile changes nothing.
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
        title={t('transport.run.title')}
        onClick={() => void transport.toggle()}
      >
        {running ? <PauseIcon /> : <PlayIcon />}
        {t(runLabel(phase))}
      </button>
      <button
        type="button"
        disabled={out}
        aria-disabled={busy}
        aria-keyshortcuts="s"
        title={t('transport.step.title')}
        onClick={() => void transport.step()}
      >
        <StepIcon />
        {t('transport.step')}
      </button>
      <button
        type="button"
        disabled={out}
        aria-disabled={busy}
        aria-keyshortcuts="e"
        title={t('transport.epoch.title')}
        onClick={() => void transport.epoch()}
      >
        <EpochIcon />
        {t('transport.epoch')}
      </button>
      <button
        type="button"
        disabled={out || !transport.current.value}
        aria-keyshortcuts="r"
        title={t('transport.reset.title')}
        onClick={() => void transport.reset()}
      >
        <ResetIcon />
        {t('transport.reset')}
      </button>
    </div>
  );
}

/** @param {import('./training_controls.js').Phase} phase */
function runLabel(phase) {
  if (phase === 'running') return 'transport.pause';
  if (phase === 'paused') return 'transport.resume';
  return phase === 'finished' || phase === 'failed' ? 'transport.again' : 'transport.run';
}

function useShortcuts() {
  const { transport } = useStore();
  useEffect(() => {
    const actions = /** @type {Record<string, () => unknown>} */ ({
      ' ': transport.toggle,
      s: transport.step,
      e: transport.epoch,
      r: transport.reset,
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
 * Whether the key means something where it was pressed: typing, or pressing a focused button.
 *
 * @param {string} key
 * @param {Element} target
 */
function isTaken(key, target) {
  if (target.closest('input:not([type=range]), select, textarea, [contenteditable]')) return true;
  return key === ' ' && target.closest('button, a, [role=dialog]') !== null;
}

function Progress() {
  const { transport, plan } = useStore();
  const { meter } = transport;
  const run = transport.current.value;
  // Read for its own sake: the run is not a signal, what moves in it is told by the pulse.
  void transport.pulse.value;
  const { steps, stepsPerEpoch } = plan.length.value;
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
        aria-label={t('transport.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div style={{ transform: `scaleX(${share})` }} />
      </div>
      <p class="figure speed">
        <b>{format.speed(meter.imagesPerSecond.value)}</b> {t('progress.speed')}
      </p>
      <p class="figure flops">
        <b>{format.speed(meter.gigaflops.value)}</b> {t('progress.flops')}
      </p>
      <p class="figure left">
        <b>{format.duration(status.step < status.totalSteps ? meter.secondsLeft.value : 0)}</b>{' '}
        {t('progress.left')}
      </p>
    </div>
  );
}
