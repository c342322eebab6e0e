// Draws the cells of a heat map: columns of pixels for moments, colours for shares.

/** @typedef {import('./heat_map.js').HeatMapScene} HeatMapScene */
/** @typedef {import('./value_axis.js').ValueAxis} ValueAxis */

/**
 * Index of a share in a colour ramp. The square root keeps small shares visible.
 *
 * @param {number} share
 * @param {number} full
 * @param {number} count of colours
 */
export const rampIndex = (share, full, count) =>
  Math.round(Math.sqrt(Math.min(1, share / full)) * (count - 1));

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatMapScene} scene
 * @param {{left: number, top: number, width: number, height: number}} box in pixels of the canvas
 */
export function drawCells(context, { columns, axis, ramp, full, across }, box) {
  const image = context.createImageData(box.width, box.height);
  const pixels = new Uint32Array(image.data.buffer);
  const colors = ramp.map(([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
  const cells = cellsOfRows(axis, image.height);
  const bounds = boundsOf(columns).map((ends) => pixelsOf(ends, across, image.width));
  pixels.fill(colors[0]);
  columns.forEach(({ shares }, index) => {
    const [left, right] = bounds[index];
    if (right <= left) return;
    for (let row = 0; row < image.height; row++) {
      const share = shares[cells[row]];
      if (share === 0) continue;
      const color = colors[rampIndex(share, full, colors.length)];
      pixels.fill(color, row * image.width + left, row * image.width + right);
    }
  });
  context.putImageData(image, box.left, box.top);
}

/**
 * The visible columns of pixels between two steps, as a half-open range of at least one.
 *
 * @param {[number, number]} ends
 * @param {import('./heat_map.js').Across} across
 * @param {number} width
 * @returns {[number, number]}
 */
export function pixelsOf(ends, { place }, width) {
  const [from, to] = ends.map((step) => Math.round(place(step) * width));
  // The last moment of a run may be at the end of the axis.
  const left = Math.min(from, from === width && place(ends[0]) <= 1 ? width - 1 : from);
  return [Math.max(0, left), Math.min(width, Math.max(left + 1, to))];
}

/**
 * The cell of each row of pixels.
 *
 * @param {ValueAxis} axis
 * @param {number} rows
 */
function cellsOfRows(axis, rows) {
  const { edges } = axis;
  const cells = new Uint16Array(rows);
  let cell = edges.length - 2;
  for (let row = 0; row < rows; row++) {
    const value = axis.value(1 - (row + 0.5) / rows);
    while (cell > 0 && value < edges[cell]) cell--;
    cells[row] = cell;
  }
  return cells;
}

/**
 * The bounds of each column: the middle between it and its neighbours.
 *
 * @param {{step: number}[]} columns
 * @returns {[number, number][]}
 */
function boundsOf(columns) {
  return columns.map(({ step }, index) => {
    const before = columns[index - 1]?.step;
    const after = columns[index + 1]?.step;
    const half = ((after ?? step) - (before ?? step)) / (before !== undefined && after ? 4 : 2);
    return [
      before === undefined ? step - half : (before + step) / 2,
      after === undefined ? step + half : (after + step) / 2,
    ];
  });
}
