// A notice of a deletion with an undo button. It disappears after some seconds, but not while it is hovered or
// focused.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const SHOWN_MILLISECONDS = 8000;

/**
 * Deletes the focused item. Keyboard focus then moves to the undo button.
 *
 * @param {() => void} remove
 */
export function deleteWithFocus(remove) {
  const byKey = document.activeElement?.matches(':focus-visible');
  remove();
  if (byKey) focusSoon('.undo-notice:last-child button');
}

/** Focuses an element after the next frame. @param {string} selector */
const focusSoon = (selector) =>
  requestAnimationFrame(() =>
    /** @type {HTMLElement} */ (document.querySelector(selector))?.focus(),
  );

/**
 * @param {object} props
 * @param {unknown} props.of what was deleted
 * @param {string} props.text
 * @param {string} props.undo label of the button
 * @param {() => void} props.onExpire
 * @param {() => void} props.restore
 */
export function UndoNotice({ of, text, undo, onExpire, restore }) {
  const held = useSignal(false);
  useEffect(() => {
    if (held.value) return undefined;
    const timer = setTimeout(onExpire, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [of, held.value]);
  return (
    <p
      class="undo-notice"
      onPointerEnter={() => (held.value = true)}
      onPointerLeave={() => (held.value = false)}
      onFocusIn={() => (held.value = true)}
      onFocusOut={() => (held.value = false)}
    >
      <span>{text}</span>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          restore();
          focusSoon('#runs-title');
        }}
      >
        {undo}
      </button>
    </p>
  );
}
