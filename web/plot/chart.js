// The chart: bands with a common x axis and one cursor, redrawn at most once per frame. Changes of a band's range
// are animated, unless the user prefers reduced motion.
//
// Overlays convert positions with `toPixel` and `fromPixel`, and listen to changes with `onScales`. Pixels are CSS
// pixels from the upper left corner of the band's host.

import { Band } from './band.js';
import { listenToGestures } from './gestures.js';
import { Marks } from './marks.js';
import { moved, within, zoomed } from './x_viewport.js';

/** @typedef {import('./types.js').Scene} Scene */
/** @typedef {import('./scales.js').Domain} Domain */

/** Number of charts created. Gives the bands of each chart a common sync key. */
let charts = 0;

/** Time constant of the transition to another range, in milliseconds: two thirds of the way. */
const MOVEMENT_MILLISECONDS = 90;

export class Chart {
  /** @type {Map<string, {band: Band, log: boolean, domain: Domain | null}>} */
  #bands = new Map();
  #frame = 0;
  #lastFrame = 0;
  #stale = true;
  /** @type {Scene} */
  #scene;
  /** @type {ResizeObserver} */
  #observer;
  /** @type {Marks} */
  #marks;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #scales = '';
  /** @type {import('./plot_options.js').Pointing} */
  #pointing;
  /** @type {() => void} */
  #stopGestures;

  /**
   * @param {object} options
   * @param {HTMLElement} options.root contains all bands and receives gestures
   * @param {HTMLElement} options.overlay covers all bands and contains the marks of edits
   * @param {{host: HTMLElement, options: import('./band.js').BandOptions}[]} options.bands
   * @param {() => Scene} options.scene called once per frame after invalidate()
   * @param {() => import('./types.js').ChartInk} options.ink
   * @param {() => boolean} options.still whether reduced motion is preferred
   * @param {(step: number | null) => void} options.onCursor
   * @param {(visibleRange: Domain | null) => void} options.onVisibleRange another stretch of the x axis is wanted in
   *   sight; none: all of it
   */
  constructor({ root, overlay, bands, scene, ink, still, onCursor, onVisibleRange }) {
    this.scene = scene;
    this.ink = ink;
    this.still = still;
    this.onCursor = onCursor;
    this.onVisibleRange = onVisibleRange;
    this.#scene = scene();
    this.#pointing = this.#newPointing();
    for (const { host, options } of bands) {
      const shown = { scene: this.#scene, ink: ink(), pointing: this.#pointing };
      const band = new Band(host, options, shown);
      this.#bands.set(options.name, { band, log: false, domain: null });
    }
    this.#pointing.quiet = false;
    this.#marks = new Marks(overlay);
    this.#stopGestures = listenToGestures(root, this.#gestures());
    this.#observer = new ResizeObserver(() => {
      for (const { band } of this.#bands.values()) band.resize();
      this.invalidate();
    });
    for (const { host } of bands) this.#observer.observe(host);
    this.invalidate();
  }

  /** Redraws in the next frame. */
  invalidate() {
    this.#stale = true;
    this.#frame ||= requestAnimationFrame((now) => this.#draw(now));
  }

  /** Moves only the cursor, in the next frame. */
  invalidateCursor() {
    this.#frame ||= requestAnimationFrame((now) => this.#draw(now));
  }

  /**
   * @param {number} factor below one zooms in
   * @param {number} [fixed] position on the x axis that does not move; default: the cursor, or the middle
   */
  zoom(factor, fixed = this.#middle()) {
    const { x } = this.#scene;
    this.#show(zoomed(x.visibleRange, factor, fixed));
  }

  /** Pans to the right. @param {number} share of the visible range */
  pan(share) {
    const [min, max] = this.#scene.x.visibleRange;
    this.#show(moved([min, max], (max - min) * share));
  }

  showAll() {
    this.onVisibleRange(null);
  }

  /** Pans by the smallest distance that makes a step visible. @param {number} step */
  reveal(step) {
    const { toAxis, visibleRange } = this.#scene.x;
    const [min, max] = visibleRange;
    const at = toAxis(step);
    if (at < min) this.#show(moved(visibleRange, at - min));
    else if (at > max) this.#show(moved(visibleRange, at - max));
  }

