// Describes an IDX file (MNIST and its relatives) from its header and, for labels, its values; gzip is
// unpacked as far as needed. The core reads the pixels (core/formats/idx.h).
//
// Header: two zero bytes, the type of the numbers (8: unsigned bytes), the number of dimensions, then
// each dimension as a big-endian 32-bit integer. Images have three dimensions, labels one.

import { AnnealError } from '../error.js';
import { firstBytes } from './files.js';

/**
 * @typedef {object} IdxFormat
 * @property {'idx'} kind
 * @property {'images' | 'labels'} role
 * @property {number} count of images or labels
 * @property {number} [height] of an image
 * @property {number} [width] of an image
 * @property {number} [classes] of labels: the largest label + 1
 */

const MAGIC_BYTES = 4;
const UNSIGNED_BYTES = 0x08;

/**
 * @param {string} name
 * @param {import('./files.js').FileContent} content that begins with two zero bytes, unpacked
 * @returns {Promise<IdxFormat>} throws an AnnealError of the kind `file` for anything else
 */
export async function describeIdx(name, content) {
  const header = await firstBytes(content, name, 16);
  const [, , type, dimensions] = header;
  if (dimensions !== 1 && dimensions !== 3) {
    fail(name, 'is an IDX file, but contains neither greyscale images nor labels');
  }
  if (type !== UNSIGNED_BYTES) fail(name, 'is an IDX file, but its data type is not unsigned byte');
  const length = MAGIC_BYTES + 4 * dimensions;
  if (header.length < length) fail(name, 'is shorter than its header declares');
  const view = new DataView(header.buffer, header.byteOffset, length);
  const count = view.getUint32(MAGIC_BYTES);
  if (dimensions === 3) {
    const [height, width] = [view.getUint32(8), view.getUint32(12)];
    return { kind: 'idx', role: 'images', count, height, width };
  }
  const labels = (await firstBytes(content, name, length + count)).subarray(length);
  if (labels.length < count) fail(name, 'is shorter than its header declares');
  const classes = labels.reduce((largest, label) => Math.max(largest, label), 0) + 1;
  return { kind: 'idx', role: 'labels', count, classes };
}

/**
 * @param {string} name
 * @param {string} what
 * @returns {never}
 */
function fail(name, what) {
  throw new AnnealError('file', `"${name}" ${what}`);
}
