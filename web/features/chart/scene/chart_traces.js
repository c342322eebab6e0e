// The bands of the chart as lines, labels and dots. The current run has the colours of the theme; each other
// run is drawn behind it in a colour of its own.

import { format } from '../../../locales/index.js';
import { accuracyDomain, linearDomain, logDomain } from '../../../plot/scales.js';
import { visibleExtent } from '../../../plot/visible_range.js';
import { planFrom } from './chart_columns.js';
import { extrasOf } from './chart_extras.js';
import {
  behind,
  dotsBehind,
  endLabels,
  lineOf,
  normLabels,
  numbersBehind,
  rawLine,
  valuesAtCursor,
} from './chart_lines.js';

/** @typedef {import('../../../plot/types.js').BandScene} BandScene */
/** @typedef {import('../../../plot/scales.js').Domain} Domain */
/** @typedef {import('./chart_scene.js').Shown & {axis: import('./chart_axis.js').ChartAxis, zoomed: boolean}} Placed */

const FALLBACK = /** @type {Record<string, Domain>} */ ({
  rate: [0.001, 1],
  loss: [0.01, 5],
  norms: [0.1, 100],
});

/** Maximum width of the label of a mark as a share of the axis. */
const MARK_LABEL_SHARE = 0.25;

/**
 * Whether the label of an edit overlaps the label of the rate, at the top of the band.
 *
 * @param {Placed} placed
 * @param {number} step
 * @param {number | undefined} rate
 * @param {[number, number]} domain
 */
function overlapsMarkLabel({ current, axis }, step, rate = 0, [low, high]) {
  const [from, to] = axis.visibleRange;
  const x = axis.toAxis(step);
  const near = current?.edits.some((edit) => {
    const behind = x - axis.toAxis(edit.step);
    return behind >= 0 && behind < MARK_LABEL_SHARE * (to - from);
  });
  return near === true && rate > (low > 0 ? Math.sqrt(low * high) : (low + high) / 2);
}

/** @param {Placed} placed @returns {BandScene} */
export function rateBand(placed) {
  const { current, rates, going, colors, cursor, axis, rateScale } = placed;
  const extra = extrasOf(placed.extras ?? [], 'rate');
  const done = current?.status.step ?? 0;
  const color = colors.rate;
  const future = going && axis.known ? [planFrom(rates, Math.max(0, done - 1))] : [];
  const lines = [
    ...extra.lines,
    ...behind(placed, 'steps', 'rate', { stepped: true, alpha: 0.6 }),
    ...future.map((plan) => ({
      ...{ ...plan, color, width: 1.25, dash: [2, 4], alpha: 0.9, stepped: true },
    })),
    ...(current
      ? [lineOf(placed, current, 'steps', 'rate', { color, width: 2, stepped: true })]
      : []),
  ];
  const now = going ? rates[Math.min(done, rates.length - 1)] : current?.rateNow;
  const at = cursor !== null && cursor >= done ? rates[cursor] : valuesAtCursor(placed)?.rate;
  const log = rateScale === 'log';
  const domainOf = log ? logDomain : linearDomain;
  const domain = domainOf(visibleExtent(axis, lines, extra.areas), FALLBACK.rate);
  return {
    log,
    domain,
    areas: extra.areas,
    lines,
    labels: current
      ? [
          {
            x: axis.toAxis(Math.max(0, going ? done : done - 1)),
            value: now ?? Number.NaN,
            text: format.rate(now),
            color: colors.rateText,
            dot: color,
            place: overlapsMarkLabel(placed, done, now, domain) ? 'below' : 'above',
          },
        ]
      : [],
    dots: [{ value: at, color }, ...dotsBehind(placed, (values) => values.rate, format.rate)],
  };
}

