// The files of an experiment as bytes: picked by name from what a person gave, unpacked where they
// are gzipped. Left out: what is in them, which is the core's to read.

import { AnnealError } from './error.js';

/** @typedef {Uint8Array | ArrayBuffer | Blob} FileContent */
/** @typedef {Map<string, FileContent> | Record<string, FileContent>} Files */

const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * The file of that name, unpacked; undefined where there is none.
 *
 * @param {Files} files
 * @param {string} name
 * @returns {Promise<Uint8Array | undefined>}
 */
export async function readFile(files, name) {
  const content =
    files instanceof Map ? files.get(name) : Object.getOwnPropertyDescriptor(files, name)?.value;
  if (content === undefined) return undefined;
  const bytes = await toBytes(content, name);
  return GZIP_MAGIC.every((byte, i) => bytes[i] === byte) ? gunzip(bytes, name) : bytes;
}

/**
 * @param {FileContent} content
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function toBytes(content, name) {
  if (content instanceof Uint8Array) return content;
  if (content instanceof ArrayBuffer) return new Uint8Array(content);
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch (error) {
    throw new AnnealError('file', `"${name}" cannot be read: ${reasonOf(error)}`);
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function gunzip(bytes, name) {
  try {
    const packed = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
    const unpacked = packed.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (error) {
    throw new AnnealError(
      'file',
      `"${name}" is gzipped but cannot be unpacked, it may be cut off: ${reasonOf(error)}`,
    );
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
