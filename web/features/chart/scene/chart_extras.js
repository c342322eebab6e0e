// What other parts have drawn among the chart's own lines. Areas lie under all lines, lines under those
// of the current run.

/** @typedef {{areas?: import('../../../plot/types.js').Area[], lines?: import('../../../plot/types.js').Line[]}} Extra */

/**
 * A function of the store for each part that has something to draw; it reads signals, and what it read
 * draws the chart anew when it changes.
 *
 * @type {((store: import('../../../app/store.js').Store) => Partial<Record<string, Extra>>)[]}
 */
export const sceneExtras = [];

/**
 * @param {Partial<Record<string, Extra>>[]} extras
 * @param {string} band
 */
export function extrasOf(extras, band) {
  const areas = extras.flatMap((extra) => extra[band]?.areas ?? []);
  const lines = extras.flatMap((extra) => extra[band]?.lines ?? []);
  return {
    areas,
    lines,
    /** All that the band's range has to hold. */
    values: [...areas.flatMap(({ low, high }) => [low, high]), ...lines.map(({ y }) => y)],
  };
}
