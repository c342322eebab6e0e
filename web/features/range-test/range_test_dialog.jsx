// The dialog of the learning-rate range test: settings, curve, and the suggested rate with a button to use it.

import { useEffect, useId, useRef } from 'preact/hooks';
import { format, t, tName } from '../../locales/index.js';
import { roundTo } from '../../ui/slider_scales.js';
import { useStore } from '../../ui/context.js';
import { parseNumber, problemMessage, written } from '../experiment/index.js';
import { RangeCurve } from './range_curve.jsx';

/** @param {{onClose: () => void}} props */
export function RangeTestDialog({ onClose }) {
  const { rangeTest } = useStore();
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    return () => void rangeTest.stop();
  }, []);
  const busy = rangeTest.stage.value === 'running' || rangeTest.stage.value === 'preparing';
  return (
    <dialog
      class="range-test"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={id}>{t('range.title')}</h2>
      <p class="about">{t(rangeTest.fromRun.value ? 'range.about.run' : 'range.about.fresh')}</p>
      <div class="range-settings">
        <Setting name="low" />
        <Setting name="high" />
        <Setting name="steps" />
        <button
          type="button"
          class="range-start"
          disabled={!busy && !rangeTest.possible.value}
          onClick={() => void (busy ? rangeTest.stop() : rangeTest.start())}
        >
          {t(busy ? 'range.stop' : 'range.start')}
        </button>
      </div>
      {!rangeTest.possible.value && !busy && <p class="note">{t('range.pause')}</p>}
      <Refusal />
      <Curve />
      <Suggestion onClose={() => dialog.current?.close()} />
      <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
        {t('range.close')}
      </button>
    </dialog>
  );
}

/** @param {{name: 'low' | 'high' | 'steps'}} props */
function Setting({ name }) {
  const { settings, stage } = useStore().rangeTest;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{tName('range.settings', name)}</label>
      <input
        id={id}
        class="number"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        disabled={stage.value === 'running' || stage.value === 'preparing'}
        value={written(settings.value[name])}
        onChange={({ currentTarget: { value } }) =>
          (settings.value = { ...settings.value, [name]: parseNumber(value, false) })
        }
      />
    </div>
  );
}

function Refusal() {
  const { problem } = useStore().rangeTest;
  if (!problem.value) return null;
  const { path, message } = problem.value;
  const [, key] = path.split('.');
  const name = key ? tName('range.settings', key) : '';
  return (
    <p class="note range-refusal" role="alert">
      {t('problem.sentence', { message: problemMessage({ path: name, message }) })}
    </p>
  );
}

function Curve() {
  const { result, settings, stage } = useStore().rangeTest;
  const { low, high, steps } = settings.value;
  const found = result.value;
  const drawable = Number(low) > 0 && Number(high) > Number(low);
  const done = found?.rates.length ?? 0;
  return (
    <figure class="range-curve">
      <p class="note" role="status">
        {stage.value === 'preparing' && t('range.preparing')}
        {stage.value === 'running' &&
          t('range.progress', { done: format.count(done), total: format.count(steps) })}
        {found && stage.value === 'done' && endMessage(found, steps)}
      </p>
      <div class="plot-room">
        {drawable && (
          <RangeCurve result={found} low={low} high={high} over={stage.value === 'done'} />
        )}
      </div>
    </figure>
  );
}

/**
 * @param {import('../../protocol/range_test.js').RangeTestResult} result
 * @param {number} steps
 */
function endMessage({ rates, diverged, finished }, steps) {
  const values = { done: format.count(rates.length), total: format.count(steps) };
  if (diverged) return t('range.diverged', { rate: format.rate(rates.at(-1)) });
  return t(finished ? 'range.finished' : 'range.stopped', values);
}

/** @param {{onClose: () => void}} props */
function Suggestion({ onClose }) {
  const { rangeTest } = useStore();
  const found = rangeTest.result.value;
  if (!found || rangeTest.stage.value !== 'done') return <div class="range-suggestion" />;
  if (!found.suggestion) return <p class="range-suggestion">{t('range.none')}</p>;
  const { rate, rule } = found.suggestion;
  return (
    <div class="range-suggestion">
      <p>
        <b>{format.rate(roundTo(rate, 2))}</b> {tName('range.rules', rule)}
      </p>
      <button
        type="button"
        class="range-adopt"
        onClick={async () => {
          await rangeTest.adopt();
          onClose();
        }}
      >
        {t('range.adopt')}
      </button>
    </div>
  );
}
