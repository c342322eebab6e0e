// The one place that tells what a file or folder of data holds, so that the page can say it before use:
// by its content, never by its name. The values themselves are checked by the core when it reads them.

import { AnnealError } from '../error.js';
import { readFile, readSlice, firstBytes, sizeOf } from './files.js';
import { listPictures, picturesOfZip } from './image_folder.js';
import { describeIdx } from './idx.js';
import { npyHeader } from './npy.js';
import { openOnce } from './file_cache.js';
import { signatureBytes, signatureOf } from './signature.js';
import { peek, unpack } from './zip.js';

/**
 * A data set in one file or folder.
 *
 * @typedef {object} DataSetFormat
 * @property {'cifar10' | 'cifar100' | 'npz' | 'images'} kind
 * @property {number} count of images
 * @property {number} classes of cifar100: the fine ones
 * @property {number[]} [shape] of an image, [H, W, C]; undefined for pictures, which have any size
 * @property {string} [images] npz: the name of the array of images
 * @property {string} [labels] npz: the name of the array of labels
 */

/** @typedef {DataSetFormat | import('./idx.js').IdxFormat} DetectedFormat */

/** @typedef {import('./files.js').FileContent} FileContent */
/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {{name: string, type: string, shape: number[], entry: import('./zip.js').ZipEntry}} Member */

const CIFAR_IMAGE = 3072;
const LARGEST_LABEL = 65_535;

/**
 * Detects IDX, CIFAR-10 and CIFAR-100 (binary), .npz, and pictures in a folder or zip. Throws an
 * AnnealError of the kind `file` for anything else, with what was found instead.
 *
 * @param {string} name for messages
 * @param {FileContent | import('./files.js').Folder} content
 * @param {Reading} [reading] progress, cancellation, and a cache that keeps an opened zip
 * @returns {Promise<DetectedFormat>}
 */
export async function detectFormat(name, content, reading) {
  if (Array.isArray(content)) return describePictures(listPictures(content, name));
  if (sizeOf(content) === 0) throw new AnnealError('file', `"${name}" is empty`);
  const type = signatureOf(await readSlice(content, name, 0, signatureBytes));
  if (type === 'zip') return detectInZip(name, content, reading);
  if (type === 'gzip') return detectInGzip(name, content);
  if (type !== 'idx') return describeCifar(name, content, reading);
  // A CIFAR file may begin with two zeros, too; it has the size of whole records.
  try {
    return await describeIdx(name, content);
  } catch (idxError) {
    return describeCifar(name, content, reading).catch((error) => {
      throw error instanceof AnnealError && error.kind === 'file' ? idxError : error;
    });
  }
}

/**
 * @param {string} name
 * @param {FileContent} content
 * @returns {Promise<DetectedFormat>}
 */
async function detectInGzip(name, content) {
  const start = await firstBytes(content, name, signatureBytes);
  if (signatureOf(start) === 'idx') return describeIdx(name, content);
  throw new AnnealError(
    'file',
    `"${name}" is packed with gzip: unpack it, then give what is in it`,
  );
}

/** @param {import('./image_folder.js').Album} album @returns {DataSetFormat} */
function describePictures({ pictures, classes }) {
  return { kind: 'images', count: pictures.length, classes: classes.length };
}

/**
 * @param {string} name
 * @param {FileContent} content
 * @param {Reading} [reading]
 * @returns {Promise<DataSetFormat>}
 */
async function detectInZip(name, content, reading) {
  const zip = await openOnce(content, name, reading);
  const arrays = zip.entries.filter(({ path }) => path.endsWith('.npy'));
  if (arrays.length === 0) return describePictures(picturesOfZip(zip));
  /** @type {Member[]} */
  const members = [];
  for (const entry of arrays) {
    const header = npyHeader(await peek(zip, entry));
    if (header) members.push({ name: entry.path.slice(0, -4), entry, ...header });
  }
  const images = choose(
    members,
    'x_train',
    ({ shape }) => shape.length === 3 || shape.length === 4,
  );
  const labels = choose(
    members,
    'y_train',
    ({ type, shape }) => shape[0] === images?.shape[0] && isLabels(type, shape),
  );
  if (!images || !labels) {
    const found = members.map((member) => `${member.name} [${member.shape.join(', ')}]`);
    throw new AnnealError(
      'file',
      `"${name}" holds ${found.join(', ') || 'no arrays'}: expected images [N, H, W] or [N, H, W, C] and as many labels, integers [N]`,
    );
  }
  const [count, height, width, channels = 1] = images.shape;
  const file = await unpack(zip, labels.entry);
  const classes = classesOf(file, labels.type, `${labels.name} of "${name}"`);
  const shape = [height, width, channels];
  return { kind: 'npz', count, classes, shape, images: images.name, labels: labels.name };
}

/**
 * @param {Member[]} members
 * @param {string} name preferred among those that fit
 * @param {(member: Member) => boolean} fits
 */
function choose(members, name, fits) {
  const fitting = members.filter(fits);
  return fitting.find((member) => member.name === name) ?? fitting[0];
}

/**
 * @param {string} type
 * @param {number[]} shape
 */
function isLabels(type, shape) {
  const list = shape.length === 1 || (shape.length === 2 && shape[1] === 1);
  return list && /^[<>|=][ui][1248]$/.test(type);
}

/**
 * The number of classes of labels in an .npy file: the largest label + 1.
 *
 * @param {Uint8Array} file
 * @param {string} type
 * @param {string} name
 */
function classesOf(file, type, name) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = file[6] === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
  const bytes = Number(type[2]);
  const little = type[0] !== '>';
  const signed = type[1] === 'i';
  /** @type {Record<number, (at: number) => number>} */
  const read = {
    1: (at) => (signed ? view.getInt8(at) : view.getUint8(at)),
    2: (at) => (signed ? view.getInt16(at, little) : view.getUint16(at, little)),
    4: (at) => (signed ? view.getInt32(at, little) : view.getUint32(at, little)),
    8: (at) => Number(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little)),
  };
  let most = 0;
  for (let at = start; at + bytes <= file.length; at += bytes) {
    const label = read[bytes](at);
    if (label < 0 || label > LARGEST_LABEL) {
      const range = `expected 0 to ${LARGEST_LABEL}`;
      throw new AnnealError('file', `${name} holds the label ${label}: ${range}`);
    }
    most = Math.max(most, label);
  }
  return most + 1;
}

/**
 * @param {string} name
 * @param {FileContent} content
 * @param {Reading} [reading]
 * @returns {Promise<DataSetFormat>}
 */
async function describeCifar(name, content, reading) {
  const size = sizeOf(content);
  const forms = /** @type {const} */ ([
    { kind: 'cifar10', labels: [10] },
    { kind: 'cifar100', labels: [20, 100] },
  ]);
  for (const { kind, labels } of forms) {
    const record = CIFAR_IMAGE + labels.length;
    if (size === 0 || size % record !== 0) continue;
    const bytes = await readFile(content, name, reading);
    const fits = (/** @type {number} */ start) =>
      labels.every((classes, i) => bytes[start + i] < classes);
    const count = size / record;
    if (!Array.from({ length: count }, (_, i) => i * record).every(fits)) continue;
    return { kind, count, classes: labels[labels.length - 1], shape: [32, 32, 3] };
  }
  throw new AnnealError(
    'file',
    `"${name}" is none of the files known here: IDX, CIFAR-10 or CIFAR-100 (binary version), .npz, or a zip of pictures`,
  );
}
