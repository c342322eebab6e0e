// The learning-rate range test: a dialog with its settings, its curve as it comes, and the suggestion,
// which one press adopts.

import { useEffect, useId, useRef } from 'preact/hooks';
import { format, t, tName } from '../../locales/index.js';
import { rangeCurve } from '../../plot/range_curve.js';
import { roundTo } from '../../state/slider_scales.js';
import { useStore } from '../context.js';
import { parseNumber, written } from '../field.jsx';
import { problemWords } from '../problem_words.js';

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
      {t('problem.sentence', { message: problemWords({ path: name, message }) })}
    </p>
  );
}

const WIDTH = 520;
const HEIGHT = 200;

function Curve() {
  const { result, settings, stage } = useStore().rangeTest;
  const { low, high, steps } = settings.value;
  const found = result.value;
  const drawable = Number(low) > 0 && Number(high) > Number(low);
  const curve =
    drawable &&
    rangeCurve(
      {
        rates: found?.rates ?? [],
        losses: found?.losses ?? [],
        smooth: found?.smooth_losses ?? [],
      },
      { low, high },
      { width: WIDTH, height: HEIGHT },
    );
  const done = found?.rates.length ?? 0;
  return (
    <figure class="range-curve">
      <p class="note" role="status">
        {stage.value === 'preparing' && t('range.preparing')}
        {stage.value === 'running' &&
          t('range.progress', { done: format.count(done), total: format.count(steps) })}
        {found && stage.value === 'done' && endWords(found, steps)}
      </p>
      <svg
        viewBox={`-44 -16 ${WIDTH + 60} ${HEIGHT + 56}`}
        role="img"
        aria-label={t('range.curve', { low: format.rate(low), high: format.rate(high) })}
      >
        {curve && <Drawn curve={curve} result={found} over={stage.value === 'done'} />}
      </svg>
    </figure>
  );
}

/**
 * @param {object} props
 * @param {ReturnType<typeof rangeCurve>} props.curve
 * @param {import('../../protocol/range_test.js').RangeTestResult | null} props.result
 * @param {boolean} props.over whether what it suggests so far is what it suggests
 */
function Drawn({ curve, result, over }) {
  const last = result?.rates.at(-1);
  const rate = over ? result?.suggestion?.rate : undefined;
  return (
    <>
      {curve.lossTicks.map((loss) => (
        <g key={loss} transform={`translate(0 ${curve.toY(loss)})`}>
          <path class="hair" d={`M0 0H${WIDTH}`} />
          <text x="-8" dy="4" text-anchor="end">
            {format.rate(loss)}
          </text>
        </g>
      ))}
      {curve.rateTicks.map((tick) => (
        <g key={tick} transform={`translate(${curve.toX(tick)} 0)`}>
          <path class="hair" d={`M0 0V${HEIGHT}`} />
          <text y={HEIGHT + 5} dy="1em" text-anchor="middle">
            {format.rate(tick)}
          </text>
        </g>
      ))}
      <text x={WIDTH} y={HEIGHT + 5} dy="2.5em" text-anchor="end">
        {t('range.axis')}
      </text>
      <text x="0" y="-6">
        {t('range.loss')}
      </text>
      <path class="raw" d={curve.raw} />
      <path class="smooth" d={curve.smooth} />
      {result?.diverged && last !== undefined && (
        <g class="ran-away" transform={`translate(${curve.toX(last)} 0)`}>
          <path d={`M0 0V${HEIGHT}`} />
          <text x="-6" y="12" text-anchor="end">
            {t('range.away')}
          </text>
        </g>
      )}
      {rate !== undefined && (
        <g class="suggested" transform={`translate(${curve.toX(rate)} 0)`}>
          <path d={`M0 0V${HEIGHT}`} />
          <text x="-6" y={HEIGHT - 6} text-anchor="end">
            {format.rate(roundTo(rate, 2))}
          </text>
        </g>
      )}
    </>
  );
}

/**
 * @param {import('../../protocol/range_test.js').RangeTestResult} result
 * @param {number} steps
 */
function endWords({ rates, diverged, finished }, steps) {
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
