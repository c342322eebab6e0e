// Weights, gradients and updates of each layer as histograms over time: small multiples over the steps of
// the run, or a table of one moment. What is wrong with the gradients is said above them.

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { format, t, tName } from '../../locales/index.js';
import { colourRamp } from '../../plot/colour_ramp.js';
import { epochTicks } from '../../plot/scales.js';
import { decadesOf, linearAxis, logAxis } from '../../plot/value_axis.js';
import {
  countsOf,
  figuresOf,
  findings,
  momentAt,
  standing,
  updateRatio,
} from '../../state/histogram_figures.js';
import { useStore } from '../context.js';
import { HistogramCard } from './histogram_card.jsx';
import { HistogramLegend } from './histogram_legend.jsx';
import { quantilesOf, summaryOf } from './histogram_summary.js';
import { HistogramTable } from './histogram_table.jsx';
import { findingWords, saidFindings } from './histogram_words.js';
import { useLive } from './live.js';

/** @typedef {import('../../state/histograms.js').HistogramRecord} HistogramRecord */
/** @typedef {import('../../protocol/histograms.js').Quantity} Quantity */
/** @typedef {'log' | 'linear'} AxisKind */

const QUANTITIES = /** @type {const} */ (['weights', 'gradients', 'updates']);
const AXES = /** @type {const} */ (['log', 'linear']);
const RAMP_COLOURS = 256;
const MOST_TICKS = 6;

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
  if (problem) return <p class="wrong">{problem.message}</p>;
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
 * Indices of the parameters that are shown.
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

/** @param {{record: HistogramRecord}} props */
function Findings({ record }) {
  const found = findings(record);
  return (
    <>
      <ul class="histogram-findings">
        {found.every(({ kind }) => kind === 'idle') && <li>{t('histograms.well')}</li>}
        {found.map((finding) => (
          <li key={finding.parameter} data-kind={finding.kind}>
            {findingWords(finding, record.layout.parameters)}
          </li>
        ))}
      </ul>
      <p class="hidden" aria-live="polite">
        {saidFindings(found, record.layout.parameters)}
      </p>
    </>
  );
}

/**
 * The axis that holds all values of the parameters shown.
 *
 * @param {HistogramRecord} record
 * @param {number[]} shown
 * @param {AxisKind} kind
 */
function axisOf(record, shown, kind) {
  const { layout, moments, quantity } = record;
  if (kind === 'log') {
    const all = shown.flatMap((index) => moments.map((moment) => countsOf(record, moment, index)));
    return logAxis(layout.edges, decadesOf(all, layout.edges));
  }
  let reach = 0;
  for (const index of shown) {
    for (const moment of moments) {
      const { low, high } = figuresOf(moment, index, quantity);
      if (low < 0 || high > 0) reach = Math.max(reach, -low, high);
    }
  }
  const power = 10 ** Math.floor(Math.log10(reach || 1));
  return linearAxis(layout.edges, Math.ceil((reach || 1) / power) * power);
}

/**
 * What the cards draw, which changes with the record and not with the cursor.
 *
 * @param {HistogramRecord} record
 * @param {number[]} shown
 * @param {AxisKind} kind
 */
function drawn(record, shown, kind) {
  const { layout, moments, quantity } = record;
  const axis = axisOf(record, shown, kind);
  const middle = (axis.edges.length - 2) / 2;
  let full = 0;
  const cards = shown.map((index) => ({
    parameter: layout.parameters[index],
    index,
    columns: moments
      .filter((moment) => !Number.isNaN(figuresOf(moment, index, quantity).norm))
      .map((moment) => {
        const shares = axis.shares(countsOf(record, moment, index));
        // What lies at zero is often most of it, and would take the shades of all the rest.
        shares.forEach((share, cell) => {
          if (cell !== middle) full = Math.max(full, share);
        });
        return { step: moment.step, shares, quantiles: quantilesOf(record, moment, index) };
      }),
    ratios: moments
      .map((moment) => ({ step: moment.step, ratio: updateRatio(moment, index) }))
      .filter(({ ratio }) => !Number.isNaN(ratio)),
  }));
  return { axis, cards, full: full || 1 };
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

/** @param {{record: HistogramRecord, axis: AxisKind, biases: boolean}} props */
function Multiples({ record, axis: kind, biases }) {
  const { cursor, theme, transport } = useStore();
  const shown = useMemo(() => shownOf(record, biases), [record.layout, biases]);
  const { axis, cards, full } = useMemo(() => drawn(record, shown, kind), [record, shown, kind]);
  const { ramp, ink } = useMemo(readInk, [theme.theme.value]);
  const status = transport.current.value?.status;
  if (!status) return null;
  const stepTicks = epochTicks(status.totalSteps, status.stepsPerEpoch, MOST_TICKS).map((step) => ({
    step,
    text: format.count(step / status.stepsPerEpoch),
  }));
  const frame = { steps: status.totalSteps, stepTicks, axis, full, ramp, ink };
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
  const moments = standing(record.moments);
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
