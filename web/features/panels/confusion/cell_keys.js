// The keys of the confusion matrix, the same for the table and the map.

/** @typedef {import('./panel.jsx').CellName} CellName */

const STEPS = /** @type {Record<string, [down: number, right: number]>} */ ({
  ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
  ...{ Enter: [0, 0], ' ': [0, 0] },
});

/** @param {number} index @param {number} size */
export const within = (index, size) => Math.max(0, Math.min(size - 1, index));

/**
 * Handles a key: arrows go to the next cell, Enter and the space bar stay and select.
 *
 * @param {KeyboardEvent} event
 * @param {CellName} cell
 * @param {number} size classes
 * @param {number} [leap] cells per arrow key
 * @returns {CellName | undefined} the next cell; `cell` itself when it is selected; undefined for other keys
 */
export function cellAfterKey(event, cell, size, leap = 1) {
  const step = STEPS[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  event.preventDefault();
  event.stopPropagation();
  const [down, right] = step;
  if (down === 0 && right === 0) return cell;
  return {
    label: within(cell.label + leap * down, size),
    prediction: within(cell.prediction + leap * right, size),
  };
}
