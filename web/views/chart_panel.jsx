// The chart with its readout: learning rate, accuracy and loss over one axis of steps.

import { effect, untracked } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { format, t } from '../locales/index.js';
import { Chart } from '../plot/chart.js';
import { epochTicks, linearTicks, logTicks } from '../plot/scales.js';
import { styleOf } from '../state/comparison.js';
import { sceneExtras } from './chart_extras.js';
import { BandOverlay } from './chart_overlays.jsx';
import { chartScene } from './chart_scene.js';
import { ChartTable } from './chart_table.jsx';
import { useStore } from './context.js';
import { focusOf } from './focus.js';
import { focusScene } from './focus_scene.js';
import { Readout } from './readout.jsx';
import { colorOfStyle } from './run_colors.js';

export function ChartPanel() {
  const { asTable } = useStore();
  return (
    <section class="chart-panel" aria-labelledby="chart-title">
      <div class="chart-head">
        <h2 id="chart-title" tabIndex={-1}>
          {t('chart.title')}
        </h2>
        <button
          type="button"
          class="quiet"
          aria-pressed={asTable.value}
          onClick={() => (asTable.value = !asTable.value)}
        >
          {t(asTable.value ? 'chart.chart' : 'chart.table')}
        </button>
      </div>
      <Readout />
      {asTable.value ? <ChartTable /> : <Bands />}
    </section>
  );
}

/** @param {HTMLElement} element */
function readColors(element) {
  const style = getComputedStyle(element);
  const color = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    colors: {
      rate: color('--rate'),
      heldOut: color('--held-out'),
      training: color('--training'),
      loss: color('--loss'),
      rateText: color('--rate-text'),
      heldOutText: color('--held-out-text'),
      trainingText: color('--training-text'),
      lossText: color('--loss-text'),
      quiet: color('--ink-quiet'),
    },
    ink: {
      paper: color('--paper'),
      text: color('--ink-soft'),
      faint: color('--ink-quiet'),
      grid: color('--whisper'),
      font: style.fontFamily,
    },
  };
}

/**
 * @param {import('../state/store.js').Store} store
 * @param {import('./chart_scene.js').Colors} colors
 */
function sceneOf(store, colors) {
  const { transport, runs, plan, cursor } = store;
  const focused = focusScene(focusOf(store), cursor.value);
  if (focused) return focused;
  const current = transport.current.value;
  const others = runs.list.value.filter((run) => run !== current && run.visible.value);
  const phase = transport.phase.value;
  return chartScene({
    current,
    others,
    colorOf: (run) => colorOfStyle(styleOf(run.number)),
    rates: plan.rates.value,
    length: plan.length.value,
    going: phase !== 'finished' && phase !== 'failed',
    cursor: cursor.value,
    colors,
    extras: sceneExtras.map((extra) => extra(store)),
  });
}

/**
 * Whether the run has gone on by something that can be seen: most of a pixel. What is less waits for
 * the pulse, which comes some times a second.
 *
 * @param {import('../state/run.js').Run | null} run
 * @param {number} pixels
 */
function isWorthDrawing(run, pixels) {
  if (!run) return true;
  const { step, totalSteps } = run.status;
  const pixel = Math.floor((step / totalSteps) * pixels);
  const before = drawnPixel.get(run);
  drawnPixel.set(run, pixel);
  return before !== pixel;
}

/** @type {WeakMap<import('../state/run.js').Run, number>} */
const drawnPixel = new WeakMap();

const LABEL_ROOM = 56;

/**
 * @param {import('../state/store.js').Store} store
 * @param {Record<'rate' | 'accuracy' | 'loss', HTMLElement>} hosts
 */
function bandsOf({ cursor }, hosts) {
  const common = {
    formatStep: format.count,
    epochTicks: (
      /** @type {number} */ steps,
      /** @type {number} */ perEpoch,
      /** @type {number} */ pixels,
    ) => epochTicks(steps, perEpoch, pixels / LABEL_ROOM),
    onCursor: (/** @type {number | null} */ step) => {
      cursor.value = step;
    },
  };
  const log = { log: true, ticks: logTicks };
  const percent = (/** @type {number} */ share) => format.percent(share, 0);
  return [
    {
      host: hosts.rate,
      options: { ...common, ...log, name: 'rate', axis: false, format: format.rate },
    },
    {
      host: hosts.accuracy,
      options: {
        ...common,
        name: 'accuracy',
        axis: false,
        log: false,
        format: percent,
        ticks: (
          /** @type {number} */ min,
          /** @type {number} */ max,
          /** @type {number} */ pixels,
        ) => linearTicks(min, max, pixels / 40),
      },
    },
    {
      host: hosts.loss,
      options: { ...common, ...log, name: 'loss', axis: true, format: format.rate },
    },
  ];
}

