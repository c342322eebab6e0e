// Rasterizes a drawing to an image of the data's shape. Coverage follows from the distance of each pixel to a
// stroke, as in the core's glyphs; strokes can be scaled and centred like digits of MNIST. Pure functions;
// standardisation happens in the core.

/** In pixels of the image; (0, 0) is the corner of the first. @typedef {{x: number, y: number}} Point */

/**
 * @typedef {object} Stroke
 * @property {Point[]} points at least one
 * @property {number} radius in pixels of the image
 * @property {number[]} color [red, green, blue] bytes; greyscale images use the first
 */

/** Size of a digit as a share of the smaller side of the image, as in MNIST: 20 of 28 pixels. */
const DIGIT_SHARE = 20 / 28;
/** Maximum scale factor, so that a dot stays small. */
const MAX_SCALE = 2;

/**
 * @typedef {object} Drawing
 * @property {number[]} shape [H, W, C]
 * @property {number[]} background [red, green, blue] of pixels without strokes
 * @property {Uint8Array | null} base image under the strokes; null: the background
 * @property {Stroke[]} strokes
 * @property {boolean} fit whether the strokes are scaled to digit size and centred by mass
 */

/**
 * The network input.
 *
 * @param {Drawing} drawing
 * @returns {Uint8Array} [H, W, C]
 */
export function rasterize({ shape, background, base, strokes, fit }) {
  const [height, width, channels] = shape;
  const image = new Float32Array(height * width * channels);
  for (let i = 0; i < image.length; i++)
    image[i] = base ? base[i] : channel(background, i % channels);
  const placed = fit && strokes.length > 0 ? centred(strokes, height, width) : strokes;
  for (const stroke of placed) {
    const coverage = cover(stroke, height, width);
    for (let i = 0; i < image.length; i++) {
      const share = coverage[Math.floor(i / channels)];
      if (share > 0) image[i] += share * (channel(stroke.color, i % channels) - image[i]);
    }
  }
  return Uint8Array.from(image, (value) => Math.round(value));
}

/** @param {number[]} color @param {number} index */
const channel = (color, index) => color[Math.min(index, color.length - 1)];

/**
 * How much of each pixel a stroke covers, in [0, 1]: [H, W].
 *
 * @param {Stroke} stroke
 * @param {number} height
 * @param {number} width
 */
export function cover({ points, radius }, height, width) {
  const coverage = new Float32Array(height * width);
  const reach = radius + 1;
  for (let i = 0; i < Math.max(1, points.length - 1); i++) {
    const from = points[i];
    const to = points[i + 1] ?? from;
    const rows = span(Math.min(from.y, to.y) - reach, Math.max(from.y, to.y) + reach, height);
    const columns = span(Math.min(from.x, to.x) - reach, Math.max(from.x, to.x) + reach, width);
    for (let row = rows.first; row < rows.end; row++) {
      for (let column = columns.first; column < columns.end; column++) {
        const away = distance({ x: column + 0.5, y: row + 0.5 }, from, to);
        const share = Math.max(0, Math.min(1, radius - away + 0.5));
        const at = row * width + column;
        if (share > coverage[at]) coverage[at] = share;
      }
    }
  }
  return coverage;
}

/**
 * @param {number} low
 * @param {number} high
 * @param {number} size
 */
function span(low, high, size) {
  return { first: Math.max(0, Math.floor(low)), end: Math.min(size, Math.ceil(high)) };
}

/**
 * Distance of a point to a line segment.
 *
 * @param {Point} point
 * @param {Point} from
 * @param {Point} to
 */
function distance(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/**
 * Scales the strokes to digit size and moves their centre of mass to the middle. The pen radius does not
 * change.
 *
 * @param {Stroke[]} strokes
 * @param {number} height
 * @param {number} width
 * @returns {Stroke[]}
 */
export function centred(strokes, height, width) {
  const points = strokes.flatMap((stroke) => stroke.points);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const radius = Math.max(...strokes.map((stroke) => stroke.radius));
  const side = Math.max(extent(xs).length, extent(ys).length);
  const wanted = Math.max(0, Math.min(height, width) * DIGIT_SHARE - 2 * radius);
  const scale = side === 0 ? 1 : Math.min(wanted / side, MAX_SCALE);
  const [middleX, middleY] = [extent(xs).middle, extent(ys).middle];
  const sized = moved(strokes, (point) => ({
    x: width / 2 + scale * (point.x - middleX),
    y: height / 2 + scale * (point.y - middleY),
  }));
  const mass = centreOfMass(sized, height, width);
  return moved(sized, ({ x, y }) => ({ x: x + width / 2 - mass.x, y: y + height / 2 - mass.y }));
}

/** @param {number[]} values */
function extent(values) {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return { length: high - low, middle: (low + high) / 2 };
}

/**
 * @param {Stroke[]} strokes
 * @param {(point: Point) => Point} to
 */
const moved = (strokes, to) =>
  strokes.map((stroke) => ({ ...stroke, points: stroke.points.map(to) }));

/**
 * @param {Stroke[]} strokes
 * @param {number} height
 * @param {number} width
 * @returns {Point}
 */
function centreOfMass(strokes, height, width) {
  let [mass, x, y] = [0, 0, 0];
  const covers = strokes.map((stroke) => cover(stroke, height, width));
  for (let at = 0; at < height * width; at++) {
    const share = covers.reduce((most, coverage) => Math.max(most, coverage[at]), 0);
    mass += share;
    x += share * ((at % width) + 0.5);
    y += share * (Math.floor(at / width) + 0.5);
  }
  return mass === 0 ? { x: width / 2, y: height / 2 } : { x: x / mass, y: y / mass };
}

/**
 * The background of images: the median of their edge pixels, one byte per channel.
 *
 * @param {Uint8Array} bytes [N, H, W, C]
 * @param {number[]} shape [H, W, C]
 * @returns {number[]} [C]
 */
export function backgroundOf(bytes, [height, width, channels]) {
  /** @type {number[][]} */
  const edges = Array.from({ length: channels }, () => []);
  for (let i = 0; i < bytes.length; i++) {
    const pixel = Math.floor(i / channels) % (height * width);
    const [row, column] = [Math.floor(pixel / width), pixel % width];
    const edge = row === 0 || column === 0 || row === height - 1 || column === width - 1;
    if (edge) edges[i % channels].push(bytes[i]);
  }
  return edges.map((values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0);
}
