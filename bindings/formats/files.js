// The files of an experiment as bytes: found by name, gunzipped, and refused above a size limit.

import { AnnealError } from '../error.js';
import { checkWanted } from './reading.js';
import { signatureBytes, signatureOf } from './signature.js';

/** @typedef {Uint8Array | ArrayBuffer | Blob} FileContent */
/** A folder: its files by their paths in it. @typedef {{path: string, content: FileContent}[]} Folder */
/** @typedef {Map<string, FileContent | Folder> | Record<string, FileContent | Folder>} Files */

/** Bytes read between two checks for cancellation. */
const CHUNK_BYTES = 2 ** 22;

/** Bytes of one file at most, packed or unpacked: the core's limit for images, and a header. */
export const byteLimit = 2 ** 30 + 2 ** 16;

/**
 * Throws an AnnealError of the kind `memory` above the limit; called before memory is allocated.
 *
 * @param {string} what for the message
 * @param {number} size in bytes
 * @param {number} [limit] in bytes
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
  return signatureOf(bytes.subarray(0, signatureBytes)) === 'gzip' ? gunzip(bytes, name) : bytes;
}

/**
 * The first bytes of a file, gunzipped.
 *
 * @param {FileContent} content
 * @param {string} name
 * @param {number} count
 * @returns {Promise<Uint8Array>} at most `count` bytes; fewer if the file is shorter
 */
export async function firstBytes(content, name, count) {
  const start = await readSlice(content, name, 0, signatureBytes);
  if (signatureOf(start) !== 'gzip') return readSlice(content, name, 0, count);
  return gunzip(content, name, count);
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
  for (let done = 0; done < part.size; done += CHUNK_BYTES) {
    checkWanted(reading);
    try {
      whole.set(new Uint8Array(await part.slice(done, done + CHUNK_BYTES).arrayBuffer()), done);
    } catch (error) {
      throw new AnnealError('file', `"${name}" cannot be read: ${reasonOf(error)}`);
    }
    const read = Math.min(done + CHUNK_BYTES, part.size);
    reading?.onProgress?.({ name, done: read, total: part.size, unit: 'bytes' });
  }
  return whole;
}

/**
 * @param {FileContent} content
 * @param {string} name
 * @param {number} [count] unpacks no more than this; otherwise all, up to the limit of a file
 * @returns {Promise<Uint8Array>}
 */
async function gunzip(content, name, count = Infinity) {
  const packed = content instanceof Blob ? content : new Blob([/** @type {BlobPart} */ (content)]);
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  try {
    const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
      if (size > byteLimit || size >= count) await reader.cancel();
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
  return whole.subarray(0, count);
}

/** @param {unknown} error */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
