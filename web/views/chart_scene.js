// What the chart shows of the runs: from the store's columns to lines, labels and dots. The current run
// has the four colours of the page; runs before it are drawn behind it, each in a colour of its own.

import { format, t } from '../locales/index.js';
import { accuracyDomain, logDomain } from '../plot/scales.js';
import { extrasOf } from './chart_extras.js';
import { editWords } from './schedule_words.js';

/** @typedef {import('../state/run.js').Run} Run */
/** @typedef {import('../plot/types.js').Line} Line */
/** @typedef {import('../plot/types.js').EndLabel} EndLabel */

/**
 * The colours of the theme, by their names in styles/tokens.css.
 *
 * @typedef {Record<'rate' | 'heldOut' | 'training' | 'loss' | 'rateText' | 'heldOutText' |
 *   'trainingText' | 'lossText' | 'quiet', string>} Colors
 */

/**
 * @typedef {object} Shown
 * @property {Run | null} current
 * @property {Run[]} others shown behind it
 * @property {(run: Run) => string} colorOf of a run that is not the current one
 * @property {Float64Array} rates of the whole run, as planned now
 * @property {{steps: number, stepsPerEpoch: number}} length
 * @property {boolean} going whether the current run has a future
 * @property {number | null} cursor
 * @property {Colors} colors
 * @property {Partial<Record<string, import('./chart_extras.js').Extra>>[]} [extras] by band
 */

const RATE_FALLBACK = /** @type {[number, number]} */ ([0.001, 1]);
const LOSS_FALLBACK = /** @type {[number, number]} */ ([0.01, 5]);

/**
 * @param {Shown} shown
 * @returns {import('../plot/types.js').Scene}
 */
export function chartScene(shown) {
  const { current, others, length, cursor } = shown;
  const longest = Math.max(length.steps, ...others.map((run) => run.status.step));
  const steps = current
    ? Math.max(current.status.totalSteps, ...others.map((run) => run.status.step))
    : longest;
  return {
    steps,
    stepsPerEpoch: current?.status.stepsPerEpoch ?? length.stepsPerEpoch,
    cursor,
    marks: marksOf(current),
    bands: {
      rate: rateBand(shown),
      accuracy: accuracyBand(shown),
      loss: lossBand(shown),
    },
  };
}

/** @param {Run | null} run */
function marksOf(run) {
  let before = run?.experiment.schedule;
  return (run?.edits ?? []).map(({ step, schedule }) => {
    const text = before ? editWords(before, schedule) : '';
    before = schedule;
    return { step, text };
  });
}

/**
 * A column of each run behind the current one.
 *
 * @param {Shown} shown
 * @param {'steps' | 'epochs'} table
 * @param {string} key
 * @param {Partial<Line>} style
 * @returns {Line[]}
 */
function behind({ others, colorOf }, table, key, style) {
  return others.map((run) => {
    const columns = /** @type {import('../state/columns.js').Columns<string>} */ (run[table]);
    return {
      x: columns.column('step'),
      y: columns.column(key),
      color: colorOf(run),
      width: 1.25,
      ...style,
    };
  });
}

/** @param {Shown} shown @returns {EndLabel[]} the number of each run at the end of its line */
function numbersBehind({ others, colorOf }) {
  return others.map((run) => ({
    step: run.epochs.at('step', -1) ?? 0,
    value: run.lastHeldOut ?? Number.NaN,
    text: String(run.number),
    color: colorOf(run),
  }));
}

/** @param {Shown} shown @returns {import('../plot/types.js').BandScene} */
function rateBand(shown) {
  const { current, others, rates, going, colors, cursor } = shown;
  const past = current?.steps.column('rate') ?? new Float64Array(0);
  const done = current?.status.step ?? 0;
  const from = Math.max(0, done - 1);
  const future = going ? rates.subarray(from) : rates.subarray(0, 0);
  const futureSteps = Float64Array.from(future, (_, index) => from + index);
  const now = going ? rates[Math.min(done, rates.length - 1)] : current?.rateNow;
  const at = cursor !== null && cursor >= done ? rates[cursor] : current?.at(cursor ?? 0).rate;
  const extra = extrasOf(shown.extras ?? [], 'rate');
  return {
    domain: logDomain(
      [past, future, ...others.map((run) => run.steps.column('rate')), ...extra.values],
      RATE_FALLBACK,
    ),
    areas: extra.areas,
    lines: [
      ...extra.lines,
      ...behind(shown, 'steps', 'rate', { stepped: true, alpha: 0.6 }),
      {
        x: futureSteps,
        y: future,
        color: colors.rate,
        width: 1.25,
        dash: [2, 4],
        alpha: 0.9,
        stepped: true,
      },
      {
        x: current?.steps.column('step') ?? [],
        y: past,
        color: colors.rate,
        width: 2,
        stepped: true,
      },
    ],
    labels: current
      ? [
          {
            step: Math.max(0, going ? done : done - 1),
            value: now ?? Number.NaN,
            text: format.rate(now),
            color: colors.rateText,
            dot: colors.rate,
            place: 'above',
          },
        ]
      : [],
    dots: [{ value: at, color: colors.rate }],
  };
}

