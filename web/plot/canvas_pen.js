// A pen that draws annotations on a canvas, in CSS pixels.

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ratio: number, font: string}} options `ratio`: canvas pixels per CSS pixel
 * @returns {import('./types.js').AnnotationPen}
 */
export function canvasPen(ctx, { ratio, font }) {
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.textBaseline = 'middle';
  /** @param {{size: number, weight?: number, family?: string}} type */
  const fontOf = ({ size, weight = 400, family = font }) => `${weight} ${size}px ${family}`;
  const withAlpha = (/** @type {number | undefined} */ alpha, /** @type {() => void} */ draw) => {
    ctx.globalAlpha = alpha ?? 1;
    draw();
    ctx.globalAlpha = 1;
  };

  return {
    stroke(trace, { color, width, dash = [], alpha }) {
      ctx.beginPath();
      trace(ctx);
      ctx.strokeStyle = color;
      ctx.lineWidth = width;
      ctx.setLineDash(dash);
      withAlpha(alpha, () => ctx.stroke());
      ctx.setLineDash([]);
    },
    dot(x, y, radius, { color, rim, alpha }) {
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fillStyle = color;
      withAlpha(alpha, () => ctx.fill());
      if (!rim) return;
      ctx.strokeStyle = rim;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    },
    text(x, y, words, { size, weight, color, align = 'left', halo, family }) {
      ctx.font = fontOf({ size, weight, family });
      ctx.textAlign = align;
      if (halo) {
        ctx.strokeStyle = halo;
        ctx.lineWidth = 4;
        ctx.strokeText(words, x, y);
      }
      ctx.fillStyle = color;
      ctx.fillText(words, x, y);
    },
    measure(words, type) {
      ctx.font = fontOf(type);
      return ctx.measureText(words).width;
    },
  };
}
