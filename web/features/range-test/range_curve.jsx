// The curve of the range test, with marks at the suggested rate and at the rate where the loss diverged.

import { useEffect, useRef } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { RangePlot } from '../../plot/range_plot.js';
import { roundTo } from '../../ui/slider_scales.js';
import { readColors } from '../../ui/chart_colors.js';
import { useStore } from '../../ui/context.js';

/** @typedef {import('../../protocol/range_test.js').RangeTestResult} RangeTestResult */

/**
 * @param {RangeTestResult | null} result
 * @param {{low: number, high: number, over: boolean}} test over: the test is finished, and its suggestion is shown
 * @param {ReturnType<typeof readColors>} palette
 * @returns {import('../../plot/range_plot.js').RangeScene}
 */
function sceneOf(result, { low, high, over }, { colors, ink }) {
  const last = result?.rates.at(-1);
  const rate = over ? result?.suggestion?.rate : undefined;
  const away = { text: t('range.away'), low: false, color: ink.faint, textColor: ink.text };
  const wanted = { low: true, color: colors.rate, textColor: colors.rateText, width: 2 };
  return {
    rates: result?.rates ?? [],
    losses: result?.losses ?? [],
    smooth: result?.smooth_losses ?? [],
    range: [low, high],
    marks: [
      ...(result?.diverged && last !== undefined
        ? [{ ...away, rate: last, width: 1, dash: [3, 3] }]
        : []),
      ...(rate === undefined ? [] : [{ ...wanted, rate, text: format.rate(roundTo(rate, 2)) }]),
    ],
  };
}

/** @param {{result: RangeTestResult | null, low: number, high: number, over: boolean}} props */
export function RangeCurve({ result, low, high, over }) {
  const { theme } = useStore();
  const host = useRef(/** @type {HTMLDivElement | null} */ (null));
  const plot = useRef(/** @type {RangePlot | null} */ (null));
  const dark = theme.theme.value;

  useEffect(() => {
    const element = /** @type {HTMLDivElement} */ (host.current);
    const palette = readColors(element);
    const ink = { ...palette.ink, line: palette.colors.loss };
    const scene = sceneOf(result, { low, high, over }, palette);
    plot.current = new RangePlot(element, { scene, ink, format: (value) => format.rate(value) });
    return () => plot.current?.destroy();
  }, [dark]);

  useEffect(() => {
    const element = /** @type {HTMLDivElement} */ (host.current);
    plot.current?.draw(sceneOf(result, { low, high, over }, readColors(element)));
  }, [result, low, high, over]);

  return (
    <div
      class="range-plot"
      role="img"
      aria-label={t('range.curve', { low: format.rate(low), high: format.rate(high) })}
    >
      <p>{t('range.loss')}</p>
      <div ref={host} />
      <p class="x-axis">{t('range.axis')}</p>
    </div>
  );
}
