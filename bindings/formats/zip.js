// Takes zip archives apart, .npz among them. Sizes are known from the archive's directory and checked
// before anything is unpacked, and what is unpacked never grows beyond them; a checksum that does not
// agree is an error. Only what is asked for is read, so a large archive costs no more than its parts.
// Format: PKWARE's APPNOTE. Left out: archives above 4 GB, encryption, and other methods than storing
// and deflating.

import { Inflate, inflateSync } from 'fflate';
import { AnnealError } from '../error.js';
import { byteLimit, checkSize, readSlice, sizeOf } from './files.js';

/**
 * @typedef {object} ZipEntry
 * @property {string} path
 * @property {number} size unpacked, in bytes
 * @property {number} packed
 * @property {number} method
 * @property {number} crc
 * @property {number} offset of its local header
 */

/** @typedef {{name: string, content: import('./files.js').FileContent, entries: ZipEntry[]}} Zip */

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** @param {Uint8Array} bytes */
export const isZip = (bytes) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * Reads the directory of an archive.
 *
 * @param {import('./files.js').FileContent} content
 * @param {string} name
 * @returns {Promise<Zip>}
 */
export async function openZip(content, name) {
  const size = sizeOf(content);
  const tailStart = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
  const tail = viewOf(await readSlice(content, name, tailStart, size));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) fail(name, 'is cut off or no zip archive: the directory at its end is missing');
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start === 0xffffffff || count === 0xffff) {
    fail(name, 'is a zip64 archive: expected fewer than 65,535 files and less than 4 GB');
  }
  if (start + length > size) {
    fail(name, `is cut off: its directory ends at byte ${start + length}, got ${size} bytes`);
  }
  const directory = await readSlice(content, name, start, start + length);
  return { name, content, entries: readDirectory(viewOf(directory), count, name) };
}

/**
 * @param {DataView} view
 * @param {number} count
 * @param {string} name
 */
function readDirectory(view, count, name) {
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY) {
      fail(name, `has a damaged directory: file ${i + 1} of ${count} is missing`);
    }
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const path = new TextDecoder().decode(
      new Uint8Array(
        view.buffer,
        view.byteOffset + at + 46,
        Math.min(lengths[0], view.byteLength - at - 46),
      ),
    );
    if (view.getUint16(at + 8, true) & ENCRYPTED) fail(name, `holds ${path}, which is encrypted`);
    entries.push({
      path,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return entries.filter(({ path }) => !path.endsWith('/'));
}

/**
 * @param {Omit<Zip, 'entries'>} zip
 * @param {ZipEntry} entry
 * @param {number} [limit] bytes that it may take
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<Uint8Array>} unpacked and checked
 */
export async function unpack({ name, content }, entry, limit = byteLimit, reading = undefined) {
  const { path, method, packed, size } = entry;
  const whole = `${path} of "${name}"`;
  checkSize(whole, size, limit);
  const bytes = await packedBytes({ name, content }, entry, packed, reading);
  if (bytes.length < packed) {
    fail(name, `is cut off: ${path} takes ${packed} bytes, got ${bytes.length}`);
  }
  const unpacked = method === STORED ? bytes : inflate(bytes, size, whole);
  if (unpacked.length !== size || crc32(unpacked) !== entry.crc) {
    throw new AnnealError('file', `${whole} is damaged: its checksum does not agree`);
  }
  return unpacked;
}

/**
 * The beginning of a file, unpacked, without a look at its checksum.
 *
 * @param {Omit<Zip, 'entries'>} zip
 * @param {ZipEntry} entry
 * @returns {Promise<Uint8Array>}
 */
export async function peek(zip, entry) {
  const bytes = await packedBytes(zip, entry, Math.min(entry.packed, 4096));
  if (entry.method === STORED) return bytes;
  let start = new Uint8Array(0);
  const inflator = new Inflate((part) => {
    if (start.length === 0) start = part.slice();
  });
  inflator.push(bytes, false);
  return start;
}

/**
 * @param {Omit<Zip, 'entries'>} zip
 * @param {ZipEntry} entry
 * @param {number} most
 * @param {import('./reading.js').Reading} [reading]
 */
async function packedBytes({ name, content }, { path, method, offset }, most, reading) {
  if (method !== STORED && method !== DEFLATED) {
    fail(name, `holds ${path}, packed by method ${method}: expected stored (0) or deflated (8)`);
  }
  const header = viewOf(await readSlice(content, name, offset, offset + 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) {
    fail(name, `is damaged: ${path} is not where its directory says`);
  }
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return readSlice(content, name, start, start + most, reading);
}

/**
 * @param {Uint8Array} bytes
 * @param {number} size
 * @param {string} name
 */
function inflate(bytes, size, name) {
  try {
    return inflateSync(bytes, { out: new Uint8Array(size) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AnnealError('file', `${name} is damaged and cannot be unpacked: ${reason}`);
  }
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

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * @param {string} name
 * @param {string} what
 * @returns {never}
 */
function fail(name, what) {
  throw new AnnealError('file', `"${name}" ${what}`);
}
