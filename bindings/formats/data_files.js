// The files that the core reads, from those that the experiment names: unchanged, or the parts of an
// archive by names such as mnist.npz/x_train.npy (core/training/run_data.h).

import { AnnealError } from '../error.js';
import { findFile, readFile } from './files.js';
import { readAlbum } from './image_folder.js';
import { openOnce } from './file_cache.js';
import { unpack } from './zip.js';

/**
 * Throws an AnnealError of the kind `data` for pictures without a decoder.
 *
 * @param {any} data the experiment's data section, filled in
 * @param {import('./image_folder.js').DecodeImage} [decode]
 */
export function checkReadable(data, decode) {
  if (data.source !== 'images' || decode) return;
  throw new AnnealError(
    'data',
    'data.source: pictures can be decoded in a browser only; here, give them as the arrays of an .npz, "source": "npz"',
    'data.source',
  );
}

/**
 * @param {any} data the experiment's data section, filled in
 * @param {string[]} names of the files that it needs
 * @param {import('./files.js').Files} files
 * @param {import('./reading.js').Reading} [reading]
 * @returns {AsyncGenerator<[name: string, bytes: Uint8Array]>} missing files are left to the core's message
 */
export async function* coreFiles(data, names, files, reading = {}) {
  const { decodeImage, cache } = reading;
  for (const name of names) {
    const content = findFile(files, name);
    if (content === undefined) continue;
    if (data.source === 'images' && decodeImage) {
      const { size, channels } = data;
      const read = () => readAlbum(content, data, { ...reading, decodeImage });
      yield* await (cache ? cache.pictures(content, { name, size, channels }, read) : read());
    } else if (Array.isArray(content)) {
      throw new AnnealError('file', `"${name}" is a folder: expected a file`);
    } else if (data.source === 'npz') {
      yield* arraysOf(content, data, reading);
    } else {
      yield [name, await readFile(content, name, reading)];
    }
  }
}

/**
 * @param {import('./files.js').FileContent} content
 * @param {{file: string, images: string, labels: string}} data
 * @param {import('./reading.js').Reading} reading
 * @returns {AsyncGenerator<[string, Uint8Array]>}
 */
async function* arraysOf(content, { file, images, labels }, reading) {
  const zip = await openOnce(content, file, reading);
  const names = zip.entries.map(({ path }) => path.replace(/\.npy$/, ''));
  for (const [key, array] of Object.entries({ images, labels })) {
    const entry = zip.entries[names.indexOf(array)];
    if (!entry) {
      throw new AnnealError(
        'file',
        `data.${key}: "${file}" holds no array "${array}", but ${names.join(', ') || 'none at all'}`,
        `data.${key}`,
      );
    }
    yield [`${file}/${array}.npy`, await unpack(zip, entry, undefined, reading)];
  }
}
