// The bands of the chart over one x axis: learning rate, accuracy, loss and, optionally, norms.

import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { Chart } from '../../plot/chart.js';
import { plotWidth } from '../../plot/plot_options.js';
import { readColors } from '../../ui/chart_colors.js';
import { bandFormats, normsTitle } from './scene/chart_formats.js';
import { onChartKey } from './chart_keys.js';
import { BandOverlay } from './chart_overlays.jsx';
import { sceneOf, watchChart } from './chart_selectors.js';
import { useStore } from '../../ui/context.js';

/** @typedef {import('../../app/store.js').Store} Store */

/** @param {HTMLElement} root */
function bandsIn(root) {
  const hosts = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-band]')]);
  return hosts.map((host, index) => {
    const name = host.dataset.band ?? '';
    const options = { name, axis: index === hosts.length - 1, jumpLabels: name === 'rate' };
    return { host, options: { ...options, format: bandFormats[name] } };
  });
}

/**
 * Draws the chart when the current run has advanced by a pixel. Smaller changes wait for the pulse of the
 * training controls.
 *
 * @param {Store} store
 * @param {Chart} chart
 */
function followRun({ trainingControls }, chart) {
  let before = Number.NaN;
  return effect(() => {
    const run = trainingControls.current.value;
    void run?.version.value;
    const pixel = run ? Math.round(chart.toPixel('rate', run.status.step, 1).x) : Number.NaN;
    if (pixel === before) return;
    before = pixel;
    chart.invalidate();
  });
}

/**
 * @param {HTMLElement} root
 * @param {Store} store
 */
function mountChart(root, store) {
  const { cursor, chartView, theme } = store;
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let { colors, ink } = readColors(root);
  const chart = new Chart({
    root,
    overlay: /** @type {HTMLElement} */ (root.querySelector('.chart-marks')),
    bands: bandsIn(root),
    scene: () => sceneOf(store, colors, plotWidth(root.clientWidth)),
    ink: () => ink,
    still: () => still.matches,
    onCursor: (step) => {
      const { steps } = store.plannedRates.length.peek();
      cursor.value = step === null ? null : Math.min(steps - 1, Math.max(0, Math.round(step)));
    },
    onVisibleRange: (visibleRange) => (chartView.visibleRange.value = visibleRange),
  });
  const stops = [
    followRun(store, chart),
    effect(() => {
      watchChart(store);
      chart.invalidate();
    }),
    effect(() => {
      void cursor.value;
      chart.invalidateCursor();
    }),
    effect(() => {
      void theme.theme.value;
      ({ colors, ink } = readColors(root));
      untracked(() => chart.recolor());
    }),
  ];
  return {
    chart,
    stop() {
      for (const stop of stops) stop();
      chart.destroy();
      cursor.value = null;
    },
  };
}

/**
 * @param {object} props
 * @param {Chart | null} props.chart
 * @param {import('./chart_overlays.jsx').Overlays} props.overlays
 * @param {(chart: Chart | null) => void} props.onChart
 */
