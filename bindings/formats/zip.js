// Reads zip archives, .npz among them: only the parts that are needed, zip64 included. The size of a
// file is known from the archive's directory and checked before any of it is unpacked, and its checksum
// after. Refused: encryption, and methods other than stored and deflate.

import { unzipRaw } from 'unzipit';
import { AnnealError } from '../error.js';
import { byteLimit, checkSize, readSlice, reasonOf, sizeOf } from './files.js';
import { checkWanted } from './reading.js';

/**
 * @typedef {object} ZipEntry
 * @property {string} path
 * @property {number} size unpacked, in bytes
 * @property {number} crc CRC-32 of the unpacked bytes
 * @property {PackedEntry} raw
 */

/**
 * What is used of the library's own entry: its types are for bundlers only, so ours do not name them.
 *
 * @typedef {object} PackedEntry
 * @property {number} compressionMethod
 * @property {() => Promise<ReadableStream<Uint8Array>>} stream unpacked bytes
 */

/** @typedef {{name: string, entries: ZipEntry[]}} Zip */

const STORED = 0;
const DEFLATED = 8;
/** Unpacked bytes between two progress reports. */
const CHUNK_BYTES = 2 ** 22;

/**
 * Reads the directory of an archive.
 *
 * @param {import('./files.js').FileContent} content
 * @param {string} name of the archive, for messages
 * @returns {Promise<Zip>} its files, without folders
 */
export async function openZip(content, name) {
  const reader = {
    getLength: async () => sizeOf(content),
    read: (/** @type {number} */ offset, /** @type {number} */ size) =>
      /** @type {Promise<Uint8Array<ArrayBuffer>>} */ (
        readSlice(content, name, offset, offset + size)
      ),
  };
  const { entries } = await unzipRaw(reader).catch((error) => {
    if (error instanceof AnnealError) throw error;
    throw new AnnealError(
      'file',
      `"${name}" is cut off or no zip archive: its directory cannot be read`,
    );
  });
  const encrypted = entries.find((entry) => entry.encrypted);
  if (encrypted) {
    throw new AnnealError('file', `"${name}" holds ${encrypted.name}, which is encrypted`);
  }
  const files = entries.filter((entry) => !entry.name.endsWith('/'));
  return {
    name,
    entries: files.map((raw) => ({ path: raw.name, size: raw.size, crc: crcOf(raw), raw })),
  };
}

/**
 * The library reads the checksum but neither compares nor publishes it.
 *
 * @param {any} raw
 * @returns {number}
 */
const crcOf = (raw) => raw._rawEntry.crc32;

/**
 * @param {Zip} zip
 * @param {ZipEntry} entry
 * @param {number} [limit] bytes that it may take
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<Uint8Array>} its bytes, unpacked and checked
 */
export async function unpack({ name }, entry, limit = byteLimit, reading = undefined) {
  const { path, size } = entry;
  const file = `${path} of "${name}"`;
  checkSize(file, size, limit);
  checkMethod(name, entry);
  const bytes = new Uint8Array(size);
  let done = 0;
  try {
    const reader = (await entry.raw.stream()).getReader();
    let next = CHUNK_BYTES;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      checkWanted(reading);
      bytes.set(part.value, done);
      done += part.value.length;
      if (done < next && done < size) continue;
      next = done + CHUNK_BYTES;
      reading?.onProgress?.({ name, done, total: size, unit: 'bytes' });
    }
  } catch (error) {
    if (error instanceof AnnealError) throw error;
    const reason = reasonOf(error);
    throw new AnnealError('file', `${file} is damaged and cannot be unpacked: ${reason}`);
  }
  if (crc32(bytes) !== entry.crc) {
    throw new AnnealError('file', `${file} is damaged: its checksum does not agree`);
  }
  return bytes;
}

/**
 * The beginning of a file, unpacked but not checked.
 *
 * @param {Zip} zip
 * @param {ZipEntry} entry
 * @returns {Promise<Uint8Array>} at most 64 KB if stored, the first piece of the stream otherwise
 */
export async function peek({ name }, entry) {
  checkMethod(name, entry);
  try {
    const reader = (await entry.raw.stream()).getReader();
    const { value = new Uint8Array() } = await reader.read();
    await reader.cancel();
    return value;
  } catch (error) {
    if (error instanceof AnnealError) throw error;
    const reason = reasonOf(error);
    throw new AnnealError(
      'file',
      `${entry.path} of "${name}" is damaged and cannot be unpacked: ${reason}`,
    );
  }
}

/** @param {string} name @param {ZipEntry} entry */
function checkMethod(name, { path, raw: { compressionMethod: method } }) {
  if (method === STORED || method === DEFLATED) return;
  throw new AnnealError(
    'file',
    `"${name}" holds ${path}, packed by method ${method}: expected stored (0) or deflated (8)`,
  );
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ crcTable[(value ^ byte) & 255];
  return ~value >>> 0;
}
