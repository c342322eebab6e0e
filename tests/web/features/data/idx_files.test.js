import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { pairUp, detectIdx, sourceOfPair } from '../../../../web/features/data/idx_files.js';

/**
 * @param {number} kind
 * @param {number[]} shape
 * @param {number[] | Uint8Array} values
 */
function idx(kind, shape, values) {
  const header = [
    0,
    0,
    kind,
    shape.length,
    ...shape.flatMap((side) => [0, 0, side >> 8, side & 255]),
  ];
  return Uint8Array.from([...header, ...values]);
}

const imageBytes = idx(8, [3, 2, 2], new Uint8Array(12));
const labelBytes = idx(8, [3], [4, 0, 2]);
const file = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) =>
  new File([/** @type {BlobPart} */ (bytes)], name);
const recognise = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) =>
  detectIdx({ name, blob: file(name, bytes) });

describe('detectIdx', () => {
  it('knows images and labels by what is in them, plain or packed', async () => {
    expect(await recognise('a', imageBytes)).toMatchObject({
      file: { role: 'images', count: 3, height: 2, width: 2 },
    });
    expect(await recognise('b.gz', gzipSync(labelBytes))).toMatchObject({
      file: { role: 'labels', count: 3, classes: 5 },
    });
  });

  it('says why a file is none', async () => {
    const refusals = {
      empty: new Uint8Array(0),
      not_idx: new TextEncoder().encode('hello, world, this is text'),
      numbers: idx(13, [1], [0, 0, 0, 0]),
      shape: idx(8, [1, 1], [0]),
      short: idx(8, [9], [1, 2]),
      damaged: gzipSync(imageBytes).subarray(0, 14),
    };
    for (const [refusal, bytes] of Object.entries(refusals)) {
      expect(await recognise('x', bytes)).toEqual({ refusal });
    }
  });
});

describe('pairUp', () => {
  const images = (/** @type {string} */ name, count = 10) =>
    /** @type {any} */ ({ name, role: 'images', count });
  const labels = (/** @type {string} */ name, count = 10) =>
    /** @type {any} */ ({ name, role: 'labels', count });

  it('joins what has one number, and of several what is named alike', () => {
    expect(pairUp([images('t10k-images'), labels('train-labels', 60)])).toBeUndefined();
    const pair = pairUp([
      labels('kmnist-labels'),
      images('t10k-images'),
      images('kmnist-images'),
      labels('t10k-labels'),
    ]);
    expect(pair?.images.name.slice(0, 4)).toBe(pair?.labels.name.slice(0, 4));
  });

  it('is a source of data', () => {
    const pair = {
      images: { ...images('i'), height: 3, width: 4 },
      labels: { ...labels('l'), classes: 7 },
    };
    expect(sourceOfPair(pair)).toEqual({
      keys: { source: 'idx', images: 'i', labels: 'l' },
      count: 10,
      input: [3, 4, 1],
      classes: 7,
    });
  });
});
