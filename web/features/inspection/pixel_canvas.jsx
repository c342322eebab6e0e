// A canvas with one pixel per value, enlarged without smoothing, and the diverging colour scale with its legend.

import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { format, t } from '../../locales/index.js';
import { divergingScale } from '../../plot/pixels.js';
import { useStore } from '../../ui/context.js';

/**
 * @param {object} props
 * @param {number} props.width pixels of the image
 * @param {number} props.height
 * @param {(pixels: Uint8ClampedArray) => void} props.paint fills [height, width, 4]
 * @param {string} [props.label] text alternative; undefined: the surrounding element has one
 * @param {string} [props.class]
 */
export function PixelCanvas({ width, height, paint, label, class: name = '' }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const image = useRef(/** @type {ImageData | null} */ (null));
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    if (image.current?.width !== width || image.current.height !== height) {
      image.current = new ImageData(width, height);
    }
    paint(image.current.data);
    context.putImageData(image.current, 0, 0);
  });
  return (
    <canvas
      ref={canvas}
      class={`pixels ${name}`}
      width={width}
      height={height}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

const TOKENS = ['--negative', '--zero', '--positive'];

/** The diverging colour scale of the current theme. */
export function useDiverging() {
  const { theme } = useStore().theme;
  return useComputed(() => {
    void theme.value;
    const style = getComputedStyle(document.documentElement);
    const [negative, zero, positive] = TOKENS.map((token) => style.getPropertyValue(token));
    return divergingScale([negative, zero, positive]);
  }).value;
}

/**
 * The legend of the colour scale.
 *
 * @param {object} props
 * @param {number} props.limit
 * @param {boolean} [props.colors] for images with red, green and blue channels
 */
export function ScaleLegend({ limit, colors = false }) {
  return (
    <p class="scale-legend" data-colors={colors}>
      <span>{format.scaled(-limit, limit)}</span>
      <span class="scale-bar" aria-hidden="true" />
      <span>{format.scaled(limit, limit)}</span>
      <span class="scale-rule">{colors ? t('scale.colors') : t('scale.diverging')}</span>
    </p>
  );
}
