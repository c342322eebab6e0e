// For what lies over the chart: draws a component anew whenever things have other places.

import { useEffect, useState } from 'preact/hooks';

/** @param {import('../plot/chart.js').Chart} chart */
export function useScales(chart) {
  const [, count] = useState(0);
  useEffect(() => {
    const again = () => count((before) => before + 1);
    // The chart may have been drawn since this component was.
    again();
    return chart.onScales(again);
  }, [chart]);
}