export function ChartBands({ chart, overlays, onChart }) {
  const store = useStore();
  const { cursor, chartView } = store;
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));
  const norms = chartView.weightNorm.value || chartView.gradientNorm.value;

  useEffect(() => {
    const mounted = mountChart(/** @type {HTMLDivElement} */ (frame.current), store);
    onChart(mounted.chart);
    return () => {
      onChart(null);
      mounted.stop();
    };
  }, [norms]);

  return (
    <div
      class="bands"
      data-norms={norms}
      ref={frame}
      role="group"
      tabIndex={0}
      aria-describedby="chart-keys"
      aria-label={describe(store)}
      onKeyDown={(event) => onChartKey(event, store, chart)}
      onBlur={() => (cursor.value = null)}
    >
      <p id="chart-keys" class="hidden">
        {t('chart.keys')}
      </p>
      <div class="chart-marks" />
      <h3 class="band-title rate">
        {t('chart.rate')} <ScaleSwitch of={chartView.rateScale} label={t('chart.rate')} />
      </h3>
      <Band name="rate" label={t('chart.rate')} chart={chart} overlays={overlays.rate} />
      <h3 class="band-title">{t('chart.accuracy')}</h3>
      <Band
        name="accuracy"
        label={t('chart.accuracy')}
        chart={chart}
        overlays={overlays.accuracy}
      />
      <h3 class="band-title">
        {t('chart.loss')} <span>{t('chart.lossUnit')}</span>{' '}
        <ScaleSwitch of={chartView.lossScale} label={t('chart.loss')} />
      </h3>
      <Band name="loss" label={t('chart.loss')} chart={chart} overlays={overlays.loss} />
      {norms && (
        <h3 class="band-title">
          {normsTitle(chartView)}{' '}
          {store.chartIsolation.value && <span>{t('isolation.norms')}</span>}
        </h3>
      )}
      {norms && <Band name="norms" label={normsTitle(chartView)} chart={chart} />}
      <AxisNames />
      <EmptyNote />
    </div>
  );
}

/**
 * @param {object} props
 * @param {import('./chart_overlays.jsx').BandName | 'norms'} props.name
 * @param {string} props.label
 * @param {Chart | null} props.chart
 * @param {import('preact').ComponentType<{chart: Chart}>[]} [props.overlays]
 */
function Band({ name, label, chart, overlays = [] }) {
  return (
    <div class="band" data-band={name} role="group" aria-label={label}>
      {name !== 'norms' && <BandOverlay chart={chart} overlays={overlays} />}
    </div>
  );
}

/**
 * Shows and toggles the scale of an axis.
 *
 * @param {{of: import('@preact/signals').Signal<import('./chart_view.js').Scale>, label: string}} props
 */
function ScaleSwitch({ of, label }) {
  const log = of.value === 'log';
  return (
    <button
      type="button"
      class="scale-switch"
      aria-label={t(log ? 'chart.scale.isLog' : 'chart.scale.isLinear', { axis: label })}
      onClick={() => (of.value = log ? 'linear' : 'log')}
    >
      {t(log ? 'chart.log' : 'chart.linear')}
    </button>
  );
}

function AxisNames() {
  const { chartView } = useStore();
  const unit = chartView.unit.value;
  const names = { epoch: t('chart.epoch'), step: t('chart.step'), seconds: t('chart.seconds') };
  return (
    <p class="axis-names" aria-hidden="true">
      <span>{names[unit]}</span>
      <span>{unit === 'epoch' ? names.step : names.epoch}</span>
    </p>
  );
}

/** A note in place of the curves while there are none. */
function EmptyNote() {
  const { trainingControls, runs, races } = useStore();
  if (races.open.value && races.shown.value) return null;
  const phase = trainingControls.phase.value;
  if (phase === 'broken' || trainingControls.current.value) return null;
  if (phase === 'loading') return <p class="empty-note">{t('progress.loading')}</p>;
  if (phase === 'preparing') return <p class="empty-note">{t('progress.preparing')}</p>;
  return runs.list.value.length === 0 ? <p class="empty-note">{t('chart.empty')}</p> : null;
}

/** @param {Store} store */
function describe(store) {
  const isolated = store.chartIsolation.value;
  if (isolated)
    return 'race' in isolated ? t('isolation.describe.race') : t('isolation.describe.runs');
  const { trainingControls } = store;
  // Announced when a run starts, stops or resumes, not at every step.
  void trainingControls.phase.value;
  const run = trainingControls.current.value;
  if (!run) return t('chart.describe.empty');
  return t('chart.describe', {
    steps: format.count(run.status.totalSteps),
    rate: format.rate(run.rateNow),
    training: format.percent(run.steps.at('smoothAccuracy', -1)),
    heldOut: format.percent(run.lastHeldOut),
    loss: format.loss(run.steps.at('smoothLoss', -1)),
  });
}
