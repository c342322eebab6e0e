// Keyboard control of the chart: cursor, zoom and pan.

/**
 * @param {KeyboardEvent} event
 * @param {import('../../app/store.js').Store} store
 * @param {import('../../plot/chart.js').Chart | null} chart
 */
export function onChartKey(event, store, chart) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget)
    return;
  const done = changeVisibleRange(event, chart) || moveCursor(event, store, chart);
  if (done) event.preventDefault();
}

/** Zoom factor and pan distance, as a share of the visible range, of one key press. */
const ZOOM_FACTOR = 0.7;
const PAN_SHARE = 0.1;

/** @param {KeyboardEvent} event @param {import('../../plot/chart.js').Chart | null} chart */
function changeVisibleRange({ key, shiftKey }, chart) {
  if (key === '+' || key === '=') chart?.zoom(ZOOM_FACTOR);
  else if (key === '-' || key === '_') chart?.zoom(1 / ZOOM_FACTOR);
  else if (key === '0') chart?.showAll();
  else if (shiftKey && key === 'ArrowLeft') chart?.pan(-PAN_SHARE);
  else if (shiftKey && key === 'ArrowRight') chart?.pan(PAN_SHARE);
  else return false;
  return true;
}

/**
 * @param {KeyboardEvent} event
 * @param {import('../../app/store.js').Store} store
 * @param {import('../../plot/chart.js').Chart | null} chart
 */
function moveCursor({ key }, { cursor, plannedRates, trainingControls }, chart) {
  if (key === 'Escape') cursor.value = null;
  const { steps, stepsPerEpoch } = plannedRates.length.peek();
  const moves = /** @type {Record<string, number>} */ ({
    ArrowLeft: -1,
    ArrowRight: 1,
    PageDown: -stepsPerEpoch,
    PageUp: stepsPerEpoch,
    Home: -Infinity,
    End: Infinity,
  });
  const move = moves[key];
  if (move === undefined) return false;
  const from = cursor.peek() ?? trainingControls.current.peek()?.status.step ?? 0;
  cursor.value = Math.min(steps - 1, Math.max(0, from + move));
  chart?.reveal(cursor.value);
  return true;
}
