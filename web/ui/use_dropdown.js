// What every popup below a button shares: Escape, a click elsewhere and moving the focus out close it, and
// the focus returns to the button.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/**
 * `root` is the element around button and popup and bears `onKeyDown`.
 */
export function useDropdown() {
  const open = useSignal(false);
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));

  useEffect(() => {
    if (!open.value) return undefined;
    const onElsewhere = (/** @type {Event} */ event) => {
      if (!root.current?.contains(/** @type {Node} */ (event.target))) open.value = false;
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [open.value]);

  const toggle = () => (open.value = !open.value);

  /** Closes the popup and returns the focus to the button. */
  const close = () => {
    open.value = false;
    button.current?.focus();
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !open.value) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return { open, root, button, toggle, close, onKeyDown };
}

/**
 * Moves the focus in a list of items by arrow up and down, Home and End.
 *
 * @param {string} key
 * @param {HTMLElement[]} items
 * @param {{wrap?: boolean}} [options] wrap: after the last item comes the first
 * @returns {boolean} whether the key was handled
 */
export function moveInList(key, items, { wrap = false } = {}) {
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const last = items.length - 1;
  const next = /** @type {Record<string, number>} */ ({
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last },
  })[key];
  if (next === undefined) return false;
  const index = wrap ? (next + items.length) % items.length : Math.min(last, Math.max(0, next));
  items[index]?.focus();
  return true;
}