function Bands() {
  const store = useStore();
  const { transport, runs, plan, cursor, theme } = store;
  const [live, setLive] = useState(/** @type {Chart | null} */ (null));
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));

  useEffect(() => {
    const root = /** @type {HTMLDivElement} */ (frame.current);
    const host = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (root.querySelector(`[data-band=${name}]`));
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let { colors, ink } = readColors(root);
    const chart = new Chart({
      overlay: /** @type {HTMLElement} */ (root.querySelector('.chart-marks')),
      bands: bandsOf(store, { rate: host('rate'), accuracy: host('accuracy'), loss: host('loss') }),
      scene: () => untracked(() => sceneOf(store, colors)),
      ink: () => ink,
      still: () => still.matches,
    });
    setLive(chart);
    const stopRun = effect(() => {
      const run = transport.current.value;
      void run?.version.value;
      if (isWorthDrawing(run, root.clientWidth)) chart.invalidate();
    });
    const stopData = effect(() => {
      void transport.pulse.value;
      void [transport.phase.value, plan.rates.value, plan.length.value, cursor.value];
      for (const run of runs.list.value) void run.visible.value;
      for (const extra of sceneExtras) void extra(store);
      void focusOf(store);
      chart.invalidate();
    });
    const stopTheme = effect(() => {
      void theme.theme.value;
      ({ colors, ink } = readColors(root));
      chart.recolor();
    });
    return () => {
      stopRun();
      stopData();
      stopTheme();
      chart.destroy();
      cursor.value = null;
    };
  }, []);

  return (
    <div
      class="bands"
      ref={frame}
      role="group"
      tabIndex={0}
      aria-describedby="chart-keys"
      aria-label={describe(store)}
      onKeyDown={(event) => moveCursor(event, store)}
      onBlur={() => (cursor.value = null)}
    >
      <p id="chart-keys" class="hidden">
        {t('chart.keys')}
      </p>
      <div class="chart-marks" />
      <h3 class="band-title rate">
        {t('chart.rate')} <span>{t('chart.log')}</span>
      </h3>
      <div class="band" data-band="rate">
        <BandOverlay chart={live} band="rate" />
      </div>
      <h3 class="band-title">{t('chart.accuracy')}</h3>
      <div class="band" data-band="accuracy">
        <BandOverlay chart={live} band="accuracy" />
      </div>
      <h3 class="band-title">
        {t('chart.loss')} <span>{t('chart.lossUnit')}</span>
      </h3>
      <div class="band" data-band="loss">
        <BandOverlay chart={live} band="loss" />
      </div>
      <p class="axis-names" aria-hidden="true">
        <span>{t('chart.epoch')}</span>
        <span>{t('chart.step')}</span>
      </p>
      <EmptyNote />
    </div>
  );
}

/** Stands where the curves will be, as long as there are none. */
function EmptyNote() {
  const { transport, runs } = useStore();
  const phase = transport.phase.value;
  if (phase === 'broken' || transport.current.value) return null;
  if (phase === 'loading') return <p class="empty-note">{t('progress.loading')}</p>;
  if (phase === 'preparing') return <p class="empty-note">{t('progress.preparing')}</p>;
  return runs.list.value.length === 0 ? <p class="empty-note">{t('chart.empty')}</p> : null;
}

/** @param {import('../state/store.js').Store} store */
function describe({ transport }) {
  // Said anew when a run starts, stops or resumes, not with every step.
  void transport.phase.value;
  const run = transport.current.value;
  if (!run) return t('chart.describe.empty');
  return t('chart.describe', {
    steps: format.count(run.status.totalSteps),
    rate: format.rate(run.rateNow),
    training: format.percent(run.steps.at('smoothAccuracy', -1)),
    heldOut: format.percent(run.lastHeldOut),
    loss: format.loss(run.steps.at('smoothLoss', -1)),
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {import('../state/store.js').Store} store
 */
function moveCursor(event, { cursor, plan, transport }) {
  const { steps, stepsPerEpoch } = plan.length.peek();
  const moves = /** @type {Record<string, number>} */ ({
    ArrowLeft: -1,
    ArrowRight: 1,
    PageDown: -stepsPerEpoch,
    PageUp: stepsPerEpoch,
    Home: -Infinity,
    End: Infinity,
  });
  if (event.key === 'Escape') cursor.value = null;
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const from = cursor.peek() ?? transport.current.peek()?.status.step ?? 0;
  cursor.value = Math.min(steps - 1, Math.max(0, from + move));
}
