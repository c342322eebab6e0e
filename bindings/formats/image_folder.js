// Pictures in a folder or zip, one folder for each class, as arrays of one size that the core reads.
// Decoding depends on the platform and is passed in.

import { AnnealError } from '../error.js';
import { checkSize, readFile, reasonOf } from './files.js';
import { toNpy } from './npy.js';
import { openOnce } from './file_cache.js';
import { checkWanted } from './reading.js';
import { unpack } from './zip.js';

/**
 * Decodes a picture, crops it to the largest centred square, and scales it to `size` x `size`.
 *
 * @callback DecodeImage
 * @param {Blob} picture
 * @param {{size: number, channels: 1 | 3}} form
 * @returns {Promise<Uint8Array>} [size, size, channels]
 */

/** @typedef {{path: string, label: number, read: () => Promise<Uint8Array>}} Picture */
/** @typedef {{pictures: Picture[], classes: string[]}} Album */

const EXTENSIONS = /\.(png|jpe?g|gif|webp|bmp|avif)$/i;
const CONCURRENT_DECODES = 8;
/** Bytes of one picture file at most. */
const PICTURE_LIMIT = 2 ** 27;

/**
 * The pictures of a folder, sorted by class and path; classes in alphabetical order.
 *
 * @param {import('./files.js').Folder} folder
 * @param {string} name for messages
 * @returns {Album}
 */
export function listPictures(folder, name) {
  const files = folder.map(({ path, content }) => ({ path, read: () => readFile(content, path) }));
  return sortIntoClasses(files, name);
}

/**
 * The pictures of a zip, in the same order.
 *
 * @param {import('./zip.js').Zip} zip
 * @returns {Album}
 */
export function picturesOfZip(zip) {
  const files = zip.entries.map((entry) => ({
    path: entry.path,
    read: () => unpack(zip, entry, PICTURE_LIMIT),
  }));
  return sortIntoClasses(files, zip.name);
}

/**
 * @template {{path: string}} File
 * @param {File[]} files
 * @param {string} name
 */
function sortIntoClasses(files, name) {
  const shown = files
    .map((file) => ({ ...file, parts: file.path.split(/[\\/]/).filter((part) => part !== '.') }))
    .filter(({ parts }) => !parts.some((part) => part.startsWith('.') || part === '__MACOSX'))
    .filter(({ path }) => EXTENSIONS.test(path));
  const from = commonDepth(shown.map(({ parts }) => parts));
  const inClasses = shown.filter(({ parts }) => parts.length > from + 1);
  const classes = [...new Set(inClasses.map(({ parts }) => parts[from]))].sort();
  if (classes.length < 2) {
    throw new AnnealError(
      'file',
      `"${name}" holds ${shown.length} pictures in ${classes.length} folders: expected one folder for each class, two at least, with PNG, JPEG, WebP, GIF, BMP or AVIF pictures in them`,
    );
  }
  const pictures = inClasses
    .map((file) => ({ ...file, label: classes.indexOf(file.parts[from]) }))
    .sort((a, b) => a.label - b.label || (a.path < b.path ? -1 : 1));
  return { pictures, classes };
}

/**
 * The number of leading folders that all paths share.
 *
 * @param {string[][]} paths
 */
function commonDepth(paths) {
  let depth = 0;
  while (paths.length > 0 && paths.every((parts) => parts[depth] === paths[0][depth])) {
    if (paths.every((parts) => parts.length <= depth + 2)) break;
    depth++;
  }
  return depth;
}

/**
 * @param {import('./files.js').FileContent | import('./files.js').Folder} given
 * @param {{file: string, size: number, channels: 1 | 3}} data the experiment's data section
 * @param {import('./reading.js').Reading & {decodeImage: DecodeImage}} reading
 * @returns {Promise<[string, Uint8Array][]>} by name: images.npy [N, H, W, C], labels.npy [N], classes.txt
 */
export async function readAlbum(given, { file, size, channels }, reading) {
  const { pictures, classes } = Array.isArray(given)
    ? listPictures(given, file)
    : picturesOfZip(await openOnce(given, file, reading));
  const bytes = size * size * channels;
  const what = `${pictures.length} images of ${size} x ${size} x ${channels}`;
  checkSize(`"${file}" as ${what}`, pictures.length * bytes);
  const pixels = new Uint8Array(pictures.length * bytes);
  const labels = new Uint16Array(pictures.map(({ label }) => label));
  const { decodeImage, onProgress } = reading;
  const total = pictures.length;
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < total) {
      checkWanted(reading);
      const index = next++;
      const form = { size, channels };
      pixels.set(await decodeOne(pictures[index], file, form, decodeImage), index * bytes);
      onProgress?.({ name: file, done: ++done, total, unit: 'pictures' });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT_DECODES }, work));
  const count = pictures.length;
  return [
    [`${file}/images.npy`, toNpy([count, size, size, channels], pixels)],
    [`${file}/labels.npy`, toNpy([count], new Uint8Array(labels.buffer), '<u2')],
    [`${file}/classes.txt`, new TextEncoder().encode(classes.map((line) => `${line}\n`).join(''))],
  ];
}

/**
 * @param {Picture} picture
 * @param {string} file
 * @param {{size: number, channels: 1 | 3}} form
 * @param {DecodeImage} decode
 */
async function decodeOne({ path, read }, file, form, decode) {
  const bytes = await read();
  try {
    return await decode(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]), form);
  } catch (error) {
    throw new AnnealError(
      'file',
      `${path} of "${file}" cannot be decoded as a picture: ${reasonOf(error)}`,
    );
  }
}
