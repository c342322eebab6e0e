// Rerenders an overlay of the chart whenever the scales of the chart change.

import { useEffect, useState } from 'preact/hooks';

/** @param {import('../plot/chart.js').Chart} chart */
export function useScales(chart) {
  const [, count] = useState(0);
  useEffect(() => {
    const again = () => count((before) => before + 1);
    // The chart may have been drawn since this component was rendered.
    again();
    return chart.onScales(again);
  }, [chart]);
}
