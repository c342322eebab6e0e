// Histograms of weights, gradients and updates of each layer over time, with the x axis of the chart, or a table
// at one step. Diagnostics of the gradients are listed above them.

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { format, t, tCore, tName } from '../../../locales/index.js';
import { colourRamp } from '../../../plot/colour_ramp.js';
import { findings, momentAt, selectableMoments } from './histogram_figures.js';
import { axisOf } from '../../chart/index.js';
import { useStore } from '../../../ui/context.js';
import { HistogramCard } from './histogram_card.jsx';
import { createDrawn } from './histogram_scene.js';
import { HistogramLegend } from './histogram_legend.jsx';
import { summaryOf } from './histogram_summary.js';
import { HistogramTable } from './histogram_table.jsx';
import { findingLabel, announcedFindings } from './histogram_labels.js';
import { useLive } from '../../inspection/index.js';
import './histograms.css';

/** @typedef {import('./histograms.js').HistogramRecord} HistogramRecord */
/** @typedef {import('../../../protocol/histograms.js').Quantity} Quantity */
/** @typedef {import('./histogram_scene.js').AxisKind} AxisKind */

const QUANTITIES = /** @type {const} */ (['weights', 'gradients', 'updates']);
const AXES = /** @type {const} */ (['log', 'linear']);
const RAMP_COLOURS = 256;
/** Approximate width of the x axis of a heat map in pixels. */
const TICKS_WIDTH = 280;

export function HistogramsPanel() {
  const { histograms } = useStore();
  const quantity = useSignal(/** @type {Quantity} */ ('weights'));
  const axis = useSignal(/** @type {AxisKind} */ ('log'));
  const biases = useSignal(false);
  const asTable = useSignal(false);
  useEffect(histograms.want, []);
  const { value: record, problem } = useLive(
    () => histograms.ask(quantity.value),
    [quantity.value],
  );
  if (problem) return <p class="wrong">{tCore(problem.message)}</p>;
  if (!record) return <p class="note">{t('histograms.empty')}</p>;
  return (
    <div class="histograms">
      <div class="histogram-controls">
        <Segments
          label={t('histograms.quantity')}
          name="histogram-quantity"
          choices={QUANTITIES.map((id) => ({ id, text: tName('histograms.quantities', id) }))}
          chosen={quantity}
        />
        <Segments
          label={t('histograms.axis')}
          name="histogram-axis"
          choices={AXES.map((id) => ({ id, text: tName('histograms.axes', id) }))}
          chosen={axis}
        />
        <label class="histogram-check">
          <input
            type="checkbox"
            checked={biases.value}
            onChange={({ currentTarget }) => (biases.value = currentTarget.checked)}
          />
          {t('histograms.biases')}
        </label>
        <button
          type="button"
          class="quiet"
          aria-pressed={asTable.value}
          onClick={() => (asTable.value = !asTable.value)}
        >
          {t(asTable.value ? 'histograms.chart' : 'histograms.table')}
        </button>
      </div>
      <p class="note">{tName('histograms.about', record.quantity)}</p>
      <Beginning record={record} />
      <Findings record={record} />
      {asTable.value ? (
        <HistogramTable record={record} shown={shownOf(record, biases.value)} />
      ) : (
        <Multiples record={record} axis={axis.value} biases={biases.value} />
      )}
    </div>
  );
}

/**
 * Indices of the shown parameters.
 *
 * @param {HistogramRecord} record
 * @param {boolean} biases
 */
function shownOf({ layout }, biases) {
  return layout.parameters.flatMap(({ name }, index) =>
    biases || !name.endsWith('.bias') ? [index] : [],
  );
}

/**
 * @template {string} T
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.name
 * @param {{id: T, text: string}[]} props.choices
 * @param {import('@preact/signals').Signal<T>} props.chosen
 */
