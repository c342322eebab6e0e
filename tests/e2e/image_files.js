// Files of images as other programs write them: arrays of NumPy and PNG pictures.

import { crc32, deflateSync } from 'node:zlib';

/** An array of bytes as NumPy writes it. @param {string} shape @param {Uint8Array} bytes */
export function npy(shape, bytes) {
  const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape}), }\n`;
  const start = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0];
  return Uint8Array.from([...start, ...Buffer.from(header, 'latin1'), ...bytes]);
}

/**
 * A picture of one colour. Format: RFC 2083.
 *
 * @param {number} width
 * @param {number} height
 * @param {number[]} colour
 */
export function png(width, height, colour) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = [0, ...Array.from({ length: width }, () => colour).flat()];
  const rows = Buffer.from(Array.from({ length: height }, () => row).flat());
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(rows)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
