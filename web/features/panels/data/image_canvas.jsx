// An image of the data, enlarged without smoothing.

import { useEffect, useRef } from 'preact/hooks';

/**
 * @param {object} props
 * @param {Uint8Array} props.pixels [H, W, 4]
 * @param {number[]} props.shape [H, W, C]
 * @param {string} [props.label] text alternative; undefined: the surrounding element has one
 */
export function ImageCanvas({ pixels, shape: [height, width], label }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || pixels.length !== width * height * 4) return;
    const own = new Uint8ClampedArray(pixels);
    context.putImageData(new ImageData(own, width, height), 0, 0);
  }, [pixels, width, height]);
  return (
    <canvas
      ref={canvas}
      class="image-canvas"
      width={width}
      height={height}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    />
  );
}
