// What opens below a button: closed by escape, by a click elsewhere, and by moving on with the tab key.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export function useDropdown() {
  const open = useSignal(false);
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));

  useEffect(() => {
    if (!open.value) return undefined;
    const onPointer = (/** @type {Event} */ event) => {
      if (!root.current?.contains(/** @type {Node} */ (event.target))) open.value = false;
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onPointer);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onPointer);
    };
  }, [open.value]);

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !open.value) return;
    event.stopPropagation();
    open.value = false;
    button.current?.focus();
  };

  return { open, root, button, onKeyDown };
}
