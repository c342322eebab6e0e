// One parameter over time: its heat map, and its statistics at the cursor.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { format, t } from '../../../locales/index.js';
import { HEAT_MAP_HEIGHT, drawHeatMap, heatMapAt } from '../../../plot/heat_map.js';
import { useStore } from '../../../ui/context.js';
import { parameterName, valueLabel } from './histogram_labels.js';

/** @typedef {import('../../../plot/heat_map.js').HeatMapScene} HeatMapScene */

/** Common rule of thumb for the ratio of the norms of update and weights. */
const RULE_OF_THUMB = 1e-3;

/**
 * The data of a card.
 *
 * @typedef {object} Shown
 * @property {import('../../../protocol/histograms.js').RecordedParameter} parameter
 * @property {HeatMapScene['columns']} columns at the steps at which the quantity was measured
 * @property {HeatMapScene['ratios']} ratios
 */

/**
 * @typedef {object} Frame common to all cards
 * @property {HeatMapScene['across']} across
 * @property {HeatMapScene['axis']} axis
 * @property {number} full
 * @property {HeatMapScene['ramp']} ramp
 * @property {HeatMapScene['ink']} ink
 */

/**
 * @param {object} props
 * @param {Shown} props.shown
 * @param {Frame} props.frame
 * @param {import('./histogram_summary.js').Summary | undefined} props.summary at the cursor
 * @param {string} props.quantity its label
 */
export function HistogramCard({ shown: { parameter, columns, ratios }, frame, summary, quantity }) {
  const { cursor, plannedRates } = useStore();
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const probe = useSignal(/** @type {number | null} */ (null));
  const column = columns.findLast(({ step }) => step === summary?.step);
  const scene = useRef(/** @type {HeatMapScene | null} */ (null));
  scene.current = {
    ...frame,
    ...{ columns, ratios, rule: RULE_OF_THUMB, ratioTitle: t('histograms.ratio') },
    ...{ cursor: cursor.value, format: valueLabel },
    outline: column?.shares,
  };

  useEffect(() => {
    const element = /** @type {HTMLCanvasElement} */ (canvas.current);
    const draw = () => scene.current && drawHeatMap(element, scene.current);
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (canvas.current && scene.current) drawHeatMap(canvas.current, scene.current);
  });

  const point = (/** @type {PointerEvent} */ event) => {
    const width = /** @type {HTMLCanvasElement} */ (canvas.current).clientWidth;
    const { step, value } = heatMapAt({ width, ...frame }, event.offsetX, event.offsetY);
    cursor.value = Math.min(plannedRates.length.peek().steps, Math.max(1, step)) - 1;
    probe.value = value;
  };
  const leave = () => {
    cursor.value = null;
    probe.value = null;
  };

  const name = parameterName(parameter);
  return (
    <figure class="histogram-card">
      <figcaption>{name}</figcaption>
      <canvas
        ref={canvas}
        height={HEAT_MAP_HEIGHT}
        role="img"
        aria-label={summary ? described(name, quantity, summary) : name}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={leave}
      />
      <p class="note">
        {columns.length === 0 && t('histograms.unmeasured')}
        {column && probe.value !== null && probed(frame.axis.edges, column.shares, probe.value)}
        {probe.value === null && columns.length > 0 && sampling(parameter)}
      </p>
      {summary && <Figures summary={summary} />}
    </figure>
  );
}

/**
 * @param {string} name
 * @param {string} quantity
 * @param {import('./histogram_summary.js').Summary} summary
 */
function described(name, quantity, { step, low, high, median, ratio }) {
  return t('histograms.describe', {
    ...{ name, quantity, step: format.count(step), low: valueLabel(low) },
    ...{ high: valueLabel(high), median: valueLabel(median), ratio: valueLabel(ratio) },
  });
}

/**
 * Describes the bin under the pointer.
 *
 * @param {number[]} edges
 * @param {Float64Array} shares
 * @param {number} value
 */
function probed(edges, shares, value) {
  const cell = Math.max(
    0,
    edges.findLastIndex((edge, index) => index < shares.length && edge <= value),
  );
  return t('histograms.probe', {
    low: valueLabel(edges[cell]),
    high: valueLabel(edges[cell + 1]),
    share: format.percent(shares[cell]),
  });
}

/** @param {import('../../../protocol/histograms.js').RecordedParameter} parameter */
function sampling({ values, sampled }) {
  if (values === sampled) return null;
  return t('histograms.sampled', { sampled: format.count(sampled), values: format.count(values) });
}

/** @param {{summary: import('./histogram_summary.js').Summary}} props */
function Figures({ summary: { median, from, to, deviation, zeros, ratio } }) {
  const range = t('histograms.range', { low: valueLabel(from), high: valueLabel(to) });
  return (
    <dl class="histogram-figures">
      <Figure name={t('histograms.median')} value={valueLabel(median)} />
      <Figure name={t('histograms.middle')} value={range} />
      <Figure name={t('histograms.deviation')} value={valueLabel(deviation)} />
      <Figure name={t('histograms.zeros')} value={format.percent(zeros)} />
      <Figure name={t('histograms.ratio')} value={valueLabel(ratio)} />
    </dl>
  );
}

/** @param {{name: string, value: string}} props */
function Figure({ name, value }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
