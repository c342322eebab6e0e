// State of the drawing: strokes, the image under them, pen, colour and undo. It persists while other panels are
// open.

import { computed, signal } from '@preact/signals';
import { rasterize } from './drawing_rasterizer.js';

/** @typedef {import('./drawing_rasterizer.js').Point} Point */
/** @typedef {import('./drawing_rasterizer.js').Stroke} Stroke */
/** @typedef {{strokes: Stroke[], base: Uint8Array | null}} Content */

/** Pen radii as a share of the smaller side of the image; the middle one is about that of the glyphs. */
export const PENS = [0.03, 0.05, 0.08];

const EMPTY = /** @type {Content} */ ({ strokes: [], base: null });

export function createDrawing() {
  const shape = signal([28, 28, 1]);
  const background = signal([0, 0, 0]);
  const content = signal(EMPTY);
  /** @type {import('@preact/signals').Signal<Content[]>} */
  const past = signal([]);
  const pen = signal(PENS[1]);
  const color = signal([255, 255, 255]);
  const fit = signal(true);

  /** @param {Content} next */
  const change = (next) => {
    past.value = [...past.peek(), content.peek()];
    content.value = next;
  };

  return {
    shape,
    background,
    content,
    pen,
    color,
    fit,
    canUndo: computed(() => past.value.length > 0),
    empty: computed(() => content.value.strokes.length === 0 && content.value.base === null),

    /** Whether strokes are scaled and centred; never over an image. */
    fits: computed(() => fit.value && content.value.base === null),

    /** The network input: an image [H, W, C]. */
    bytes: computed(() =>
      rasterize({
        ...content.value,
        shape: shape.value,
        background: background.value,
        fit: fit.value && content.value.base === null,
      }),
    ),

    /**
     * Sets the image shape and background; a drawing of another shape is discarded.
     *
     * @param {number[]} next [H, W, C]
     * @param {number[]} behind the background of the data, one byte per channel
     */
    prepare(next, behind) {
      if (String(behind) !== String(background.peek())) {
        background.value = behind;
        const bright = behind.reduce((sum, byte) => sum + byte, 0) / behind.length > 127;
        color.value = bright ? [0, 0, 0] : [255, 255, 255];
      }
      if (String(next) === String(shape.peek())) return;
      content.value = EMPTY;
      past.value = [];
      fit.value = next[2] === 1;
      shape.value = next;
    },

    /** Starts a stroke, which `extend` continues. @param {Point} point */
    begin(point) {
      const { strokes, base } = content.peek();
      const [height, width] = shape.peek();
      const radius = pen.peek() * Math.min(height, width);
      change({ base, strokes: [...strokes, { points: [point], radius, color: color.peek() }] });
    },

    /** @param {Point[]} points */
    extend(points) {
      const { strokes, base } = content.peek();
      const last = strokes[strokes.length - 1];
      if (!last) return;
      const longer = { ...last, points: [...last.points, ...points] };
      content.value = { base, strokes: [...strokes.slice(0, -1), longer] };
    },

    undo() {
      const before = past.peek();
      if (before.length === 0) return;
      content.value = before[before.length - 1];
      past.value = before.slice(0, -1);
    },

    clear() {
      if (content.peek() !== EMPTY) change(EMPTY);
    },

    /** Loads an image under the strokes. @param {Uint8Array} base [H, W, C] */
    load(base) {
      change({ strokes: [], base });
    },
  };
}

/** @typedef {ReturnType<typeof createDrawing>} Drawing */
