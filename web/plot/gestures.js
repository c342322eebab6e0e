// What a pointer does on the chart besides what uPlot knows (moving the cursor, dragging a stretch to see):
// wheel and fingers zoom and pan, and with shift a mouse pans.
//
// The page keeps its own scrolling. A wheel alone scrolls the page; with ctrl or command (which is also
// what a pinch on a trackpad sends) it zooms about the pointer; sideways, or with shift, it pans what is
// zoomed. One finger moves the cursor sideways and scrolls the page up and down; two zoom and pan.

/**
 * @typedef {object} Actions pixels are from the left edge of the element
 * @property {(x: number | null) => void} point at a place, or nowhere
 * @property {(factor: number, x: number) => void} zoom
 * @property {(pixels: number) => void} pan by so far to the right
 * @property {() => boolean} zoomed whether there is more than is in sight
 */

/** A notch of a usual wheel is 100 pixels: about a fifth closer. */
const PER_PIXEL = 0.0022;
const LINE = 16;

/**
 * @param {HTMLElement} element
 * @param {Actions} actions
 * @returns {() => void} ends it
 */
export function listenToGestures(element, actions) {
  const ending = new AbortController();
  const { signal } = ending;
  /** @type {Map<number, number>} */
  const fingers = new Map();
  /** Where a mouse that pans was last. @type {number | null} */
  let last = null;

  const xOf = (/** @type {MouseEvent} */ event) =>
    event.clientX - element.getBoundingClientRect().left;

  /** What others put over the chart keeps its own gestures. @param {Event} event */
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
  // Two fingers are the chart's, whichever way they move first.
  on('touchmove', (event) => event.touches.length > 1 && event.preventDefault());
  return () => ending.abort();
}

/** @param {Map<number, number>} fingers */
function spanOf(fingers) {
  const places = [...fingers.values()];
  const [low, high] = [Math.min(...places), Math.max(...places)];
  return { middle: (low + high) / 2, length: high - low };
}
