// A button that opens a menu of actions, by pointer or keyboard: arrows move, Enter acts, Escape closes.

import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect } from 'preact/hooks';
import { MoreIcon } from './icons.jsx';
import { moveInList, useDropdown } from './use_dropdown.js';

/** @typedef {{id: string, text: string, act: () => unknown}} Action */

/** The menu is not cut off by what the button scrolls in, so it lies over the page. */
const MENU_WIDTH = 232;

/** @param {{label: string, actions: Action[]}} props */
export function ActionMenu({ label, actions }) {
  const { open, root, button, close, toggle, onKeyDown: onEscape } = useDropdown();
  const place = useSignal({ left: 0, top: 0 });
  const id = useId();

  // In the layout effect, so that the next key already reaches the first item.
  useLayoutEffect(() => {
    if (open.value) items(root.current)[0]?.focus({ preventScroll: true });
  }, [open.value]);

  useEffect(() => {
    if (!open.value) return undefined;
    const from = button.current?.getBoundingClientRect().top;
    // Scroll events of before arrive late. The menu closes only where the button has moved away from it.
    const onScroll = () => {
      if (button.current?.getBoundingClientRect().top !== from) open.value = false;
    };
    window.addEventListener('scroll', onScroll, true);
    return () => window.removeEventListener('scroll', onScroll, true);
  }, [open.value]);

  const onClick = () => {
    if (button.current) place.value = placeBelow(button.current, actions.length * 32 + 16);
    toggle();
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (!open.value) return;
    event.stopPropagation();
    if (event.key === 'Tab') open.value = false;
    onEscape(event);
    if (moveInList(event.key, items(root.current), { wrap: true })) event.preventDefault();
  };

  return (
    <div class="action-menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="more"
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        onClick={onClick}
      >
        <MoreIcon />
      </button>
      {open.value && (
        <div
          class="action-list"
          id={id}
          role="menu"
          aria-label={label}
          style={{ left: `${place.value.left}px`, top: `${place.value.top}px` }}
        >
          {actions.map(({ id: action, text, act }) => (
            <button
              key={action}
              type="button"
              role="menuitem"
              tabIndex={-1}
              data-action={action}
              onClick={() => {
                close();
                void act();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** @param {HTMLElement | null} root @returns {HTMLElement[]} */
const items = (root) =>
  [...(root?.querySelectorAll('[role=menuitem]') ?? [])].map(
    (element) => /** @type {HTMLElement} */ (element),
  );

/**
 * Below the button where there is room in the viewport, otherwise above it; right edges aligned.
 *
 * @param {HTMLElement} button
 * @param {number} height of the menu in pixels
 */
function placeBelow(button, height) {
  const { right, bottom, top } = button.getBoundingClientRect();
  const below = bottom + height < window.innerHeight;
  return { left: Math.max(8, right - MENU_WIDTH), top: below ? bottom : top - height };
}
