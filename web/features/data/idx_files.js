// Detects IDX files (MNIST and similar) by content and pairs images with labels. The core reads the pixels.
//
// An IDX header: two zero bytes, the type of the numbers (8: bytes), the number of dimensions, then
// each dimension as a big-endian 32-bit number. Images have three dimensions, labels one.

/**
 * @typedef {object} IdxFile
 * @property {string} name
 * @property {Blob} blob
 * @property {'images' | 'labels'} role
 * @property {number} count
 * @property {number} [height] of images
 * @property {number} [width] of images
 * @property {number} [classes] of labels: the largest label plus 1
 */

/** @typedef {{images: IdxFile, labels: IdxFile}} IdxPair */

/** Why a file is not supported. @typedef {'empty' | 'damaged' | 'not_idx' | 'numbers' | 'shape' | 'short'} Refusal */

const MAGIC_BYTES = 4;
const UNSIGNED_BYTES = 0x08;

/**
 * @param {Blob} blob
 * @returns {Promise<ReadableStream<Uint8Array>>} its bytes, decompressed if gzip
 */
async function bytesOf(blob) {
  const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const stream = blob.stream();
  return packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
}

/**
 * @param {Blob} blob
 * @param {number} limit
 * @returns {Promise<Uint8Array>} the first bytes, at most `limit`
 */
async function firstBytes(blob, limit) {
  const reader = (await bytesOf(blob)).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  while (length < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  await reader.cancel();
  const whole = new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (parts)).arrayBuffer());
  return whole.subarray(0, limit);
}

/**
 * @param {{name: string, blob: Blob}} file
 * @returns {Promise<{file: IdxFile} | {refusal: Refusal}>}
 */
export async function detectIdx({ name, blob }) {
  if (blob.size === 0) return { refusal: 'empty' };
  try {
    const header = await firstBytes(blob, 16);
    return await interpret({ name, blob }, header);
  } catch {
    return { refusal: 'damaged' };
  }
}

/**
 * @param {{name: string, blob: Blob}} file
 * @param {Uint8Array} header
 * @returns {Promise<{file: IdxFile} | {refusal: Refusal}>}
 */
async function interpret({ name, blob }, header) {
  if (header.length < MAGIC_BYTES || header[0] !== 0 || header[1] !== 0) {
    return { refusal: 'not_idx' };
  }
  const [, , kind, dimensions] = header;
  if (dimensions !== 1 && dimensions !== 3) return { refusal: 'shape' };
  if (kind !== UNSIGNED_BYTES) return { refusal: 'numbers' };
  const length = MAGIC_BYTES + 4 * dimensions;
  if (header.length < length) return { refusal: 'short' };
  const view = new DataView(header.buffer, header.byteOffset, length);
  const count = view.getUint32(MAGIC_BYTES);
  if (dimensions === 3) {
    const [height, width] = [view.getUint32(8), view.getUint32(12)];
    return { file: { name, blob, role: 'images', count, height, width } };
  }
  const labels = (await firstBytes(blob, length + count)).subarray(length);
  if (labels.length < count) return { refusal: 'short' };
  const classes = labels.reduce((largest, label) => Math.max(largest, label), 0) + 1;
  return { file: { name, blob, role: 'labels', count, classes } };
}

/**
 * Pairs images and labels of the same count, preferring names with the longest common prefix.
 *
 * @param {IdxFile[]} files
 * @returns {IdxPair | undefined}
 */
export function pairUp(files) {
  const pairs = files
    .filter((file) => file.role === 'images')
    .flatMap((images) =>
      files
        .filter((file) => file.role === 'labels' && file.count === images.count)
        .map((labels) => ({ images, labels })),
    );
  const similarity = (/** @type {IdxPair} */ { images, labels }) =>
    commonPrefixLength(images.name, labels.name);
  return pairs.sort((a, b) => similarity(b) - similarity(a) || b.images.count - a.images.count)[0];
}

/** @param {string} a @param {string} b */
function commonPrefixLength(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The data source of a pair.
 *
 * @param {IdxPair} pair
 * @returns {import('./data_sources.js').Source}
 */
export function sourceOfPair({ images, labels }) {
  return {
    keys: { source: 'idx', images: images.name, labels: labels.name },
    count: images.count,
    input: [images.height ?? 0, images.width ?? 0, 1],
    classes: Math.max(2, labels.classes ?? 0),
  };
}
