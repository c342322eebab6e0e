// A button that opens a menu of actions, by pointer or keyboard: arrows move, Enter acts, Escape closes.

import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { MoreIcon } from './icons.jsx';

/** @typedef {{id: string, text: string, act: () => unknown}} Action */

/** The menu is not cut off by what the button scrolls in, so it lies over the page. */
const MENU_WIDTH = 232;

/** @param {{label: string, actions: Action[]}} props */
export function ActionMenu({ label, actions }) {
  const place = useSignal(/** @type {{left: number, top: number} | null} */ (null));
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const id = useId();
  const open = place.value !== null;

  // Before the next key: it is meant for what has just opened.
  useLayoutEffect(() => {
    if (open) items(root.current)[0]?.focus({ preventScroll: true });
  }, [open]);

  useEffect(() => {
    if (!open) return undefined;
    const close = () => (place.value = null);
    const from = button.current?.getBoundingClientRect().top;
    // What was scrolled before is told after: only where the button has moved does the menu hang loose.
    const onScroll = () => {
      if (button.current?.getBoundingClientRect().top !== from) close();
    };
    const onPointer = (/** @type {Event} */ event) => {
      if (!root.current?.contains(/** @type {Node} */ (event.target))) close();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onPointer);
    window.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onPointer);
      window.removeEventListener('scroll', onScroll, true);
    };
  }, [open]);

  const toggle = () => {
    if (open || !button.current) return void (place.value = null);
    const { right, bottom, top } = button.current.getBoundingClientRect();
    const height = actions.length * 32 + 16;
    const below = bottom + height < window.innerHeight;
    place.value = { left: Math.max(8, right - MENU_WIDTH), top: below ? bottom : top - height };
  };

  const close = () => {
    place.value = null;
    button.current?.focus();
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (!open) return;
    event.stopPropagation();
    if (event.key === 'Tab') place.value = null;
    if (event.key === 'Escape') close();
    move(event, items(root.current));
  };

  return (
    <div class="action-menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="more"
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={toggle}
      >
        <MoreIcon />
      </button>
      {place.value && (
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
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} all
 */
function move(event, all) {
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const moves = /** @type {Record<string, number>} */ ({
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 },
  });
  if (!(event.key in moves)) return;
  event.preventDefault();
  all[(moves[event.key] + all.length) % all.length]?.focus();
}
