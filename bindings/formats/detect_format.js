// What a file or folder that somebody gave is, told from what is in it, so that it can be said before it
// is used. Left out: IDX files, which come in pairs (web/state/idx_files.js), and judging every number,
// which the core does when it reads them.

import { AnnealError } from '../error.js';
import { readFile, readSlice, sizeOf } from './files.js';
import { openAlbum } from './image_folder.js';
import { npyHeader } from './npy.js';
import { isZip, openZip, peek, unpack } from './zip.js';

/**
 * @typedef {object} Recognised
 * @property {'cifar10' | 'cifar100' | 'npz' | 'images'} kind
 * @property {number} count of images
 * @property {number} classes of cifar100: the fine ones
 * @property {number[]} [shape] of an image, [H, W, C]; pictures have none yet
 * @property {string} [images] the names of the arrays of an npz
 * @property {string} [labels]
 */

/** @typedef {{name: string, type: string, shape: number[], entry: import('./zip.js').ZipEntry}} Member */

const CIFAR_IMAGE = 3072;
const LARGEST_LABEL = 65_535;

/**
 * @param {string} name
 * @param {import('./files.js').FileContent | import('./files.js').Folder} content
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<Recognised>}
 */
export async function recogniseData(name, content, reading) {
  if (Array.isArray(content)) return recogniseAlbum(name, content);
  const start = await readSlice(content, name, 0, 4);
  if (start[0] === 0x1f && start[1] === 0x8b) {
    throw new AnnealError(
      'file',
      `"${name}" is packed with gzip: unpack it, then give what is in it`,
    );
  }
  if (isZip(start)) return recogniseZip(name, content);
  return recogniseCifar(name, content, reading);
}

/**
 * @param {string} name
 * @param {import('./files.js').FileContent | import('./files.js').Folder} content
 * @returns {Promise<Recognised>}
 */
async function recogniseAlbum(name, content) {
  const { pictures, classes } = await openAlbum(content, name);
  return { kind: 'images', count: pictures.length, classes: classes.length };
}

/**
 * @param {string} name
 * @param {import('./files.js').FileContent} content
 * @returns {Promise<Recognised>}
 */
async function recogniseZip(name, content) {
  const zip = await openZip(content, name);
  const arrays = zip.entries.filter(({ path }) => path.endsWith('.npy'));
  if (arrays.length === 0) return recogniseAlbum(name, content);
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
 * @param {string} name that is taken where it fits
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
 * How many classes the labels of an .npy file tell apart: the largest, and one.
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
 * @param {import('./files.js').FileContent} content
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<Recognised>}
 */
async function recogniseCifar(name, content, reading) {
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
