// The chart: three bands over one x axis of steps, one cursor, redrawn once a frame when there is
// something new. A change of a band's range is a short movement, unless the reader wants none.
//
// Who puts something of their own over a band asks `toPixel` and `fromPixel` where things are, and
// `onScales` when to ask again. Pixels are CSS pixels from the upper left corner of the band's host.

import { AXIS_WIDTH, Band } from './band.js';

/** @typedef {import('./types.js').Scene} Scene */
/** @typedef {import('./scales.js').Domain} Domain */

/** In which two thirds of the way to another range are gone. */
const MOVEMENT_MILLISECONDS = 90;

/** Pixels that the words of a mark and the title of the first band take, roughly. */
const MARK_WIDTH = 128;
const TITLE_WIDTH = 152;

export class Chart {
  /** @type {Map<string, {band: Band, log: boolean, domain: Domain | null}>} */
  #bands = new Map();
  #frame = 0;
  #lastFrame = 0;
  /** @type {ResizeObserver} */
  #observer;
  /** @type {HTMLElement[]} */
  #marks = [];
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #scales = '';

  /**
   * @param {object} options
   * @param {HTMLElement} options.overlay lies over all bands; marks of edits go there
   * @param {{host: HTMLElement, options: import('./band.js').BandOptions}[]} options.bands
   * @param {() => Scene} options.scene asked for once a frame when something is new
   * @param {() => import('./types.js').Ink} options.ink
   * @param {() => boolean} options.still whether movement is unwanted
   */
  constructor({ overlay, bands, scene, ink, still }) {
    this.overlay = overlay;
    this.scene = scene;
    this.ink = ink;
    this.still = still;
    for (const { host, options } of bands) {
      const band = new Band(host, options, ink());
      this.#bands.set(options.name, { band, log: options.log, domain: null });
    }
    this.#observer = new ResizeObserver(() => {
      for (const { band } of this.#bands.values()) band.resize();
      this.invalidate();
    });
    for (const { host } of bands) this.#observer.observe(host);
    this.invalidate();
  }

  /** Something is new: draw with the next frame. */
  invalidate() {
    this.#frame ||= requestAnimationFrame((now) => this.#draw(now));
  }

  /**
   * Where a value of a step lies in a band.
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
   * Which step, with its fraction, and which value lie at a place of a band, inside or not.
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
   * Where the lines of a band are drawn: the place between its axes.
   *
   * @param {string} name
   * @returns {{left: number, top: number, width: number, height: number}}
   */
  area(name) {
    return this.#band(name).area;
  }

  /**
   * Calls back, after a frame was drawn, whenever things have other places than before: another size,
   * another stretch of steps, another range of values.
   *
   * @param {() => void} listener
   * @returns {() => void} ends it
   */
  onScales(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The theme has changed. */
  recolor() {
    const ink = this.ink();
    for (const { band } of this.#bands.values()) band.setInk(ink);
    this.invalidate();
  }

  destroy() {
    cancelAnimationFrame(this.#frame);
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
    const scene = this.scene();
    let moving = false;
    for (const [name, state] of this.#bands) {
      const wanted = scene.bands[name].domain;
      state.domain = state.domain ? approach(state.domain, wanted, elapsed, state.log) : wanted;
      moving ||= state.domain !== wanted;
      state.band.draw(scene, state.domain);
    }
    this.#placeMarks(scene);
    this.#tellScales();
    if (moving) this.invalidate();
  }

  /** @param {Scene} scene */
  #placeMarks(scene) {
    const [{ band }] = this.#bands.values();
    const places = scene.marks.map(({ step }) => band.xOf(step));
    scene.marks.forEach((mark, index) => {
      const element = (this.#marks[index] ??= this.#addMark());
      const x = places[index];
      const left = x > this.overlay.clientWidth - MARK_WIDTH;
      element.hidden = false;
      element.style.transform = `translateX(${x}px) ${left ? 'translateX(-100%)' : ''}`;
      element.dataset.step = String(mark.step);
      element.dataset.side = left ? 'left' : 'right';
      element.dataset.row = x < AXIS_WIDTH + TITLE_WIDTH ? 'second' : 'first';
      element.dataset.quiet = String(places[index + 1] - x < MARK_WIDTH);
      if (element.textContent !== mark.text) element.textContent = mark.text;
    });
    for (const extra of this.#marks.slice(scene.marks.length)) extra.hidden = true;
  }

  #addMark() {
    const element = document.createElement('span');
    element.className = 'chart-mark';
    this.overlay.append(element);
    return element;
  }
}

/**
 * A range on its way to another: fast at first, and there when the rest cannot be seen. The target may
 * move meanwhile.
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
