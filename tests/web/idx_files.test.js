import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { createDataFiles } from '../../web/state/data_files.js';
import { createExperiment } from '../../web/state/experiment.js';
import { dataOf, pairUp, recogniseIdx } from '../../web/state/idx_files.js';
import { classesOf, presetOf } from '../../web/state/networks.js';
import { fakeService } from './fakes.js';

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
  recogniseIdx({ name, blob: file(name, bytes) });

describe('recogniseIdx', () => {
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

  it('holds a fifth out', () => {
    const data = dataOf({ images: images('i', 10_000), labels: labels('l', 10_000) });
    expect(data).toMatchObject({ source: 'idx', train: 8000, validation: 2000 });
  });
});

describe('files given to the page', () => {
  function newFiles() {
    const { service } = fakeService();
    const experiment = createExperiment(service);
    return { experiment, files: createDataFiles(experiment) };
  }

  it('wait for their other half, then fit data and network', async () => {
    const { experiment, files } = newFiles();
    await files.take([file('images', imageBytes)]);
    expect(experiment.draft.value.data.source).toBe('glyphs');
    await files.take([file('labels', labelBytes)]);
    const { data, network } = experiment.draft.value;
    expect(data).toMatchObject({ source: 'idx', images: 'images', labels: 'labels', train: 2 });
    expect(network.input).toEqual([2, 2, 1]);
    expect(classesOf(network)).toBe(5);
    expect(presetOf(network)).toBe('one_convolution');
    expect([...files.files().keys()]).toEqual(['images', 'labels']);
  });

  it('are named with what is wrong with them', async () => {
    const { experiment, files } = newFiles();
    await files.take([file('cat.png', Uint8Array.of(137, 80, 78, 71, 13, 10))]);
    expect(files.given.value).toEqual([{ name: 'cat.png', refusal: 'not_idx' }]);
    expect(experiment.draft.value.data.source).toBe('glyphs');
  });

  it('can be left for the glyphs again', async () => {
    const { experiment, files } = newFiles();
    await files.take([file('images', imageBytes), file('labels', labelBytes)]);
    await files.useGlyphs();
    expect(experiment.draft.value).toMatchObject({
      data: { source: 'glyphs' },
      network: { input: [28, 28, 1] },
    });
  });
});
