// Gestures of the chart in addition to uPlot's (moving the cursor, selecting a range): zooming and panning by wheel
// and fingers, and panning with shift and the mouse.
//
// A plain wheel scrolls the page. With ctrl or command (also sent by a trackpad pinch) it zooms about the pointer;
// sideways or with shift it pans. One finger moves the cursor and scrolls the page vertically; two zoom and pan.

/**
 * @typedef {object} Actions pixels are from the left edge of the element
 * @property {(x: number | null) => void} point moves or hides the cursor
 * @property {(factor: number, x: number) => void} zoom
 * @property {(pixels: number) => void} pan to the right
 * @property {() => boolean} zoomed whether only a part of the x axis is visible
 */

/** Zoom factor per pixel of wheel movement: a notch of 100 pixels zooms by about a fifth. */
const PER_PIXEL = 0.0022;
const LINE = 16;

/**
 * @param {HTMLElement} element
 * @param {Actions} actions
 * @returns {() => void} removes the listeners
 */
export function listenToGestures(element, actions) {
  const ending = new AbortController();
  const { signal } = ending;
  /** @type {Map<number, number>} */
  const fingers = new Map();
  /** Last position of a panning mouse. @type {number | null} */
  let last = null;

  const xOf = (/** @type {MouseEvent} */ event) =>
    event.clientX - element.getBoundingClientRect().left;

  /** Whether the event belongs to an overlay of the chart. @param {Event} event */
  const isElsewhere = (event) =>
    event.target instanceof Element && event.target.closest('.band-overlay, button') !== null;

  /** @param {PointerEvent} event */
  function moveFinger(event) {
    const before = spanOf(fingers);
    fingers.set(event.pointerId, xOf(event));
    if (fingers.size === 1) return actions.point(xOf(event));
    const after = spanOf(fingers);
    actions.pan(after.middle - before.middle);
    if (before.length > 8 && after.length > 8) {
      actions.zoom(before.length / after.length, after.middle);
    }
  }

  /** @param {PointerEvent} event */
  function moveMouse(event) {
    if (last !== null) {
      actions.pan(xOf(event) - last);
      last = xOf(event);
    }
    const known = event.target instanceof Element && event.target.closest('.u-over') !== null;
    if (!known) actions.point(isElsewhere(event) ? null : xOf(event));
  }

  /** @param {PointerEvent} event */
  function begin(event) {
    if (isElsewhere(event) || event.button !== 0) return;
    const x = xOf(event);
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, x);
      if (fingers.size === 1) actions.point(x);
    } else if (event.shiftKey) {
      element.setPointerCapture(event.pointerId);
      last = x;
    }
  }

  /** @param {PointerEvent} event */
  function end(event) {
    fingers.delete(event.pointerId);
    last = null;
  }

  /** @param {WheelEvent} event */
  function turn(event) {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    const [across, down] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      actions.zoom(Math.exp(down * PER_PIXEL), xOf(event));
      return;
    }
    const sideways = event.shiftKey && across === 0 ? down : across;
    if (Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : down) || !actions.zoomed()) return;
    event.preventDefault();
    actions.pan(-sideways);
  }

  const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) =>
    element.addEventListener(type, listener, { signal, passive: false });
  on('pointerdown', begin);
  on('pointermove', (event) =>
    event.pointerType === 'touch'
      ? fingers.has(event.pointerId) && moveFinger(event)
      : moveMouse(event),
  );
  on('pointerup', end);
  on('pointercancel', end);
  on(
    'pointerleave',
    (event) => event.pointerType === 'mouse' && last === null && actions.point(null),
  );
  on('wheel', turn);
  // Two fingers never scroll the page.
  on('touchmove', (event) => event.touches.length > 1 && event.preventDefault());
  return () => ending.abort();
}

/** @param {Map<number, number>} fingers */
function spanOf(fingers) {
  const places = [...fingers.values()];
  const [low, high] = [Math.min(...places), Math.max(...places)];
  return { middle: (low + high) / 2, length: high - low };
}
