// The drawing area, for mouse, touch and pen, and for the keyboard with a cursor and a pen that is put down and
// lifted.

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { format, t } from '../../../locales/index.js';
import { paintBytes } from '../../../plot/pixels.js';
import { useStore } from '../../../ui/context.js';

/** Width in pixels of the canvas, twice its displayed width. */
const SIDE = 560;

/** @typedef {import('./drawing_rasterizer.js').Point} Point */

export function DrawingCanvas() {
  const { drawing } = useStore();
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const isDrawing = useRef(false);
  const keys = useKeyboardPen();
  const [height, width] = drawing.shape.value;
  void drawing.content.value;
  void drawing.background.value;
  const size = { width: SIDE, height: Math.round((SIDE * height) / width) };
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) draw(context, drawing, keys.cursor.value);
  });

  const at = (/** @type {PointerEvent} */ event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  };
  const end = () => (isDrawing.current = false);
  return (
    <div class="inspection-part draw-surface">
      <canvas
        {...size}
        ref={canvas}
        class="drawing"
        role="application"
        tabIndex={0}
        aria-label={t('draw.surface')}
        aria-describedby="drawing-keys"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          isDrawing.current = true;
          keys.hide();
          drawing.begin(at(event));
        }}
        onPointerMove={(event) => {
          if (!isDrawing.current) return;
          drawing.extend([at(event)]);
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={keys.onKeyDown}
        onBlur={keys.hide}
      />
      <p class="hidden" role="status">
        {keys.announcement.value}
      </p>
    </div>
  );
}

/** A pen that arrow keys move; the space bar puts it down and lifts it. */
function useKeyboardPen() {
  const { drawing } = useStore();
  const cursor = useSignal(/** @type {(Point & {down: boolean}) | null} */ (null));
  const announcement = useSignal('');

  const announce = (/** @type {Point & {down: boolean}} */ { x, y, down }) => {
    const place = { row: format.count(Math.floor(y)), column: format.count(Math.floor(x)) };
    announcement.value = down ? t('draw.down', place) : t('draw.up', place);
  };
  const middle = () => {
    const [height, width] = drawing.shape.peek();
    return { x: Math.floor(width / 2) + 0.5, y: Math.floor(height / 2) + 0.5, down: false };
  };
  const moves = /** @type {Record<string, [right: number, down: number]>} */ ({
    ...{ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] },
  });

  const move = (/** @type {[number, number]} */ [right, down]) => {
    const [height, width] = drawing.shape.peek();
    const from = cursor.peek() ?? middle();
    const to = {
      x: Math.max(0.5, Math.min(width - 0.5, from.x + right)),
      y: Math.max(0.5, Math.min(height - 0.5, from.y + down)),
      down: from.down,
    };
    if (to.down) drawing.extend([{ x: to.x, y: to.y }]);
    cursor.value = to;
    announce(to);
  };
  const press = () => {
    const from = cursor.peek() ?? middle();
    if (!from.down) drawing.begin({ x: from.x, y: from.y });
    cursor.value = { ...from, down: !from.down };
    announce(cursor.peek() ?? from);
  };
  const undo = () => {
    const from = cursor.peek();
    if (from) cursor.value = { ...from, down: false };
    drawing.undo();
  };

  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const { key } = event;
    const undoing = key === 'Backspace' || (key === 'z' && (event.ctrlKey || event.metaKey));
    if (!undoing && (event.ctrlKey || event.metaKey || event.altKey)) return;
    if (key in moves) move(moves[key]);
    else if (key === ' ') press();
    else if (undoing) undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { cursor, announcement, onKeyDown, hide: () => (cursor.value = null) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./drawing_state.js').Drawing} drawing
 * @param {(Point & {down: boolean}) | null} cursor
 */
function draw(context, drawing, cursor) {
  const { strokes, base } = drawing.content.peek();
  const shape = drawing.shape.peek();
  const scale = context.canvas.width / shape[1];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = css(drawing.background.peek());
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  if (base) drawBase(context, base, shape);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { points, radius, color } of strokes) {
    context.strokeStyle = css(color);
    context.lineWidth = 2 * radius;
    context.beginPath();
    context.moveTo(points[0].x, points[0].y);
    for (const { x, y } of points.length > 1 ? points.slice(1) : points) context.lineTo(x, y);
    context.stroke();
  }
  if (!cursor) return;
  // A light square inside a dark one is visible on any background.
  for (const [style, size] of /** @type {[string, number][]} */ ([
    ['#000000', cursor.down ? 10 : 6],
    ['#ffffff', cursor.down ? 6 : 2],
  ])) {
    context.strokeStyle = style;
    context.lineWidth = size / scale;
    context.strokeRect(Math.floor(cursor.x), Math.floor(cursor.y), 1, 1);
  }
}

/** @param {number[]} color a byte a channel */
function css(color) {
  const [red, green, blue] = color.length >= 3 ? color : [color[0], color[0], color[0]];
  return `rgb(${red} ${green} ${blue})`;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Uint8Array} base
 * @param {number[]} shape
 */
function drawBase(context, base, [height, width, channels]) {
  const image = new ImageData(width, height);
  paintBytes(image.data, base, channels);
  const small = new OffscreenCanvas(width, height);
  small.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, context.canvas.width, context.canvas.height);
}
