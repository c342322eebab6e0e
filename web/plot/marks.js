// Marks of edits: vertical lines over all bands, with labels where they fit.

import { AXIS_WIDTH } from './plot_options.js';

/** Approximate width of the label of a mark and the title of the first band, in pixels. */
const MARK_WIDTH = 128;
const TITLE_WIDTH = 216;

export class Marks {
  /** @type {HTMLElement[]} */
  #elements = [];

  /** @param {HTMLElement} host covers all bands */
  constructor(host) {
    this.host = host;
  }

  /**
   * @param {import('./types.js').Mark[]} marks
   * @param {import('./band.js').Band} band any band: all have the same x axis
   */
  place(marks, band) {
    const places = marks.map(({ x }) => band.xOf(x));
    const { left, width } = band.area;
    const room = this.host.clientWidth;
    marks.forEach((mark, index) => {
      const element = (this.#elements[index] ??= this.#add());
      const x = places[index];
      const before = x > room - MARK_WIDTH;
      element.hidden = x < left || x > left + width;
      element.style.transform = `translateX(${x}px) ${before ? 'translateX(-100%)' : ''}`;
      element.dataset.side = before ? 'left' : 'right';
      element.dataset.row = x < AXIS_WIDTH + TITLE_WIDTH ? 'second' : 'first';
      element.dataset.quiet = String(places[index + 1] - x < MARK_WIDTH);
      if (element.textContent !== mark.text) element.textContent = mark.text;
      element.setAttribute('aria-label', mark.name);
    });
    for (const extra of this.#elements.slice(marks.length)) extra.hidden = true;
  }

  destroy() {
    for (const element of this.#elements) element.remove();
  }

  #add() {
    const element = document.createElement('span');
    element.className = 'chart-mark';
    element.setAttribute('role', 'note');
    this.host.append(element);
    return element;
  }
}