/** @param {Placed} placed @returns {BandScene} */
export function accuracyBand(placed) {
  const { current, colors, axis, zoomed } = placed;
  const extra = extrasOf(placed.extras ?? [], 'accuracy');
  const others = behind(placed, 'epochs', 'validation_accuracy');
  const own = current && {
    raw: rawLine(placed, current, 'accuracy', colors.training, 0.13),
    smooth: lineOf(placed, current, 'steps', 'smoothAccuracy', { color: colors.training }),
    heldOut: lineOf(placed, current, 'epochs', 'validation_accuracy', {
      ...{ color: colors.heldOut, width: 2, dots: true },
    }),
  };
  const ranged = [...extra.lines, ...others, ...(own ? [own.heldOut] : [])];
  const seen = zoomed && own ? [...ranged, own.smooth] : ranged;
  const at = valuesAtCursor(placed);
  const what = { training: 'smoothAccuracy', heldOut: 'validation_accuracy' };
  return {
    log: false,
    domain: accuracyRange(visibleExtent(axis, seen, extra.areas), zoomed),
    areas: extra.areas,
    lines: own
      ? [...own.raw, ...extra.lines, ...others, own.smooth, own.heldOut]
      : [...extra.lines, ...others],
    labels: [
      ...numbersBehind(placed),
      ...(current ? endLabels(placed, current, what, format.percent, colors) : []),
    ],
    dots: [
      ...(current
        ? [
            { value: at?.accuracy, color: colors.training },
            { value: at?.heldOutAccuracy, color: colors.heldOut },
          ]
        : []),
      ...dotsBehind(placed, (values) => values.heldOutAccuracy, format.percent),
    ],
  };
}

/**
 * The full range ends at 1; a zoomed range follows the data.
 *
 * @param {import('../../../plot/range_index.js').Extent} extent
 * @param {boolean} zoomed
 * @returns {Domain}
 */
function accuracyRange(extent, zoomed) {
  if (!zoomed || extent.low > extent.high) return accuracyDomain(extent);
  const [low, high] = linearDomain(extent, [0, 1]);
  return [Math.max(0, low), Math.min(1, high)];
}

/** @param {Placed} placed @returns {BandScene} */
export function lossBand(placed) {
  const { current, colors, axis, lossScale } = placed;
  const extra = extrasOf(placed.extras ?? [], 'loss');
  const others = behind(placed, 'epochs', 'validation_loss');
  const color = colors.loss;
  const own = current && {
    raw: rawLine(placed, current, 'loss', color, 0.16),
    smooth: lineOf(placed, current, 'steps', 'smoothLoss', { color, alpha: 0.75 }),
    heldOut: lineOf(placed, current, 'epochs', 'validation_loss', {
      ...{ color, width: 2, dash: [6, 4] },
    }),
  };
  const ranged = [...extra.lines, ...others, ...(own ? [own.smooth, own.heldOut] : [])];
  const log = lossScale === 'log';
  const domainOf = log ? logDomain : linearDomain;
  const at = valuesAtCursor(placed);
  const what = { training: 'smoothLoss', heldOut: 'validation_loss' };
  const ink = { ...colors, trainingText: colors.lossText, heldOutText: colors.lossText };
  return {
    log,
    domain: domainOf(visibleExtent(axis, ranged, extra.areas), FALLBACK.loss),
    areas: extra.areas,
    lines: own
      ? [...own.raw, ...extra.lines, ...others, own.smooth, own.heldOut]
      : [...extra.lines, ...others],
    labels: current ? endLabels(placed, current, what, format.loss, ink) : [],
    dots: [
      { value: at?.loss, color },
      { value: at?.heldOutLoss, color },
      ...dotsBehind(placed, (values) => values.heldOutLoss, format.loss),
    ],
  };
}

/** The weight norm per epoch and the gradient norm per step. @param {Placed} placed @returns {BandScene} */
export function normsBand(placed) {
  const { current, colors, axis, weightNorm, gradientNorm } = placed;
  const at = valuesAtCursor(placed);
  const weights = weightNorm
    ? [
        ...behind(placed, 'epochs', 'weight_norm'),
        ...(current
          ? [lineOf(placed, current, 'epochs', 'weight_norm', { color: colors.weights, width: 2 })]
          : []),
      ]
    : [];
  const gradients = gradientNorm && current ? [current] : [];
  const smooth = gradients.map((run) =>
    lineOf(placed, run, 'steps', 'smoothGradientNorm', { color: colors.gradients }),
  );
  const raw = gradients.flatMap((run) =>
    rawLine(placed, run, 'gradient_norm', colors.gradients, 0.2),
  );
  return {
    log: true,
    domain: logDomain(visibleExtent(axis, [...weights, ...smooth]), FALLBACK.norms),
    lines: [...raw, ...smooth, ...weights],
    labels: current ? normLabels(placed, current) : [],
    dots: [
      { value: weightNorm ? at?.weightNorm : undefined, color: colors.weights },
      { value: gradientNorm ? at?.gradientNorm : undefined, color: colors.gradients },
    ],
  };
}
