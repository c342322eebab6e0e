// The confusion matrix of many classes: one pixel per cell, with a cursor for pointer and arrow keys.

import { useSignal } from '@preact/signals';
import { format, t } from '../../../locales/index.js';
import { PixelCanvas, useDiverging } from '../../inspection/index.js';
import { cellAfterKey, within } from './cell_keys.js';

/** @typedef {import('../../../protocol/types.js').Evaluation} Evaluation */
/** @typedef {import('./panel.jsx').CellName} CellName */
/** @typedef {import('./panel.jsx').ChosenCell} ChosenCell */

/** Cells per arrow key with Shift. */
const LEAP = 10;

/** @param {{evaluation: Evaluation, chosen: ChosenCell}} props */
export function ConfusionMap({ evaluation: { epoch, classes, confusion }, chosen }) {
  const scale = useDiverging();
  const cursor = useSignal(/** @type {CellName} */ ({ label: 0, prediction: 0 }));
  const size = classes.length;
  const { label, prediction } = cursor.value;
  const cellAt = (/** @type {PointerEvent | MouseEvent} */ event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    return {
      label: within(Math.floor(((event.clientY - box.top) / box.height) * size), size),
      prediction: within(Math.floor(((event.clientX - box.left) / box.width) * size), size),
    };
  };
  return (
    <figure class="confusion-map">
      <figcaption class="note">
        {t('confusion.map.caption', { epoch: format.count(epoch + 1) })}
      </figcaption>
      <div
        class="confusion-pixels"
        role="application"
        tabIndex={0}
        aria-label={t('confusion.map')}
        style={{
          '--row': (label + 0.5) / size,
          '--column': (prediction + 0.5) / size,
        }}
        onPointerMove={(event) => (cursor.value = cellAt(event))}
        onClick={(event) => (chosen.value = cursor.value = cellAt(event))}
        onKeyDown={(event) => onKey(event, cursor, chosen, size)}
      >
        <PixelCanvas
          width={size}
          height={size}
          paint={(pixels) => paint(pixels, confusion, scale)}
        />
        <span class="confusion-cursor" aria-hidden="true" />
      </div>
      <p class="note" aria-live="polite">
        {t('confusion.cell', {
          label: classes[label],
          prediction: classes[prediction],
          count: format.count(confusion[label][prediction]),
        })}
      </p>
    </figure>
  );
}

/**
 * Correct predictions use the negative half of the diverging scale, errors the positive half.
 *
 * @param {Uint8ClampedArray} pixels
 * @param {number[][]} confusion
 * @param {import('../../../plot/pixels.js').Scale} scale
 */
function paint(pixels, confusion, scale) {
  const size = confusion.length;
  const largest = Math.max(1, ...confusion.map((row) => Math.max(...row)));
  const steps = (scale.length / 3 - 1) / 2;
  for (let label = 0; label < size; label++) {
    for (let prediction = 0; prediction < size; prediction++) {
      const count = confusion[label][prediction];
      const shade = count === 0 ? 0 : 0.2 + 0.8 * Math.sqrt(count / largest);
      const step = Math.round(shade * steps) * (label === prediction ? -1 : 1);
      const [from, to] = [3 * (step + steps), 4 * (label * size + prediction)];
      for (let part = 0; part < 3; part++) pixels[to + part] = scale[from + part];
      pixels[to + 3] = 255;
    }
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {import('@preact/signals').Signal<CellName>} cursor
 * @param {ChosenCell} chosen
 * @param {number} size
 */
function onKey(event, cursor, chosen, size) {
  const next = cellAfterKey(event, cursor.value, size, event.shiftKey ? LEAP : 1);
  if (next === cursor.value) chosen.value = next;
  else if (next) cursor.value = next;
}
