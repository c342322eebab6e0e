// Roving tabindex: one tab stop for a grid of elements, among which arrow keys, Home and End move the focus.

/**
 * Handles keydown on the container of the elements, which have `data-roving`. The last focused element is the tab
 * stop.
 *
 * @param {KeyboardEvent} event
 */
export function moveAmong(event) {
  const around = /** @type {HTMLElement} */ (event.currentTarget);
  const from = /** @type {HTMLElement} */ (event.target).closest('[data-roving]');
  const all = /** @type {HTMLElement[]} */ ([...around.querySelectorAll('[data-roving]')]);
  const index = all.findIndex((element) => element === from);
  if (index < 0) return;
  const next = target(event.key, all, index);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/**
 * @param {string} key
 * @param {HTMLElement[]} all
 * @param {number} index
 * @returns {HTMLElement | undefined}
 */
function target(key, all, index) {
  switch (key) {
    case 'ArrowRight':
      return all[index + 1];
    case 'ArrowLeft':
      return all[index - 1];
    case 'ArrowDown':
      return nearest(all.slice(index + 1), all[index], 1);
    case 'ArrowUp':
      return nearest(all.slice(0, index).reverse(), all[index], -1);
    case 'Home':
      return all[0];
    case 'End':
      return all[all.length - 1];
    default:
      return undefined;
  }
}

/**
 * The nearest element in the next row, below or above.
 *
 * @param {HTMLElement[]} candidates sorted by distance
 * @param {HTMLElement} from
 * @param {1 | -1} direction
 */
function nearest(candidates, from, direction) {
  const start = from.getBoundingClientRect();
  /** @type {HTMLElement | undefined} */
  let best;
  let row = NaN;
  let distance = Infinity;
  for (const candidate of candidates) {
    const { top, left } = candidate.getBoundingClientRect();
    if ((top - start.top) * direction < 1) continue;
    if (best && Math.abs(top - row) > 1) break;
    row = top;
    const away = Math.abs(left - start.left);
    if (away < distance) [best, distance] = [candidate, away];
  }
  return best;
}
