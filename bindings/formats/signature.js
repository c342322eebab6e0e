// Tells the type of a file by its first bytes. Files that no signature tells (CIFAR) are undefined here.

/** @typedef {'gzip' | 'zip' | 'idx' | 'safetensors' | 'json'} FileType */

const OPENING_BRACE = 0x7b;

/** Bytes that signatureOf looks at. */
export const signatureBytes = 9;

/**
 * @param {Uint8Array} start the first bytes of a file
 * @returns {FileType | undefined}
 */
export function signatureOf(start) {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5)) return 'zip';
  // A little-endian 64-bit length below 4 GB, then a JSON header.
  const isShort = start.subarray(4, 8).every((byte) => byte === 0);
  if (isShort && start[8] === OPENING_BRACE) return 'safetensors';
  if (start[0] === 0 && start[1] === 0 && start.length >= 4) return 'idx';
  return start[0] === OPENING_BRACE ? 'json' : undefined;
}
