// Controls of the chart: unit of the x axis, smoothing, further curves, zoom.

import { format, t } from '../../locales/index.js';
import { MAX_SMOOTHING, units } from './chart_view.js';
import { defaultWeight } from '../training/index.js';
import { countIn } from './chart_selectors.js';
import { useStore } from '../../ui/context.js';
import { Segments } from '../../ui/segments.jsx';

/** @param {{chart: import('../../plot/chart.js').Chart | null}} props */
export function ChartControls({ chart }) {
  const { chartView } = useStore();
  return (
    <div class="chart-controls">
      <UnitChoice />
      <Smoothing />
      <fieldset class="traces">
        <legend class="hidden">{t('chart.traces')}</legend>
        <Trace of={chartView.weightNorm} label={t('chart.norms.weights')} />
        <Trace of={chartView.gradientNorm} label={t('chart.norms.gradient')} />
      </fieldset>
      {chart && <ZoomButtons chart={chart} />}
    </div>
  );
}

function UnitChoice() {
  const store = useStore();
  const { chartView } = store;
  const names = { epoch: t('chart.epoch'), step: t('chart.step'), seconds: t('chart.seconds') };
  return (
    <Segments
      legend={t('chart.axis')}
      name="chart-unit"
      title={t('chart.seconds.hint')}
      choices={units.map((id) => ({ id, text: names[id] }))}
      chosen={chartView.unit.value}
      onChoose={(unit) => countIn(store, unit)}
    />
  );
}

/** The slider is logarithmic in the number of averaged values: 1, 10, 100, 1,000. */
const positionOf = (/** @type {number} */ weight) =>
  Math.log(1 - weight) / Math.log(1 - MAX_SMOOTHING);
const weightAt = (/** @type {number} */ position) =>
  Number((1 - (1 - MAX_SMOOTHING) ** position).toFixed(position > 0.66 ? 4 : 3));

function Smoothing() {
  const { chartView, trainingControls, plannedRates } = useStore();
  const { stepsPerEpoch } = trainingControls.current.value?.status ?? plannedRates.length.value;
  const { smoothing } = chartView;
  const weight = smoothing.value ?? defaultWeight(stepsPerEpoch);
  const position = positionOf(weight);
  const label = weight === 0 ? t('chart.smoothing.none') : format.plain(Number(weight.toFixed(4)));
  return (
    <div class="smoothing" title={t('chart.smoothing.hint')}>
      <label for="chart-smoothing">{t('chart.smoothing')}</label>
      <input
        id="chart-smoothing"
        class="slider"
        type="range"
        min={0}
        max={100}
        step={1}
        value={Math.round(position * 100)}
        aria-valuetext={label}
        style={{ '--position': `${position * 100}%` }}
        onInput={({ currentTarget }) =>
          (smoothing.value = weightAt(Number(currentTarget.value) / 100))
        }
      />
      <output for="chart-smoothing">{label}</output>
      {smoothing.value !== null && (
        <button type="button" class="quiet" onClick={() => (smoothing.value = null)}>
          {t('chart.smoothing.default')}
        </button>
      )}
    </div>
  );
}

/** @param {{of: import('@preact/signals').Signal<boolean>, label: string}} props */
function Trace({ of, label }) {
  return (
    <label class="trace">
      <input
        type="checkbox"
        checked={of.value}
        onChange={({ currentTarget }) => (of.value = currentTarget.checked)}
      />
      {label}
    </label>
  );
}

const ZOOM_FACTOR = 0.5;

/** @param {{chart: import('../../plot/chart.js').Chart}} props */
function ZoomButtons({ chart }) {
  const { chartView } = useStore();
  return (
    <div class="zoom" role="group" aria-label={t('chart.zoom')} title={t('chart.zoom.hint')}>
      <button
        type="button"
        aria-label={t('chart.zoom.out')}
        onClick={() => chart.zoom(1 / ZOOM_FACTOR)}
      >
        {'\u2212'}
      </button>
      <button type="button" aria-label={t('chart.zoom.in')} onClick={() => chart.zoom(ZOOM_FACTOR)}>
        +
      </button>
      <button
        type="button"
        class="quiet"
        disabled={chartView.visibleRange.value === null}
        onClick={() => chart.showAll()}
      >
        {t('chart.zoom.all')}
      </button>
    </div>
  );
}
