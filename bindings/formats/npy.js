// Writes bytes as an .npy file, the form in which decoded pictures go to the core, and reads the header
// of one. The core reads the values (core/formats/npy.h).

/**
 * @param {number[]} shape
 * @param {Uint8Array} bytes as many as the product of the shape
 * @param {'|u1' | '<u2'} [type]
 * @returns {Uint8Array}
 */
export function toNpy(shape, bytes, type = '|u1') {
  const sides = `${shape.join(', ')}${shape.length === 1 ? ',' : ''}`;
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sides}), }\n`;
  const header = new TextEncoder().encode(text);
  const file = new Uint8Array(10 + header.length + bytes.length);
  file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]);
  file.set(header, 10);
  file.set(bytes, 10 + header.length);
  return file;
}

/**
 * @param {Uint8Array} file an .npy file, or its beginning
 * @returns {{type: string, shape: number[]} | undefined} undefined if it is no .npy file
 */
export function npyHeader(file) {
  // Browsers decode byte 0x93 of latin1 as a quotation mark, so the first byte is compared as a number.
  const text = new TextDecoder('latin1').decode(file.subarray(0, 512));
  if (file[0] !== 0x93 || !text.startsWith('NUMPY', 1)) return undefined;
  const type = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (type === undefined || shape === undefined) return undefined;
  return { type, shape: (shape.match(/\d+/g) ?? []).map(Number) };
}