function Segments({ label, name, choices, chosen }) {
  return (
    <fieldset class="histogram-choices">
      <legend class="hidden">{label}</legend>
      {choices.map(({ id, text }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={chosen.value === id}
            onChange={() => (chosen.value = id)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The record of a resumed run starts at the step at which it was resumed. @param {{record: HistogramRecord}} props */
function Beginning({ record: { moments } }) {
  const first = moments[0]?.step ?? 0;
  if (first === 0) return null;
  return <p class="note">{t('histograms.since', { step: format.count(first) })}</p>;
}

/** @param {{record: HistogramRecord}} props */
function Findings({ record }) {
  const found = findings(record);
  return (
    <>
      <ul class="histogram-findings">
        {found.every(({ kind }) => kind === 'idle') && <li>{t('histograms.well')}</li>}
        {found.map((finding) => (
          <li key={finding.parameter} data-kind={finding.kind}>
            {findingLabel(finding, record.layout.parameters)}
          </li>
        ))}
      </ul>
      <p class="hidden" aria-live="polite">
        {announcedFindings(found, record.layout.parameters)}
      </p>
    </>
  );
}

/** Colours of the theme. */
function readInk() {
  const style = getComputedStyle(document.documentElement);
  const color = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    ramp: colourRamp(color('--paper'), color('--density'), RAMP_COLOURS),
    ink: {
      paper: color('--paper'),
      text: color('--ink-soft'),
      faint: color('--ink-quiet'),
      grid: color('--hairline'),
      line: color('--ink'),
      font: getComputedStyle(document.body).fontFamily,
    },
  };
}

/**
 * The x axis of the chart: its unit and visible range.
 *
 * @param {import('../../../app/store.js').Store} store
 * @returns {import('../../../plot/heat_map.js').Across}
 */
function acrossOf(store) {
  void store.chartView.visibleRange.value;
  const { visibleRange, ticks, toAxis, toStep } = axisOf(
    store,
    store.chartView.unit.value,
    TICKS_WIDTH,
  );
  const [min, max] = visibleRange;
  return {
    place: (step) => (toAxis(step) - min) / (max - min),
    step: (place) => toStep(min + place * (max - min)),
    ticks: ticks.map(({ at, text }) => ({ place: (at - min) / (max - min), text })),
  };
}

/** @param {{record: HistogramRecord, axis: AxisKind, biases: boolean}} props */
function Multiples({ record, axis: kind, biases }) {
  const store = useStore();
  const { cursor, theme } = store;
  const shown = useMemo(() => shownOf(record, biases), [record.layout, biases]);
  const drawn = useMemo(createDrawn, []);
  const { axis, cards, full } = useMemo(() => drawn(record, shown, kind), [record, shown, kind]);
  const { ramp, ink } = useMemo(readInk, [theme.theme.value]);
  const frame = { across: acrossOf(store), axis, full, ramp, ink };
  const moment = momentAt(record.moments, cursor.value);
  return (
    <>
      <div
        class="histogram-cards"
        role="group"
        tabIndex={0}
        aria-label={t('histograms.label')}
        aria-describedby="histogram-keys"
        onKeyDown={(event) => moveCursor(event, record, cursor)}
        onBlur={() => (cursor.value = null)}
      >
        <p id="histogram-keys" class="hidden">
          {t('histograms.keys')}
        </p>
        {cards.map(({ index, ...card }) => (
          <HistogramCard
            key={card.parameter.name}
            shown={card}
            frame={frame}
            summary={moment && summaryOf(record, moment, index)}
            quantity={tName('histograms.quantities', record.quantity)}
          />
        ))}
      </div>
      <HistogramLegend ramp={ramp} full={full} />
      <p class="note">{t('histograms.read')}</p>
      <p class="note">{t('histograms.rule')}</p>
    </>
  );
}

/**
 * @param {KeyboardEvent} event
 * @param {HistogramRecord} record
 * @param {import('@preact/signals').Signal<number | null>} cursor
 */
function moveCursor(event, record, cursor) {
  if (event.key === 'Escape') cursor.value = null;
  const moments = selectableMoments(record.moments);
  const now = momentAt(record.moments, cursor.peek());
  const at = now ? moments.indexOf(now) : 0;
  const moves = /** @type {Record<string, number>} */ ({
    ...{ ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: moments.length - 1 },
  });
  if (!(event.key in moves)) return;
  event.preventDefault();
  const next = moments[Math.min(moments.length - 1, Math.max(0, moves[event.key]))];
  cursor.value = Math.max(0, next.step - 1);
}
