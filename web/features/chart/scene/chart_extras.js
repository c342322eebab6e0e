// Lines and areas that other features add to the chart. Areas are drawn under all lines, lines under those
// of the current run.

/** @typedef {{areas?: import('../../../plot/types.js').Area[], lines?: import('../../../plot/types.js').Line[]}} Extra */

/**
 * One function per feature. It reads signals of the store; the chart is drawn again when they change.
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
    /** Values that the range of the band has to include. */
    values: [...areas.flatMap(({ low, high }) => [low, high]), ...lines.map(({ y }) => y)],
  };
}