/** @param {Shown} shown @returns {import('../plot/types.js').BandScene} */
function accuracyBand(shown) {
  const { current, others, colors, cursor } = shown;
  const at = cursor === null ? undefined : current?.at(cursor);
  const runs = current ? [...others, current] : others;
  const extra = extrasOf(shown.extras ?? [], 'accuracy');
  const lines = [...extra.lines, ...behind(shown, 'epochs', 'validation_accuracy', {})];
  const domain = accuracyDomain([
    ...runs.map((run) => run.epochs.column('validation_accuracy')),
    ...extra.values,
  ]);
  if (!current) {
    return {
      domain,
      areas: extra.areas,
      lines,
      labels: numbersBehind(shown),
      dots: [],
    };
  }
  const { steps, epochs } = current;
  return {
    domain,
    areas: extra.areas,
    lines: [
      {
        x: steps.column('step'),
        y: steps.column('accuracy'),
        color: colors.training,
        width: 1,
        alpha: 0.13,
        noisy: true,
      },
      ...lines,
      { x: steps.column('step'), y: steps.column('smoothAccuracy'), color: colors.training },
      {
        x: epochs.column('step'),
        y: epochs.column('validation_accuracy'),
        color: colors.heldOut,
        width: 2,
        dots: true,
      },
    ],
    labels: [
      ...numbersBehind(shown),
      ...endLabels(current, colors, {
        training: ['smoothAccuracy', format.percent],
        heldOut: ['validation_accuracy', format.percent],
      }),
    ],
    dots: [
      { value: at?.accuracy, color: colors.training },
      { value: at?.heldOutAccuracy, color: colors.heldOut },
    ],
  };
}

/** @param {Shown} shown @returns {import('../plot/types.js').BandScene} */
function lossBand(shown) {
  const { current, others, colors, cursor } = shown;
  const at = cursor === null ? undefined : current?.at(cursor);
  const extra = extrasOf(shown.extras ?? [], 'loss');
  const seen = [
    ...(current ? [current.steps.column('smoothLoss')] : []),
    ...[...others, ...(current ? [current] : [])].map((run) =>
      run.epochs.column('validation_loss'),
    ),
    ...extra.values,
  ];
  const lines = [...extra.lines, ...behind(shown, 'epochs', 'validation_loss', {})];
  const domain = logDomain(seen, LOSS_FALLBACK);
  const { areas } = extra;
  if (!current) return { domain, areas, lines, labels: [], dots: [] };
  const { steps, epochs } = current;
  return {
    domain,
    areas,
    lines: [
      {
        x: steps.column('step'),
        y: steps.column('loss'),
        color: colors.loss,
        width: 1,
        alpha: 0.16,
        noisy: true,
      },
      ...lines,
      { x: steps.column('step'), y: steps.column('smoothLoss'), color: colors.loss, alpha: 0.75 },
      {
        x: epochs.column('step'),
        y: epochs.column('validation_loss'),
        color: colors.loss,
        width: 2,
        dash: [6, 4],
      },
    ],
    labels: endLabels(
      current,
      { ...colors, trainingText: colors.lossText, heldOutText: colors.lossText },
      { training: ['smoothLoss', format.loss], heldOut: ['validation_loss', format.loss] },
    ),
    dots: [
      { value: at?.loss, color: colors.loss },
      { value: at?.heldOutLoss, color: colors.loss },
    ],
  };
}

/**
 * "training 98.2 %" and "held-out 97.8 %", each at the end of its line.
 *
 * @param {Run} run
 * @param {Colors} colors
 * @param {{training: ['smoothAccuracy' | 'smoothLoss', (value: number | undefined) => string],
 *   heldOut: ['validation_accuracy' | 'validation_loss', (value: number | undefined) => string]}} what
 * @returns {EndLabel[]}
 */
function endLabels({ steps, epochs }, colors, { training, heldOut }) {
  const trained = steps.at(training[0], -1);
  const measured = epochs.at(heldOut[0], -1);
  return [
    {
      step: steps.at('step', -1) ?? 0,
      value: trained ?? Number.NaN,
      text: `${t('chart.training')} ${training[1](trained)}`,
      color: colors.trainingText,
    },
    {
      // Both labels move with the run: the held-out value stands until the next epoch is over.
      step: Math.max(epochs.at('step', -1) ?? 0, steps.at('step', -1) ?? 0),
      value: measured ?? Number.NaN,
      text: `${t('chart.heldOut')} ${heldOut[1](measured)}`,
      color: colors.heldOutText,
    },
  ];
}