  #middle() {
    const { cursor, x } = this.#scene;
    const [min, max] = x.visibleRange;
    return cursor !== null && cursor >= min && cursor <= max ? cursor : (min + max) / 2;
  }

  /** @param {Domain} wanted */
  #show(wanted) {
    const { whole, least } = this.#scene.x;
    this.#scene.x.visibleRange = within(wanted, whole, least) ?? whole;
    this.onVisibleRange(within(wanted, whole, least));
  }

  /** @returns {import('./plot_options.js').Pointing} */
  #newPointing() {
    return {
      together: `chart-${++charts}`,
      quiet: true,
      snap: (x) => {
        const { toAxis, toStep } = this.#scene.x;
        return toAxis(Math.max(0, Math.round(toStep(x))));
      },
      point: (x) => this.onCursor(x === null ? null : this.#scene.x.toStep(x)),
      choose: (from, to) => this.#show([from, to]),
      showAll: () => this.showAll(),
      takes: (event) => event.shiftKey,
    };
  }

  /** @returns {import('./gestures.js').Actions} */
  #gestures() {
    const [{ band }] = this.#bands.values();
    // Relative to the requested range, which the plots may not show yet.
    const at = (/** @type {number} */ pixel) => {
      const { left, width } = band.area;
      const [min, max] = this.#scene.x.visibleRange;
      return min + (Math.min(width, Math.max(0, pixel - left)) / width) * (max - min);
    };
    return {
      point: (pixel) => {
        const { left, width } = band.area;
        const outside = pixel === null || pixel < left - 8 || pixel > left + width + 8;
        this.onCursor(outside ? null : this.#scene.x.toStep(at(pixel)));
      },
      zoom: (factor, pixel) => this.zoom(factor, at(pixel)),
      pan: (pixels) => this.pan(-pixels / band.area.width),
      zoomed: () => {
        const { whole, visibleRange } = this.#scene.x;
        return visibleRange[1] - visibleRange[0] < whole[1] - whole[0];
      },
    };
  }

  /**
   * Position of a value of a step in a band.
   *
   * @param {string} name of the band
   * @param {number} step
   * @param {number} value
   * @returns {{x: number, y: number}}
   */
  toPixel(name, step, value) {
    return this.#band(name).toPixel(step, value);
  }

  /**
   * Step (with its fraction) and value at a position of a band, which may be outside of the plotting area.
   *
   * @param {string} name
   * @param {number} x
   * @param {number} y
   * @returns {{step: number, value: number}}
   */
  fromPixel(name, x, y) {
    return this.#band(name).fromPixel(x, y);
  }

  /**
   * The plotting area of a band.
   *
   * @param {string} name
   * @returns {{left: number, top: number, width: number, height: number}}
   */
  area(name) {
    return this.#band(name).area;
  }

  /**
   * Calls the listener after a frame in which the size, the visible range or the range of values changed.
   *
   * @param {() => void} listener
   * @returns {() => void} removes the listener
   */
  onScales(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Redraws with the colours of a new theme. */
  recolor() {
    const ink = this.ink();
    for (const { band } of this.#bands.values()) band.ink = ink;
    this.invalidate();
  }

  destroy() {
    cancelAnimationFrame(this.#frame);
    this.#stopGestures();
    this.#marks.destroy();
    this.#observer.disconnect();
    for (const { band } of this.#bands.values()) band.destroy();
  }

  /** @param {string} name */
  #band(name) {
    const found = this.#bands.get(name);
    if (!found) throw new Error(`no band "${name}", but ${[...this.#bands.keys()].join(', ')}`);
    return found.band;
  }

  #tellScales() {
    const scales = [...this.#bands.values()].map(({ band }) => band.scales).join(' ');
    if (scales === this.#scales) return;
    this.#scales = scales;
    for (const listener of this.#listeners) listener();
  }

  /** @param {number} now */
  #draw(now) {
    this.#frame = 0;
    const elapsed = this.still() ? Infinity : Math.min(50, now - this.#lastFrame);
    this.#lastFrame = now;
    const scene = (this.#scene = this.scene());
    this.#pointing.quiet = true;
    if (this.#stale) this.#drawBands(scene, elapsed);
    else for (const [name, { band }] of this.#bands) if (scene.bands[name]) band.placeDots(scene);
    const [{ band }] = this.#bands.values();
    band.placeCursor(scene);
    this.#pointing.quiet = false;
  }

  /** @param {Scene} scene @param {number} elapsed milliseconds */
  #drawBands(scene, elapsed) {
    this.#stale = false;
    let moving = false;
    for (const [name, state] of this.#bands) {
      // A band that was just hidden is still in the document for a moment.
      if (!scene.bands[name]) continue;
      const { domain: wanted, log } = scene.bands[name];
      const jumps = !state.domain || state.log !== log;
      state.domain = jumps ? wanted : approach(state.domain ?? wanted, wanted, elapsed, log);
      state.log = log;
      moving ||= state.domain !== wanted;
      state.band.draw(scene, state.domain);
    }
    const [{ band }] = this.#bands.values();
    this.#marks.place(scene.marks, band);
    this.#tellScales();
    if (moving) this.invalidate();
  }
}

/**
 * One step of an exponential transition from a range to another, which may change meanwhile. Ends when the
 * difference is no longer visible.
 *
 * @param {Domain} from
 * @param {Domain} to
 * @param {number} milliseconds since the last call
 * @param {boolean} log
 * @returns {Domain} `to` itself once it is reached
 */
export function approach(from, to, milliseconds, log) {
  const map = log ? Math.log : (/** @type {number} */ value) => value;
  const back = log ? Math.exp : (/** @type {number} */ value) => value;
  const span = map(to[1]) - map(to[0]);
  const share = 1 - Math.exp(-milliseconds / MOVEMENT_MILLISECONDS);
  const moved = from.map((end, index) => map(end) + (map(to[index]) - map(end)) * share);
  const rest = Math.max(...moved.map((end, index) => Math.abs(map(to[index]) - end)));
  if (!(rest > span * 0.002)) return to;
  return [back(moved[0]), back(moved[1])];
}
