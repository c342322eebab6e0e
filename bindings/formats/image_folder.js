// A folder or zip of pictures, one folder a class, as arrays that the core reads: all brought to one
// size. How a picture is decoded is the platform's to say, so it is given; what is not there (in Node)
// is said before anything is read.

import { AnnealError } from '../error.js';
import { checkSize, readFile, reasonOf } from './files.js';
import { toNpy } from './npy.js';
import { checkWanted } from './reading.js';
import { openZip, unpack } from './zip.js';

/**
 * Decodes a picture, cuts the largest square out of its middle, and brings it to `size` x `size`.
 *
 * @callback DecodeImage
 * @param {Blob} picture
 * @param {{size: number, channels: 1 | 3}} form
 * @returns {Promise<Uint8Array>} [size, size, channels]
 */

/** @typedef {{path: string, label: number, read: () => Promise<Uint8Array>}} Picture */
/** @typedef {{pictures: Picture[], classes: string[]}} Album */

const EXTENSIONS = /\.(png|jpe?g|gif|webp|bmp|avif)$/i;
/** How many pictures are decoded at the same time. */
const AT_ONCE = 8;
/** No single picture is larger, packed. */
const PICTURE_LIMIT = 2 ** 27;

/**
 * The pictures of a folder or zip, by their classes in the order of the alphabet.
 *
 * @param {import('./files.js').FileContent | import('./files.js').Folder} given
 * @param {string} name
 * @returns {Promise<Album>}
 */
export async function openAlbum(given, name) {
  return sortOut(await filesOf(given, name), name);
}

/**
 * @param {import('./files.js').FileContent | import('./files.js').Folder} given
 * @param {string} name
 * @returns {Promise<{path: string, read: () => Promise<Uint8Array>}[]>}
 */
async function filesOf(given, name) {
  if (Array.isArray(given)) {
    return given.map(({ path, content }) => ({ path, read: () => readFile(content, path) }));
  }
  const zip = await openZip(given, name);
  return zip.entries.map((entry) => ({
    path: entry.path,
    read: () => unpack(zip, entry, PICTURE_LIMIT),
  }));
}

/**
 * @template {{path: string}} File
 * @param {File[]} files
 * @param {string} name
 */
function sortOut(files, name) {
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
 * How many folders all files share, from the top.
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
 * @returns {Promise<[string, Uint8Array][]>} the core's files, by name
 */
export async function readAlbum(given, { file, size, channels }, reading) {
  const { pictures, classes } = await openAlbum(given, file);
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
  await Promise.all(Array.from({ length: AT_ONCE }, work));
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
