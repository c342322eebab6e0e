// Encodes an experiment as a URL fragment, #x=..., and decodes it. No server is involved. Links are not
// trusted: the size is limited before decompression, and the decoded document is checked by the core.
//
// The fragment is base64url of: format (1 byte), checksum (4 bytes), and the JSON of the document, deflated with
// a dictionary of common keys.

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** @typedef {import('../../protocol/types.js').Experiment} Experiment */

/** Maximum number of characters after `#x=`, which mail programs and chats transfer unchanged. */
export const longestLink = 8000;
const MAX_TEXT_BYTES = 2 ** 17;

const FORMAT = 1;
const HEADER_BYTES = 5;

/** The dictionary of format 1. It must not change; another dictionary needs another format number. */
const dictionary = strToU8(
  '"type":"average_pool2d","type":"batch_norm","type":"dropout","rate":0.5,"type":"residual","layers":[' +
    '"type":"cosine","final":0,"type":"exponential","type":"one_cycle","warmup":{"length":1,' +
    '"source":"shapes","size":32,"classes":10,"source":"idx","images":"train-images-idx3-ubyte.gz",' +
    '"labels":"train-labels-idx1-ubyte.gz","file":"","decay_mode":"decoupled","type":"adamw",' +
    '"type":"adam","beta1":0.9,"beta2":0.999,"epsilon":1e-8,' +
    '{"version":1,"name":"","seed":1,"data":{"source":"glyphs","train":4000,"validation":1000,' +
    '"stratified":false,"standardise":false,"label_noise":0,"augment":{"shift":0,"flip":false,' +
    '"cutout":0}},"network":{"input":[28,28,1],"layers":[{"type":"conv2d","filters":8,"kernel":5,' +
    '"stride":1,"padding":"same"},{"type":"relu"},{"type":"max_pool2d","size":2,"stride":2},' +
    '{"type":"flatten"},{"type":"dense","units":10}]},"loss":{"type":"cross_entropy",' +
    '"label_smoothing":0},"optimizer":{"type":"sgd","momentum":0.9,"nesterov":false,' +
    '"weight_decay":0,"decay_mode":"coupled"},"schedule":{"type":"step","initial":0.1,"factor":0.1,' +
    '"every":10,"unit":"epoch"},"training":{"epochs":30,"batch_size":32}}',
);

/**
 * @param {Experiment} experiment
 * @returns {string | undefined} undefined if the link would be too long
 */
export function linkOf(experiment) {
  const text = strToU8(JSON.stringify(experiment));
  const packed = deflateSync(text, { level: 9, dictionary });
  const bytes = new Uint8Array(HEADER_BYTES + packed.length);
  bytes[0] = FORMAT;
  new DataView(bytes.buffer).setUint32(1, checksum(text));
  bytes.set(packed, HEADER_BYTES);
  const letters = toBase64Url(bytes);
  return letters.length > longestLink ? undefined : `#x=${letters}`;
}

/**
 * @param {string} hash fragment of the URL
 * @returns {{text: string} | {refusal: 'long' | 'damaged' | 'newer'} | undefined} the unchecked
 *   document as text; undefined if the fragment holds no experiment
 */
export function textOfLink(hash) {
  if (!hash.startsWith('#x=')) return undefined;
  const letters = hash.slice(3);
  if (letters.length > longestLink) return { refusal: 'long' };
  const bytes = fromBase64Url(letters);
  if (!bytes || bytes.length <= HEADER_BYTES) return { refusal: 'damaged' };
  if (bytes[0] > FORMAT) return { refusal: 'newer' };
  const text = unpack(bytes);
  if (text === 'long') return { refusal: 'long' };
  const version = text === undefined ? undefined : versionOf(text);
  if (text === undefined || version === undefined) return { refusal: 'damaged' };
  return version > 1 ? { refusal: 'newer' } : { text };
}

/**
 * @param {Uint8Array} bytes
 * @returns {string | undefined} 'long' if it exceeds the limit
 */
function unpack(bytes) {
  try {
    // The library discards output that exceeds the given buffer.
    const out = new Uint8Array(MAX_TEXT_BYTES + 1);
    const text = inflateSync(bytes.subarray(HEADER_BYTES), { out, dictionary });
    if (text.length > MAX_TEXT_BYTES) return 'long';
    const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
    if (checksum(text) !== expected) return undefined;
    return strFromU8(text);
  } catch {
    return undefined;
  }
}

/** @param {string} text @returns {number | undefined} undefined if it is no document */
function versionOf(text) {
  try {
    const document = JSON.parse(text);
    return typeof document?.version === 'number' ? document.version : undefined;
  } catch {
    return undefined;
  }
}

/** 32-bit FNV-1a hash, which detects lost or changed characters. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} letters */
function fromBase64Url(letters) {
  if (!/^[\w-]*$/.test(letters)) return undefined;
  try {
    const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
