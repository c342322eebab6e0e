// The files of an experiment as bytes: picked by name from what a person gave, unpacked where they
// are gzipped, and refused where they are larger than can be held. Left out: what is in them, which is
// the core's to read.

import { AnnealError } from '../error.js';
import { checkWanted } from './reading.js';

/** @typedef {Uint8Array | ArrayBuffer | Blob} FileContent */
/** A folder: its files by their paths in it. @typedef {{path: string, content: FileContent}[]} Folder */
/** @typedef {Map<string, FileContent | Folder> | Record<string, FileContent | Folder>} Files */

const GZIP_MAGIC = [0x1f, 0x8b];

/** How much is read between two looks at whether it is still wanted. */
const PIECE = 2 ** 22;

/** What one file may take, packed or unpacked: as much as the core lets the images take, and a header. */
export const byteLimit = 2 ** 30 + 2 ** 16;

/**
 * Refuses what is too large, before any memory is asked for.
 *
 * @param {string} what
 * @param {number} size
 * @param {number} [limit]
 */
export function checkSize(what, size, limit = byteLimit) {
  if (size <= limit) return;
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  throw new AnnealError(
    'memory',
    `${what} takes ${megabytes(size)}, and ${megabytes(limit)} is the most that it may take`,
  );
}

/**
 * @param {Files} files
 * @param {string} name
 * @returns {FileContent | Folder | undefined}
 */
export function findFile(files, name) {
  return files instanceof Map
    ? files.get(name)
    : Object.getOwnPropertyDescriptor(files, name)?.value;
}

/**
 * A file's bytes, unpacked.
 *
 * @param {FileContent} content
 * @param {string} name
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<Uint8Array>}
 */
export async function readFile(content, name, reading) {
  checkSize(`"${name}"`, sizeOf(content));
  const bytes = await readSlice(content, name, 0, sizeOf(content), reading);
  return GZIP_MAGIC.every((byte, i) => bytes[i] === byte) ? gunzip(bytes, name) : bytes;
}

/** @param {FileContent} content */
export function sizeOf(content) {
  return content instanceof Blob ? content.size : content.byteLength;
}

/**
 * @param {FileContent} content
 * @param {string} name
 * @param {number} start
 * @param {number} end past the file's own end is its end
 * @param {import('./reading.js').Reading} [reading]
 * @returns {Promise<Uint8Array>}
 */
export async function readSlice(content, name, start, end, reading) {
  if (content instanceof Uint8Array) return content.subarray(start, end);
  if (content instanceof ArrayBuffer) return new Uint8Array(content).subarray(start, end);
  const part = start === 0 && end >= content.size ? content : content.slice(start, end);
  const whole = new Uint8Array(part.size);
  for (let done = 0; done < part.size; done += PIECE) {
    checkWanted(reading);
    try {
      whole.set(new Uint8Array(await part.slice(done, done + PIECE).arrayBuffer()), done);
    } catch (error) {
      throw new AnnealError('file', `"${name}" cannot be read: ${reasonOf(error)}`);
    }
    const read = Math.min(done + PIECE, part.size);
    reading?.onProgress?.({ name, done: read, total: part.size, unit: 'bytes' });
  }
  return whole;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function gunzip(bytes, name) {
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  try {
    const packed = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
    const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
      if (size > byteLimit) await reader.cancel();
    }
  } catch (error) {
    throw new AnnealError(
      'file',
      `"${name}" is gzipped but cannot be unpacked, it may be cut off: ${reasonOf(error)}`,
    );
  }
  checkSize(`"${name}", unpacked,`, size);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {unknown} error */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
