// Formats that are told by the first bytes: IDX, plain or gzipped, and what is near it.

import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileCache, detectFormat } from '../../../bindings/api/index.js';
import { signatureOf } from '../../../bindings/formats/signature.js';
import { errorOf } from '../sessions.js';

/**
 * @param {number} type
 * @param {number[]} shape
 * @param {number[] | Uint8Array} values
 */
function idx(type, shape, values) {
  const sides = shape.flatMap((side) => [0, 0, side >> 8, side & 255]);
  return Uint8Array.from([0, 0, type, shape.length, ...sides, ...values]);
}

const images = idx(8, [3, 2, 2], new Uint8Array(12));
const labels = idx(8, [3], [4, 0, 2]);
const text = (/** @type {string} */ words) => new TextEncoder().encode(words);
const blobOf = (/** @type {Uint8Array} */ bytes) => new Blob([/** @type {BlobPart} */ (bytes)]);

describe('IDX files', () => {
  test('are told as images or labels by their content, plain or gzipped, bytes or a Blob', async () => {
    for (const pack of [(/** @type {Uint8Array} */ bytes) => bytes, gzipSync]) {
      for (const as of [(/** @type {Uint8Array} */ bytes) => bytes, blobOf]) {
        expect(await detectFormat('a', as(pack(images)))).toEqual({
          ...{ kind: 'idx', role: 'images', count: 3, height: 2, width: 2 },
        });
        expect(await detectFormat('b.gz', as(pack(labels)))).toEqual({
          ...{ kind: 'idx', role: 'labels', count: 3, classes: 5 },
        });
      }
    }
  });

  test.each([
    ['an empty file', new Uint8Array(0), '"x" is empty'],
    ['text', text('hello, world, this is text'), '"x" is none of the files known here'],
    ['floats', idx(13, [1], [0, 0, 0, 0]), '"x" is an IDX file, but its data type is not'],
    ['two dimensions', idx(8, [1, 1], [0]), '"x" is an IDX file, but contains neither'],
    ['too few labels', idx(8, [9], [1, 2]), '"x" is shorter than its header declares'],
    ['half a header', images.subarray(0, 12), '"x" is shorter than its header declares'],
    ['a damaged gzip', gzipSync(images).subarray(0, 14), '"x" is gzipped but cannot be unpacked'],
    ['another file in a gzip', gzipSync(text('hello')), '"x" is packed with gzip'],
  ])('are not taken from %s', async (_, bytes, message) => {
    expect((await errorOf(() => detectFormat('x', blobOf(bytes)))).message).toContain(message);
  });

  test('are told from a CIFAR file that begins with zeros', async () => {
    expect(await detectFormat('x', new Uint8Array(2 * 3073))).toMatchObject({
      kind: 'cifar10',
      count: 2,
    });
  });
});

describe('a zip', () => {
  test('is opened once to detect its format and to train on it', async () => {
    const archive = blobOf(zipSync({ a: { '1.png': text('1') }, b: { '2.png': text('2') } }));
    let reads = 0;
    const slice = archive.slice.bind(archive);
    archive.slice = (...range) => {
      reads++;
      return slice(...range);
    };
    const cache = new FileCache();
    await detectFormat('z.zip', archive, { cache });
    const first = reads;
    expect((await cache.openZip(archive, 'z.zip')).entries).toHaveLength(2);
    expect(reads).toBe(first);
    await cache.openZip(archive, 'other.zip');
    expect(reads).toBeGreaterThan(first);
  });

  test('that could not be read is tried again', async () => {
    const cache = new FileCache();
    const file = new File(['PK'], 'z.zip', { lastModified: 1 });
    await errorOf(() => cache.openZip(file, 'z.zip'));
    const whole = zipSync({ 'a.txt': text('a') });
    file.slice = (...range) => blobOf(whole).slice(...range);
    Object.defineProperty(file, 'size', { value: whole.length });
    expect((await cache.openZip(file, 'z.zip')).entries).toHaveLength(1);
  });
});

describe('a signature', () => {
  test.each([
    ['gzip', gzipSync(images)],
    ['zip', zipSync({ 'a.txt': text('a') })],
    ['idx', images],
    ['json', text('{"version": 1}')],
    ['safetensors', Uint8Array.from([64, 0, 0, 0, 0, 0, 0, 0, ...text('{"a":')])],
    [undefined, text('hello')],
    [undefined, new Uint8Array(0)],
  ])('tells %s', (type, bytes) => {
    expect(signatureOf(bytes)).toBe(type);
  });
});
