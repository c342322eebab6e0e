// Drag and drop of a row by its handle with a pointer: the row follows the pointer, a line shows the drop
// position, and the page scrolls near the edge of the window.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

const EDGE_PIXELS = 56;
const SCROLL_PIXELS = 12;

/** @type {{from: number | null, to: number | null, offset: number}} */
const rest = { from: null, to: null, offset: 0 };

/**
 * @param {import('preact').RefObject<HTMLElement | null>} root whose children with data-layer are the
 *   rows
 * @param {(from: number, to: number) => unknown} move
 */
export function useRowDrag(root, move) {
  const state = useSignal(rest);
  const end = useRef(/** @type {(() => void) | null} */ (null));

  useEffect(() => () => end.current?.(), []);

  const rows = () =>
    [...(root.current?.children ?? [])].filter((row) => row.matches('[data-layer]'));

  /** @param {PointerEvent} event @param {number} from */
  function grab(event, from) {
    if (event.button !== 0) return;
    const handle = /** @type {HTMLElement} */ (event.currentTarget);
    handle.setPointerCapture(event.pointerId);
    const start = event.clientY + window.scrollY;
    // The dragged row moves, so the positions of the others are read only once.
    const middles = rows().map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + window.scrollY + height / 2;
    });

    const onMove = (/** @type {PointerEvent} */ moved) => {
      if (moved.clientY < EDGE_PIXELS) window.scrollBy(0, -SCROLL_PIXELS);
      if (moved.clientY > window.innerHeight - EDGE_PIXELS) window.scrollBy(0, SCROLL_PIXELS);
      const at = moved.clientY + window.scrollY;
      const to = middles.filter((middle, index) => index !== from && middle < at).length;
      state.value = { from, to, offset: at - start };
    };
    const stop = () => {
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onUp);
      handle.removeEventListener('pointercancel', stop);
      document.removeEventListener('keydown', onKey, true);
      end.current = null;
      state.value = rest;
    };
    const onUp = () => {
      const { to } = state.peek();
      stop();
      if (to !== null && to !== from) void move(from, to);
    };
    const onKey = (/** @type {KeyboardEvent} */ pressed) => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      stop();
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp);
    handle.addEventListener('pointercancel', stop);
    document.addEventListener('keydown', onKey, true);
    end.current = stop;
  }

  return { state, grab };
}
