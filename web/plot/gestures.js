// What a pointer does on the chart: moves the cursor, chooses a stretch, zooms and pans.
//
// The page keeps its own scrolling. A wheel alone scrolls the page; with ctrl or command (which is also
// what a pinch on a trackpad sends) it zooms about the pointer; sideways, or with shift, it pans what is
// zoomed. A mouse that drags chooses the stretch to see, with shift it pans; a double click shows all.
// One finger moves the cursor sideways and scrolls the page up and down; two zoom and pan.

/**
 * @typedef {object} Actions pixels are from the left edge of the element
 * @property {(x: number | null) => void} point at a place, or nowhere
 * @property {(factor: number, x: number) => void} zoom
 * @property {(pixels: number) => void} pan by so far to the right
 * @property {(from: number, to: number) => void} choose a stretch
 * @property {(from: number | null, to: number) => void} mark the stretch that would be chosen, or none
 * @property {() => void} showAll
 * @property {() => boolean} zoomed whether there is more than is in sight
 */

/** Shorter drags are clicks. */
const SHORT = 5;

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
  /** @type {{from: number, last: number, pans: boolean, moved: boolean} | null} */
  let drag = null;

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
  function moveDrag(event) {
    if (!drag) return actions.point(isElsewhere(event) ? null : xOf(event));
    const x = xOf(event);
    drag.moved ||= Math.abs(x - drag.from) > SHORT;
    if (drag.pans) actions.pan(x - drag.last);
    else if (drag.moved) actions.mark(drag.from, x);
    drag.last = x;
    actions.point(x);
  }

  /** @param {PointerEvent} event */
  function begin(event) {
    if (isElsewhere(event) || event.button !== 0) return;
    const x = xOf(event);
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, x);
      if (fingers.size === 1) actions.point(x);
      return;
    }
    element.setPointerCapture(event.pointerId);
    drag = { from: x, last: x, pans: event.shiftKey, moved: false };
  }

  /** @param {PointerEvent} event */
  function end(event) {
    fingers.delete(event.pointerId);
    if (!drag) return;
    const { from, last, pans, moved } = drag;
    drag = null;
    actions.mark(null, 0);
    if (moved && !pans && event.type === 'pointerup') actions.choose(from, last);
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
      : moveDrag(event),
  );
  on('pointerup', end);
  on('pointercancel', end);
  on('pointerleave', (event) => event.pointerType === 'mouse' && !drag && actions.point(null));
  on('dblclick', (event) => !isElsewhere(event) && actions.showAll());
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
